// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Text and bytes as Python 3.11 prints them, to the character: what a listing shows must be what
// pickletools shows.

#include <string>
#include <string_view>

namespace poolscope {

/// Appends the repr of a str. `utf8` is valid, but for lone surrogates as their 3 bytes.
void appendPythonText(std::string& out, std::string_view utf8);
/// Appends `b'\x00'`.
void appendPythonBytes(std::string& out, std::string_view bytes);
/// Appends `bytearray(b'\x00')`.
void appendPythonByteArray(std::string& out, std::string_view bytes);
/// Appends the shortest digits that read back as the same double: `1.0`, `1e+16`, `nan`.
void appendPythonFloat(std::string& out, double value);

/// Whether Python's str.isprintable says so (Unicode 14, as Python 3.11).
bool isPrintable(char32_t c);

} // namespace poolscope
