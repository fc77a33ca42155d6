// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace poolscope {

/// The name that was most likely meant, empty where none is near.
std::string nearest(std::string_view typed, const std::vector<std::string>& names);
/// " (did you mean items?)", or empty.
std::string didYouMean(std::string_view typed, const std::vector<std::string>& names);
/// "items, start, n"
std::string joined(const std::vector<std::string>& names);

} // namespace poolscope
