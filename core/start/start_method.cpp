// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/start/start.h"

#include <algorithm>
#include <array>

namespace poolscope {

namespace {

constexpr std::array<const char*, 2> names{"spawn", "forkserver"};

} // namespace

const char* nameOf(StartMethod method) { return names[static_cast<std::size_t>(method)]; }

std::optional<StartMethod> startMethodNamed(std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end()
               ? std::nullopt
               : std::optional<StartMethod>(static_cast<StartMethod>(found - names.begin()));
}

} // namespace poolscope
