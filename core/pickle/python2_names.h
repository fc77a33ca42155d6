// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Protocols 0 to 2 carry Python 2's names: `__builtin__` for `builtins`. The pairs are those of
// CPython's _compat_pickle.

#include <string_view>

namespace poolscope {

struct GlobalText {
    std::string_view module;
    std::string_view qualname;
    bool operator==(const GlobalText&) const = default;
};

GlobalText toPython2(GlobalText name);
GlobalText toPython3(GlobalText name);

} // namespace poolscope
