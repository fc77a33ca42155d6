// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Numbers as protocol 0 wrote them, with all that Python's int() and float() take: blanks around,
// underscores between digits, "inf". And integers of any size as digits, within Python's own limit.

#include <string>
#include <string_view>

namespace poolscope {

/// Appends the decimal digits; false for the reason that int() gives.
bool appendDecimal(std::string& out, std::string_view line, std::string& error);
/// Appends the repr of the float; false for the reason that float() gives.
bool appendReal(std::string& out, std::string_view line, std::string& error);
/// Appends the digits of little-endian two's complement; false where they are more than 4300.
bool appendLong(std::string& out, std::string_view twosComplement, std::string& error);

} // namespace poolscope
