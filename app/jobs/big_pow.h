// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The class that started it all: a method of an object that holds the pool is mapped over that
// pool, and cannot travel because the pool cannot.

#include "core/pool/pool.h"

namespace poolscope {

/// Travels only with a reducer: its description has the pool as a field.
struct BigPow {
    std::int64_t n = 10;
    Pool* pool = nullptr;

    Integer pow(const Integer& x) const;
};

inline auto describe(Type<BigPow> type)
{
    return type.named("blog", "BigPow").field("n", &BigPow::n).field("pool", &BigPow::pool);
}
static_assert(!isPicklable<BigPow>);

/// The same with a __getstate__ that leaves the pool out.
struct BigPowGetState {
    std::int64_t n = 10;
    Pool* pool = nullptr;

    Integer pow(const Integer& x) const;
};

inline auto describe(Type<BigPowGetState> type)
{
    return type.named("blog", "BigPowGetState")
        .field("n", &BigPowGetState::n)
        .field("pool", &BigPowGetState::pool)
        .getState([](const BigPowGetState& object) {
            return std::map<std::string, std::int64_t>{{"n", object.n}};
        });
}
static_assert(isPicklable<BigPowGetState>);

} // namespace poolscope
