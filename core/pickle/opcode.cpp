// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/pickle/opcode.h"

#include <algorithm>

namespace poolscope {

namespace {

struct Named {
    Op op;
    std::string_view name;
};

constexpr Named names[] = {
    {Op::Mark, "MARK"},
    {Op::Stop, "STOP"},
    {Op::Pop, "POP"},
    {Op::PopMark, "POP_MARK"},
    {Op::Dup, "DUP"},
    {Op::Float, "FLOAT"},
    {Op::Int, "INT"},
    {Op::BinInt, "BININT"},
    {Op::BinInt1, "BININT1"},
    {Op::Long, "LONG"},
    {Op::BinInt2, "BININT2"},
    {Op::None, "NONE"},
    {Op::PersId, "PERSID"},
    {Op::BinPersId, "BINPERSID"},
    {Op::Reduce, "REDUCE"},
    {Op::String, "STRING"},
    {Op::BinString, "BINSTRING"},
    {Op::ShortBinString, "SHORT_BINSTRING"},
    {Op::Unicode, "UNICODE"},
    {Op::BinUnicode, "BINUNICODE"},
    {Op::Append, "APPEND"},
    {Op::Build, "BUILD"},
    {Op::Global, "GLOBAL"},
    {Op::Dict, "DICT"},
    {Op::EmptyDict, "EMPTY_DICT"},
    {Op::Appends, "APPENDS"},
    {Op::Get, "GET"},
    {Op::BinGet, "BINGET"},
    {Op::Inst, "INST"},
    {Op::LongBinGet, "LONG_BINGET"},
    {Op::List, "LIST"},
    {Op::EmptyList, "EMPTY_LIST"},
    {Op::Obj, "OBJ"},
    {Op::Put, "PUT"},
    {Op::BinPut, "BINPUT"},
    {Op::LongBinPut, "LONG_BINPUT"},
    {Op::SetItem, "SETITEM"},
    {Op::Tuple, "TUPLE"},
    {Op::EmptyTuple, "EMPTY_TUPLE"},
    {Op::SetItems, "SETITEMS"},
    {Op::BinFloat, "BINFLOAT"},
    {Op::BinBytes, "BINBYTES"},
    {Op::ShortBinBytes, "SHORT_BINBYTES"},
    {Op::Proto, "PROTO"},
    {Op::NewObj, "NEWOBJ"},
    {Op::Ext1, "EXT1"},
    {Op::Ext2, "EXT2"},
    {Op::Ext4, "EXT4"},
    {Op::Tuple1, "TUPLE1"},
    {Op::Tuple2, "TUPLE2"},
    {Op::Tuple3, "TUPLE3"},
    {Op::NewTrue, "NEWTRUE"},
    {Op::NewFalse, "NEWFALSE"},
    {Op::Long1, "LONG1"},
    {Op::Long4, "LONG4"},
    {Op::ShortBinUnicode, "SHORT_BINUNICODE"},
    {Op::BinUnicode8, "BINUNICODE8"},
    {Op::BinBytes8, "BINBYTES8"},
    {Op::EmptySet, "EMPTY_SET"},
    {Op::AddItems, "ADDITEMS"},
    {Op::FrozenSet, "FROZENSET"},
    {Op::NewObjEx, "NEWOBJ_EX"},
    {Op::StackGlobal, "STACK_GLOBAL"},
    {Op::Memoize, "MEMOIZE"},
    {Op::Frame, "FRAME"},
    {Op::ByteArray8, "BYTEARRAY8"},
    {Op::NextBuffer, "NEXT_BUFFER"},
    {Op::ReadOnlyBuffer, "READONLY_BUFFER"},
};
static_assert(std::size(names) == 68);

} // namespace

std::string_view nameOf(Op op)
{
    const auto* found = std::find_if(std::begin(names), std::end(names),
                                     [op](const Named& named) { return named.op == op; });
    return found == std::end(names) ? std::string_view() : found->name;
}

} // namespace poolscope
