// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is in a pickle, for a program. Private to app/cli.

#include "core/pickle/pickle.h"

#include <string>

namespace poolscope {

/// bytes, protocol, frames, memo, opcodes, uses, and the tree: label, text, begin, end, bytes and
/// children of each part.
std::string pictureJson(const Anatomy& anatomy);

} // namespace poolscope
