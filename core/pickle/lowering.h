// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Older protocols have no opcodes for some kinds: CPython then writes the call that makes the
// object (`set([1, 2])`). Lowering does the same to a copy of the value.

#include "core/value/value.h"

namespace poolscope {

/// A copy of `value` in `document`, in which protocol `protocol` has an opcode for each node.
Value lowered(Value value, int protocol, Document& document);

} // namespace poolscope
