// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/opcode_shape.h"

namespace poolscope {

namespace {

using Form = ArgumentForm;

constexpr OpcodeShape shapes[] = {
    // opcode, protocol, argument, pops, down to the mark, pushes, of which kind, use
    // clang-format off
    {Op::Int, 0, Form::IntLine, 0, false, 1, StackKind::IntOrBool, ByteUse::Values},
    {Op::BinInt, 1, Form::Int4, 0, false, 1, StackKind::Int, ByteUse::Values},
    {Op::BinInt1, 1, Form::UInt1, 0, false, 1, StackKind::Int, ByteUse::Values},
    {Op::BinInt2, 1, Form::UInt2, 0, false, 1, StackKind::Int, ByteUse::Values},
    {Op::Long, 0, Form::LongLine, 0, false, 1, StackKind::Int, ByteUse::Values},
    {Op::Long1, 2, Form::Long1, 0, false, 1, StackKind::Int, ByteUse::Values},
    {Op::Long4, 2, Form::Long4, 0, false, 1, StackKind::Int, ByteUse::Values},
    {Op::String, 0, Form::QuotedLine, 0, false, 1, StackKind::BytesOrStr, ByteUse::Values},
    {Op::BinString, 1, Form::String4, 0, false, 1, StackKind::BytesOrStr, ByteUse::Values},
    {Op::ShortBinString, 1, Form::String1, 0, false, 1, StackKind::BytesOrStr, ByteUse::Values},
    {Op::BinBytes, 3, Form::Bytes4, 0, false, 1, StackKind::Bytes, ByteUse::Values},
    {Op::ShortBinBytes, 3, Form::Bytes1, 0, false, 1, StackKind::Bytes, ByteUse::Values},
    {Op::BinBytes8, 4, Form::Bytes8, 0, false, 1, StackKind::Bytes, ByteUse::Values},
    {Op::ByteArray8, 5, Form::ByteArray8, 0, false, 1, StackKind::ByteArray, ByteUse::Values},
    {Op::NextBuffer, 5, Form::None, 0, false, 1, StackKind::Buffer, ByteUse::Values},
    {Op::ReadOnlyBuffer, 5, Form::None, 1, false, 1, StackKind::Buffer, ByteUse::Structure},
    {Op::None, 0, Form::None, 0, false, 1, StackKind::None, ByteUse::Values},
    {Op::NewTrue, 2, Form::None, 0, false, 1, StackKind::Bool, ByteUse::Values},
    {Op::NewFalse, 2, Form::None, 0, false, 1, StackKind::Bool, ByteUse::Values},
    {Op::Unicode, 0, Form::UnicodeLine, 0, false, 1, StackKind::Str, ByteUse::Values},
    {Op::ShortBinUnicode, 4, Form::Unicode1, 0, false, 1, StackKind::Str, ByteUse::Values},
    {Op::BinUnicode, 1, Form::Unicode4, 0, false, 1, StackKind::Str, ByteUse::Values},
    {Op::BinUnicode8, 4, Form::Unicode8, 0, false, 1, StackKind::Str, ByteUse::Values},
    {Op::Float, 0, Form::FloatLine, 0, false, 1, StackKind::Float, ByteUse::Values},
    {Op::BinFloat, 1, Form::Float8, 0, false, 1, StackKind::Float, ByteUse::Values},
    {Op::EmptyList, 1, Form::None, 0, false, 1, StackKind::List, ByteUse::Structure},
    {Op::Append, 0, Form::None, 2, false, 1, StackKind::List, ByteUse::Structure},
    {Op::Appends, 1, Form::None, 1, true, 1, StackKind::List, ByteUse::Structure},
    {Op::List, 0, Form::None, 0, true, 1, StackKind::List, ByteUse::Structure},
    {Op::EmptyTuple, 1, Form::None, 0, false, 1, StackKind::Tuple, ByteUse::Structure},
    {Op::Tuple, 0, Form::None, 0, true, 1, StackKind::Tuple, ByteUse::Structure},
    {Op::Tuple1, 2, Form::None, 1, false, 1, StackKind::Tuple, ByteUse::Structure},
    {Op::Tuple2, 2, Form::None, 2, false, 1, StackKind::Tuple, ByteUse::Structure},
    {Op::Tuple3, 2, Form::None, 3, false, 1, StackKind::Tuple, ByteUse::Structure},
    {Op::EmptyDict, 1, Form::None, 0, false, 1, StackKind::Dict, ByteUse::Structure},
    {Op::Dict, 0, Form::None, 0, true, 1, StackKind::Dict, ByteUse::Structure},
    {Op::SetItem, 0, Form::None, 3, false, 1, StackKind::Dict, ByteUse::Structure},
    {Op::SetItems, 1, Form::None, 1, true, 1, StackKind::Dict, ByteUse::Structure},
    {Op::EmptySet, 4, Form::None, 0, false, 1, StackKind::Set, ByteUse::Structure},
    {Op::AddItems, 4, Form::None, 1, true, 1, StackKind::Set, ByteUse::Structure},
    {Op::FrozenSet, 4, Form::None, 0, true, 1, StackKind::FrozenSet, ByteUse::Structure},
    {Op::Pop, 0, Form::None, 1, false, 0, StackKind::Any, ByteUse::Structure},
    {Op::Dup, 0, Form::None, 1, false, 2, StackKind::Any, ByteUse::Structure},
    {Op::Mark, 0, Form::None, 0, false, 1, StackKind::Mark, ByteUse::Structure},
    {Op::PopMark, 1, Form::None, 0, true, 0, StackKind::Any, ByteUse::Structure},
    {Op::Get, 0, Form::IntLine, 0, false, 1, StackKind::Any, ByteUse::Memo},
    {Op::BinGet, 1, Form::UInt1, 0, false, 1, StackKind::Any, ByteUse::Memo},
    {Op::LongBinGet, 1, Form::UInt4, 0, false, 1, StackKind::Any, ByteUse::Memo},
    {Op::Put, 0, Form::IntLine, 0, false, 0, StackKind::Any, ByteUse::Memo},
    {Op::BinPut, 1, Form::UInt1, 0, false, 0, StackKind::Any, ByteUse::Memo},
    {Op::LongBinPut, 1, Form::UInt4, 0, false, 0, StackKind::Any, ByteUse::Memo},
    {Op::Memoize, 4, Form::None, 1, false, 1, StackKind::Any, ByteUse::Memo},
    {Op::Ext1, 2, Form::UInt1, 0, false, 1, StackKind::Any, ByteUse::Names},
    {Op::Ext2, 2, Form::UInt2, 0, false, 1, StackKind::Any, ByteUse::Names},
    {Op::Ext4, 2, Form::Int4, 0, false, 1, StackKind::Any, ByteUse::Names},
    {Op::Global, 0, Form::LinePair, 0, false, 1, StackKind::Any, ByteUse::Names},
    {Op::StackGlobal, 4, Form::None, 2, false, 1, StackKind::Any, ByteUse::Names},
    {Op::Reduce, 0, Form::None, 2, false, 1, StackKind::Any, ByteUse::Structure},
    {Op::Build, 0, Form::None, 2, false, 1, StackKind::Any, ByteUse::Structure},
    {Op::Inst, 0, Form::LinePair, 0, true, 1, StackKind::Any, ByteUse::Names},
    {Op::Obj, 1, Form::None, 0, true, 1, StackKind::Any, ByteUse::Structure},
    {Op::NewObj, 2, Form::None, 2, false, 1, StackKind::Any, ByteUse::Structure},
    {Op::NewObjEx, 4, Form::None, 3, false, 1, StackKind::Any, ByteUse::Structure},
    {Op::Proto, 2, Form::UInt1, 0, false, 0, StackKind::Any, ByteUse::Framing},
    {Op::Stop, 0, Form::None, 1, false, 0, StackKind::Any, ByteUse::Framing},
    {Op::Frame, 4, Form::UInt8, 0, false, 0, StackKind::Any, ByteUse::Framing},
    {Op::PersId, 0, Form::PlainLine, 0, false, 1, StackKind::Any, ByteUse::Values},
    {Op::BinPersId, 1, Form::None, 1, false, 1, StackKind::Any, ByteUse::Structure},
    // clang-format on
};
static_assert(std::size(shapes) == 68);

// By code, with their names.
std::array<OpcodeShape, 256> byCode()
{
    std::array<OpcodeShape, 256> result{};
    for (const OpcodeShape& shape : shapes) {
        OpcodeShape& at = result[static_cast<std::uint8_t>(shape.op)];
        at = shape;
        at.name = nameOf(shape.op);
    }
    return result;
}

constexpr std::string_view kindNames[] = {
    "any",       "mark", "None",   "bool", "int",   "int_or_bool", "float", "bytes_or_str", "bytes",
    "bytearray", "str",  "buffer", "list", "tuple", "dict",        "set",   "frozenset",
};

} // namespace

const OpcodeShape* shapeOf(std::uint8_t code)
{
    static const std::array<OpcodeShape, 256> table = byCode();
    return table[code].name.empty() ? nullptr : &table[code];
}

std::string_view nameOf(StackKind kind) { return kindNames[static_cast<std::size_t>(kind)]; }

std::string_view opcodeName(std::uint8_t code)
{
    const OpcodeShape* shape = shapeOf(code);
    return shape == nullptr ? std::string_view() : shape->name;
}

} // namespace poolscope
