// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What the handles of a catalogue make: a Callable that has not forgotten its types, so that a pool can
// say what comes back.

#include "core/jobs/call.h"

#include <variant>

namespace poolscope {

/// What a task gives for a function that returns R: R by value, or Python's None for void.
template <class R>
using Returned = std::conditional_t<std::is_void_v<R>, std::monostate, std::remove_cvref_t<R>>;

/// A Callable for items of one type that gives results of one type. It is nothing but its pointer.
template <class R, class Item> class TypedCallable : public std::shared_ptr<const Callable> {
public:
    using Result = Returned<R>;
    using Argument = std::remove_cvref_t<Item>;

    explicit TypedCallable(std::shared_ptr<const Callable> callable)
        : std::shared_ptr<const Callable>(std::move(callable))
    {}
};

} // namespace poolscope
