// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// How a document lies in memory. For codecs, which walk millions of nodes; everybody else uses
// Value. Part of the door through document.h.

#include <cstdint>
#include <string_view>

namespace poolscope {

enum class Kind : std::uint8_t {
    None,
    Bool,
    Int,
    BigInt,
    Float,
    Str,
    Bytes,
    ByteArray,
    List,
    Tuple,
    Dict,
    Set,
    FrozenSet,
    Global, ///< a function or class by name: module and qualname
    Object, ///< what NEWOBJ, REDUCE and BUILD make: a call that has not been made
};

/// How an Object is made: by calling (REDUCE), by cls.__new__ (NEWOBJ), or by cls.__new__ with
/// keywords (NEWOBJ_EX).
enum class Making : std::uint8_t { Reduce, NewObject, NewObjectEx };

/// Children are a run of links (indices of nodes). A Dict's run has key, item, key, item, …
struct Run {
    std::uint32_t first;
    std::uint32_t capacity;
};

/// The two Str nodes of a Global.
struct GlobalName {
    std::uint32_t module;
    std::uint32_t qualname;
};

/// One node. What of the union holds is said by the kind.
struct Node {
    Kind kind;
    std::uint8_t flags; ///< Str, Global: `interned`; Object: its Making
    std::uint16_t high; ///< Str, Bytes, ByteArray, BigInt: bits 32 to 47 of the length
    std::uint32_t size; ///< bits 0 to 31 of the length; items, pairs or slots
    union {
        std::int64_t integer; ///< Bool, Int
        double real;          ///< Float
        const char* bytes;    ///< Str, Bytes, ByteArray, BigInt (two's complement, little-endian)
        Run run;              ///< List, Tuple, Dict, Set, FrozenSet, Object
        GlobalName name;      ///< Global
    };

    static constexpr std::uint8_t interned = 1;

    std::string_view text() const { return {bytes, static_cast<std::size_t>(high) << 32 | size}; }
};
static_assert(sizeof(Node) == 16);

/// No node: an Object's empty slot.
inline constexpr std::uint32_t noNode = 0xffffffff;

/// What an Object's run holds; a short run lacks the later ones.
enum class Slot : std::uint32_t {
    Callable,
    Arguments,
    State,
    Setter,
    ListItems,
    DictItems,
    Keywords
};

} // namespace poolscope
