// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is in a pickle, for a person at a terminal. Private to app/cli.

#include "core/pickle/pickle.h"

#include <string>

namespace poolscope {

/// What the bytes are for, and the tree of parts with its bytes, shares and bars, in lines of at
/// most `columns`.
std::string pictureText(const Anatomy& anatomy, std::size_t columns);
/// "values", as a person and as a program read it.
std::string_view nameOf(ByteUse use);

} // namespace poolscope
