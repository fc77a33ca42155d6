// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What stands behind an opcode, as Python prints it.

#include "core/pickle/opcode_scan.h"

namespace poolscope {

/// Appends the argument as pickletools prints it, nothing where there is none. Otherwise false, for
/// the reason that Python gives in `error`.
bool appendArgument(std::string& out, const ScannedOpcode& opcode, std::string& error);

/// The same to be looked at, about `limit` bytes of it: cut with "…", and the bytes as they are
/// where they mean nothing to Python.
std::string briefArgument(const ScannedOpcode& opcode, std::size_t limit);

/// At most about `limit` bytes of UTF-8, and "…" where that is not all.
std::string cutText(std::string text, std::size_t limit);

} // namespace poolscope
