// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The things of a machine's log, as a person reads them.

#include "core/pickle/machine_log.h"

namespace poolscope {

/// The two names of a global.
struct GlobalNames {
    std::string module;
    std::string name;
};

/// Of a Global or a reference to one, or of an Instance whose opcode names its class; else empty.
GlobalNames namesOf(const MachineLog& log, std::uint32_t thing);
/// Whether `thing` is builtins.getattr, which makes bound methods.
bool isGetattr(const MachineLog& log, std::uint32_t thing);
/// Whether `thing` is the call of getattr with an object and a name.
bool isBoundMethod(const MachineLog& log, std::uint32_t thing);
/// What a call, a new object or an instance is made of: "BigPow", "mapstar"; else empty.
std::string classOf(const MachineLog& log, std::uint32_t thing);

/// What is in a container, or was added to an object: items, or keys and items in turn.
std::size_t itemsIn(const MachineLog& log, std::uint32_t thing, ChangeKind kind);
/// A number, a text, or a reference to one.
bool isPlain(const MachineLog& log, std::uint32_t thing);

/// Its repr before the opcode `moment`: "[1, 2]", "BigPow object", "BigPow(n=10)"; cut to `limit`.
std::string textAt(const MachineLog& log, std::uint32_t thing, std::uint32_t moment,
                   std::size_t limit);
/// What it is at the end, in a few words: its repr where that is short, "list of 1000", "BigPow".
std::string briefText(const MachineLog& log, std::uint32_t thing, std::size_t limit);
/// The same of the result: a message of a pool is a "task tuple" or a "result tuple".
std::string rootText(const MachineLog& log, std::size_t limit);
/// 1000000 as "1 000 000", with narrow spaces that do not break.
std::string grouped(std::size_t number);

} // namespace poolscope
