// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the job `faults` sends and gives back: whole numbers, but for the one item that goes wrong.

#include "core/pool/pool.h"

#include <variant>

namespace poolscope {

/// Its unpickling throws in whoever reads it, as a __setstate__ may.
struct BadState {
    std::int64_t item = 0;
};
void refuseState(BadState& state, std::int64_t item);

inline auto describe(Type<BadState> type)
{
    return type.named("poolscope.jobs", "BadState")
        .getState([](const BadState& state) { return state.item; })
        .setState(&refuseState);
}

/// Holds the pool, and so cannot be pickled.
struct HoldsPool {
    std::int64_t item = 0;
    Pool* pool = nullptr;
};

inline auto describe(Type<HoldsPool> type)
{
    return type.named("poolscope.jobs", "HoldsPool")
        .field("item", &HoldsPool::item)
        .field("pool", &HoldsPool::pool);
}

using FaultItem = std::variant<std::int64_t, BadState, HoldsPool>;
using FaultResult = std::variant<std::int64_t, BadState, HoldsPool>;

} // namespace poolscope
