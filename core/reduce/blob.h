// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace poolscope {

/// Python's bytes. A std::string is text (str); this is anything.
struct Blob {
    std::string bytes;

    bool operator==(const Blob&) const = default;
};

} // namespace poolscope
