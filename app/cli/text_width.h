// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How wide a text is in a terminal. Private to app/cli.

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace poolscope {

/// Characters, as all that we print are one cell wide.
inline std::size_t widthOf(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

} // namespace poolscope
