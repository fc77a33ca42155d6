// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The names in the file of a program or library. Only that file is looked at and nothing is kept, which
// takes a fraction of a millisecond.

#include <cstdint>
#include <string>

namespace poolscope {

/// What a file says of an address in it.
struct ElfName {
    std::string function;  ///< as the linker knows it, or empty
    bool hasLines = false; ///< there is debug information
};

/// `address` counts from where the file's begin would be loaded. Nothing where the file is none.
ElfName nameInFile(const std::string& path, std::uintptr_t address);

} // namespace poolscope
