// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A function that only workers know: one of a Python file. It travels by its name as any other, and
// cannot be called in this process.

#include "core/jobs/call.h"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace poolscope {

using KeywordValue = std::variant<bool, std::int64_t, double, std::string>;
using FixedKeywords = std::vector<std::pair<std::string, KeywordValue>>;

/// `module.qualname`, with some of its keywords fixed. `spread`: it takes several arguments, and each
/// item is a tuple of them.
std::shared_ptr<const Callable> workersFunction(std::string module, std::string qualname,
                                                FixedKeywords keywords = {}, bool spread = false);

} // namespace poolscope
