// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Where in the program something happened, as a person reads it. The names come from the program's
// own file and are read when they are asked for, so that nothing is paid before.

#include <cstdint>
#include <span>
#include <string>

namespace poolscope {

/// The innermost of these calls that is not the standard library's (addresses within call
/// instructions, the innermost first):
///   "numbers.cpp:12 in ipow(long)"    where there is debug information
///   "ipow(long) in poolscope-worker"  where there are only names
///   "poolscope-worker+0x12ab"         in a program that was stripped: addr2line takes it
/// Empty where there is no call, or no memory to find out.
std::string placeInCode(std::span<const std::uintptr_t> calls);

} // namespace poolscope
