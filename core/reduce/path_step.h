// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Where in an object we are, while it is taken apart or rebuilt. Steps lie on the stack and point
// at the one before, so that a path costs nothing until somebody has to be told of it.

#include "core/value/value.h"

#include <string>
#include <string_view>

namespace poolscope {

/// One step from the object that was asked for; the first step is that object itself.
struct PathStep {
    const PathStep* before = nullptr;
    std::string_view field = {}; ///< ".field", when not empty
    Value key = {};              ///< "['key']", when valid
    std::size_t index = 0;       ///< otherwise "[index]"
    int depth = 0;

    PathStep at(std::size_t i) const { return {this, {}, {}, i, depth + 1}; }
    PathStep at(Value dictKey) const { return {this, {}, dictKey, 0, depth + 1}; }
    PathStep dot(std::string_view name) const { return {this, name, {}, 0, depth + 1}; }

    /// ".pool", "[3].name", "['a'][0]"; empty for the object itself.
    std::string path() const;
};

/// Objects nested deeper than this are refused, since taking them apart recurses.
inline constexpr int deepestStep = 1000;

} // namespace poolscope
