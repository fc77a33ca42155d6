// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What is known of each opcode before a message is looked at: the argument that follows it, what it
// takes from the stack and puts there, in which protocol it came.

#include "core/pickle/anatomy.h"
#include "core/pickle/opcode.h"

namespace poolscope {

/// How an argument is written.
enum class ArgumentForm : std::uint8_t {
    None,
    UInt1,
    UInt2,
    UInt4,
    UInt8,
    Int4,
    Float8,
    IntLine, ///< a line of text; these forms stand together
    LongLine,
    FloatLine,
    QuotedLine,
    PlainLine,
    UnicodeLine,
    LinePair, ///< two lines
    Long1,    ///< a length of one byte, and two's complement; these forms stand together too
    Long4,
    String1, ///< a length, and Latin-1
    String4,
    Bytes1, ///< a length, and bytes
    Bytes4,
    Bytes8,
    ByteArray8,
    Unicode1, ///< a length, and UTF-8
    Unicode4,
    Unicode8,
};

constexpr bool isLine(ArgumentForm form)
{
    return form >= ArgumentForm::IntLine && form <= ArgumentForm::LinePair;
}
constexpr bool isCounted(ArgumentForm form) { return form >= ArgumentForm::Long1; }

/// What pickletools calls a thing on the stack.
enum class StackKind : std::uint8_t {
    Any,
    Mark,
    None,
    Bool,
    Int,
    IntOrBool,
    Float,
    BytesOrStr,
    Bytes,
    ByteArray,
    Str,
    Buffer,
    List,
    Tuple,
    Dict,
    Set,
    FrozenSet,
};

struct OpcodeShape {
    Op op;
    std::uint8_t protocol; ///< the first that has it
    ArgumentForm form;
    std::uint8_t pops;   ///< below the mark, where it takes all down to one
    bool toMark;         ///< takes all down to the topmost mark
    std::uint8_t pushes; ///< how many
    StackKind pushed;    ///< of which kind
    ByteUse use;         ///< unless what takes it from the stack says otherwise
    std::string_view name = {};
};

/// Null where no opcode has this code.
const OpcodeShape* shapeOf(std::uint8_t code);
/// "bytes_or_str"
std::string_view nameOf(StackKind kind);

} // namespace poolscope
