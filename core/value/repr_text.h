// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Python's repr of what has no parts: text, bytes, floats.

#include <string>
#include <string_view>

namespace poolscope {

/// Appends `'it\'s'` as Python writes it; stops soon after `out` has grown past `limit`.
void appendTextRepr(std::string& out, std::string_view utf8, std::size_t limit);
/// Appends `b'\x00'`.
void appendBytesRepr(std::string& out, std::string_view bytes, std::size_t limit);
/// Appends `bytearray(b'\x00')`, in which Python escapes a single quote always.
void appendByteArrayRepr(std::string& out, std::string_view bytes, std::size_t limit);
/// The shortest digits that read back as the same double: `1.0`, `1e+16`, `nan`.
std::string realRepr(double value);

} // namespace poolscope
