// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the processes of these tests do: each function is one role, and the test program is the
// program that runs them.

#include "core/process/process.h"

#include <functional>
#include <tuple>

namespace poolscope {

/// Says who put a number, and which.
using Numbered = std::tuple<std::int64_t, std::int64_t>;

struct Roles {
    using Made = std::shared_ptr<const Callable>;
    std::function<Made()> exits;     ///< the code
    std::function<Made()> raises;    ///< the signal
    std::function<Made()> throws;    ///< the text
    std::function<Made()> throwsOdd; ///< throws the number itself
    std::function<Made()> echoes;    ///< Connection: sends back what comes, to its end
    std::function<Made()> waits;     ///< Connection: receives one message and ends
    std::function<Made()> produces;  ///< (Queue, who, count): puts (who, 0 … count-1)
    std::function<Made()> consumes;  ///< (Queue, Queue): passes on until a (-1, …) comes
    std::function<Made()> takesOne;  ///< (Queue, Connection): takes one, says so, and waits
    std::function<Made()> lists;     ///< Connection: sends the numbers of its descriptors
};

Roles addRoles(Catalogue& catalogue);

} // namespace poolscope
