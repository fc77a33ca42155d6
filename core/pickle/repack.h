// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A pickle read and written again: the shortest proof that nothing was lost on the way. Part of the
// door through pickle.h.

#include "core/base/base.h"

#include <memory>
#include <optional>
#include <string_view>

namespace poolscope {

struct PickleLimits;

/// The protocol that a pickle says it is of; 1 where it does not say (0 and 1 do not).
int protocolOf(std::string_view message);

/// Reads pickles and writes them again; kept for many, since its memory is. One thread.
class Repacker final {
public:
    Repacker();
    ~Repacker();
    Repacker(const Repacker&) = delete;
    Repacker& operator=(const Repacker&) = delete;

    /// Appends the pickle again to `out`: in `protocol` (2 to 5), by default the one that it came
    /// in, or 2 where that is lower. Errors are those of readPickle and PickleWriter::write.
    Result<void> repack(std::string_view message, std::optional<int> protocol,
                        const PickleLimits& limits, Buffer& out);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace poolscope
