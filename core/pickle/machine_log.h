// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What a pickle's machine did, so that it can be shown at any moment: every thing that it made, what
// each was made of and how it changed, every stack and the memo. Each moment is the number of an
// opcode; nothing is ever forgotten, so stepping back costs what stepping forward costs.

#include "core/pickle/anatomy.h"
#include "core/pickle/argument_text.h"

#include <span>

namespace poolscope {

inline constexpr std::uint32_t nothing = 0xffffffff;

enum class Symbol : std::uint8_t {
    Mark,
    Atom, ///< what the opcode says: a number, a text, None
    Tuple,
    List,
    Dict,
    Set,
    FrozenSet,
    Global,     ///< of an opcode with two lines, or made of module and name
    Call,       ///< made of what is called and its arguments
    NewObject,  ///< made of a class, its arguments, and keywords where there are some
    Instance,   ///< made of a class and its arguments, or of its arguments: INST says the class
    Persistent, ///< of a line, or made of an id
    Extension,
    Buffer,
    Reference, ///< from the memo, or a copy of the stack's top
};

/// A thing that was put on the stack. Marks and references are things of their own, so that each is
/// taken from the stack once at most: what takes it is its parent.
struct Thing {
    Symbol symbol;
    std::uint32_t opcode;           ///< that made it
    std::uint32_t first = 0;        ///< of the links to what it is made of …
    std::uint32_t count = 0;        ///< … how many
    std::uint32_t target = nothing; ///< Reference: what it stands for, no Reference itself
    std::uint32_t firstChange = nothing;
    std::uint32_t lastChange = nothing;
    std::uint32_t items = 0; ///< that changes added
    std::uint32_t pairs = 0; ///< keys and items
};

enum class ChangeKind : std::uint8_t {
    Items, ///< by APPEND, APPENDS, ADDITEMS
    Pairs, ///< by SETITEM, SETITEMS: key, item, key, item, …
    State, ///< by BUILD
    Aside, ///< by POP, just before: a recursive tuple is made, popped, and fetched from the memo
    Left,  ///< by STOP, which leaves what lies below the result
};

/// Things that were added later.
struct Change {
    ChangeKind kind;
    bool elsewhere; ///< through a reference, which is the parent of what was added
    std::uint32_t opcode;
    std::uint32_t first;
    std::uint32_t count;
    std::uint32_t next = nothing;
};

/// A stack is its top and the stack below it: stacks share their lower parts.
struct Cell {
    std::uint32_t thing;
    std::uint32_t below; ///< a cell; 0 is the empty stack
    std::uint32_t depth;
};

struct Put {
    std::uint32_t opcode;
    std::uint32_t thing;
    std::uint64_t number;
    std::uint32_t replacedAt = nothing; ///< by a later put of the same number
    std::uint32_t known = 0;            ///< different numbers, this one counted
};

struct MachineLog {
    std::string_view message;
    std::vector<OpcodeAt> opcodes; ///< `part` is the thing that owns it until the parts are made
    std::vector<std::uint32_t> stackBefore; ///< a cell, for each opcode and for the end
    std::vector<Thing> things;
    std::vector<std::uint32_t> links; ///< to things
    std::vector<Change> changes;
    std::vector<Cell> cells;
    std::vector<Put> puts;
    std::uint32_t result = nothing;
    std::size_t end = 0; ///< of the opcodes: bytes may lie behind STOP
    int protocol = 0;
    std::size_t frames = 0;

    /// What `thing` stands for.
    std::uint32_t resolved(std::uint32_t thing) const
    {
        return things[thing].target == nothing ? thing : things[thing].target;
    }
    Op opOf(std::uint32_t opcode) const { return static_cast<Op>(opcodes[opcode].code); }
    ScannedOpcode scanned(std::uint32_t opcode) const
    {
        return scannedAt(message, opcodes[opcode].offset, opcodes[opcode].size);
    }
    std::span<const std::uint32_t> linksOf(std::uint32_t first, std::uint32_t count) const
    {
        return {links.data() + first, count};
    }
    std::span<const std::uint32_t> madeOf(std::uint32_t thing) const
    {
        return linksOf(things[thing].first, things[thing].count);
    }
};

/// Runs the machine over the message. "UnpicklingError" with the offset and a reason.
Result<MachineLog> runMachine(std::string_view message, const AnatomyLimits& limits);

} // namespace poolscope
