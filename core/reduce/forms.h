// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Two callables that CPython pickles as calls: bound methods and functools.partial.

#include "core/value/value.h"

#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace poolscope {

/// getattr(self, "name"), as CPython reduces a bound method. All in `document`.
Value boundMethod(Document& document, Value self, std::string_view name);

struct BoundMethod {
    Value self;
    std::string_view name;
};
std::optional<BoundMethod> asBoundMethod(Value value);

/// functools.partial(function, **keywords), as CPython reduces it. All in `document`.
Value partial(Document& document, Value function,
              std::span<const std::pair<Value, Value>> keywords);

struct Partial {
    Value function;
    Value keywords; ///< a Dict
};
/// Only with keywords: a partial that fixes parameters by position is none of ours.
std::optional<Partial> asPartial(Value value);

} // namespace poolscope
