// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The way back from lowering: what CPython writes as a call only because the protocol has no opcode
// for it is read as what it is, so that a set is a Set whatever the protocol.

#include "core/value/value.h"

namespace poolscope {

/// What `callable(*arguments)` stands for in a pickle of this protocol; invalid where it is a call
/// like any other.
Value raised(Value callable, Value arguments, int protocol, Document& document);

} // namespace poolscope
