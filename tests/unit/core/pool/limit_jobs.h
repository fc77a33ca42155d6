// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Functions that a worker does not survive, or not at once: for the tests of limits and retries.

#include "tests/support/test_jobs.h"

namespace poolscope::test {

/// What an argument or a result does on its way.
enum class Trick : std::int64_t { None, HangUnpickling, ThrowUnpickling, HangPickling };

struct Tricky {
    std::int64_t id = 0;
    std::int64_t trick = 0;
};

std::pair<std::int64_t, std::int64_t> trickyState(const Tricky& tricky);
void setTrickyState(Tricky& tricky, std::pair<std::int64_t, std::int64_t> state);

inline auto describe(Type<Tricky> type)
{
    return type.named("tests", "Tricky").getState(&trickyState).setState(&setTrickyState);
}

using Made = std::shared_ptr<const Callable>;

struct LimitFunctions {
    std::function<Made(std::int64_t)> hangsAt;              ///< never ends at x
    std::function<Made(std::int64_t)> stopsAt;              ///< SIGSTOP at x
    std::function<Made(std::int64_t, std::string)> waitsAt; ///< at x until there is such a file
    /// At x kills its worker, until the file has so many bytes; adds one each time.
    std::function<Made(std::int64_t, std::int64_t, std::string)> diesAt;
    std::function<Made(std::int64_t)> growsAt;      ///< takes memory without end at x
    std::function<Made(std::int64_t)> leaks;        ///< so many MiB, and gives its pid
    std::function<Made(std::int64_t)> throwsNullAt; ///< nullptr
    std::function<Made(std::int64_t)> exitsAt;      ///< std::exit(3)
    std::function<Made(std::int64_t)> babblesAt;    ///< writes what is no frame to its channel
    std::function<Made(std::int64_t)> misanswersAt; ///< answers what it was not asked
    std::function<Made(std::int64_t)> hangUpAt;     ///< closes its channel and goes on
    std::function<Made()> idOfTricky;               ///< 2 * id
    std::function<Made(std::int64_t)> trickyResult; ///< hangs while it is pickled at x
    std::function<Made()> remembered;           ///< what the initializer was given, in this thread
    std::function<Made(std::string)> remembers; ///< the initializer: adds a byte to a file
    std::function<Made(std::string)> fails;     ///< an initializer that "throws", "dies" or "hangs"
};

LimitFunctions addLimitFunctions(Catalogue& catalogue);

} // namespace poolscope::test
