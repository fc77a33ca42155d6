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
    // What only a pickle says, and a reader keeps where it is asked to:
    Persistent, ///< stands for an object outside the pickle, named by its id
    Extension,  ///< a global by a number that copyreg has given it
    OutOfBand,  ///< a buffer that travels beside the pickle (PEP 574)
    Python2Str, ///< bytes that Python 2 called str, which only the reader's owner can decode
};

/// How an Object is made: by calling (REDUCE), by cls.__new__ (NEWOBJ), by cls.__new__ with keywords
/// (NEWOBJ_EX), or by looking up a name that is a symbol itself (STACK_GLOBAL): then the callable is
/// the module and the arguments are the qualname.
enum class Making : std::uint8_t { Reduce, NewObject, NewObjectEx, LookUp };

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
    std::uint8_t flags; ///< Str, Global: `interned`; Object: its Making; OutOfBand: `readOnly`;
                        ///< Tuple: `hashable`
    std::uint16_t high; ///< where `bytes` is used: bits 32 to 47 of the length
    std::uint32_t size; ///< bits 0 to 31 of the length; items, pairs or slots
    union {
        std::int64_t integer; ///< Bool, Int; Extension: its code
        double real;          ///< Float
        const char* bytes;    ///< Str, Bytes, ByteArray, OutOfBand, Python2Str; BigInt (two's
                              ///< complement, little-endian)
        Run run;              ///< List, Tuple, Dict, Set, FrozenSet, Object; Persistent: its id
        GlobalName name;      ///< Global
    };

    static constexpr std::uint8_t interned = 1;
    static constexpr std::uint8_t memoized = 2; ///< Persistent, Extension, OutOfBand: held twice
    static constexpr std::uint8_t readOnly = 4;
    static constexpr std::uint8_t hashable = 8; ///< Tuple: known to hold nothing that can change

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
    Keywords,
    Effects
};

/// What a pickle did to an object after its state was set: Effects holds pairs of one of these and
/// what it was done with (a list, a dict, a list, a state, a tuple of setter and state).
enum class Effect : std::uint8_t { Append, SetItems, AddItems, Build, CallSetter };

} // namespace poolscope
