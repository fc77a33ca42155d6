// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How wide a text is in a terminal. Private to app/cli.

#include <algorithm>
#include <cstddef>
#include <string_view>

#include <sys/ioctl.h>

namespace poolscope {

/// Characters, as all that we print are one cell wide.
inline std::size_t widthOf(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

/// How many a terminal shows in a line; 80 where `descriptor` is none.
inline std::size_t columnsOf(int descriptor)
{
    constexpr std::size_t usual = 80;
    winsize size{};
    const bool known = ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : usual;
}

} // namespace poolscope
