// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every opcode of protocols 0 to 5, each in a pickle of its own.
#include "core/pickle/opcode.h"
#include "tests/unit/core/pickle/bytes.h"

namespace poolscope {
namespace {

struct Sample {
    Op op;
    std::string pickle;
    std::string repr;
};

std::vector<Sample> numbersAndText()
{
    return {
        {Op::None, "N.", "None"},
        {Op::NewTrue, "\x88.", "True"},
        {Op::NewFalse, "\x89.", "False"},
        {Op::Int, "I-12\n.", "-12"},
        {Op::BinInt, raw("J\xfe\xff\xff\xff."), "-2"},
        {Op::BinInt1, "K\xff.", "255"},
        {Op::BinInt2, raw("M\0\1."), "256"},
        {Op::Long, "L123456789012345678901L\n.", "123456789012345678901"},
        {Op::Long1, raw("\x8a\2\0\x80."), "-32768"},
        {Op::Long4, raw("\x8b\1\0\0\0\xff."), "-1"},
        {Op::Float, "F1.5e3\n.", "1500.0"},
        {Op::BinFloat, raw("G\x3f\xf8\0\0\0\0\0\0."), "1.5"},
        {Op::String, "S'a\\x62'\n.", "b'ab'"},
        {Op::BinString, raw("T\2\0\0\0ab."), "b'ab'"},
        {Op::ShortBinString, "U\2ab.", "b'ab'"},
        {Op::Unicode, "V\\u20ac\n.", "'€'"},
        {Op::BinUnicode, raw("X\2\0\0\0ab."), "'ab'"},
        {Op::ShortBinUnicode, "\x8c\2ab.", "'ab'"},
        {Op::BinUnicode8, raw("\x8d\2\0\0\0\0\0\0\0ab."), "'ab'"},
        {Op::BinBytes, raw("B\2\0\0\0ab."), "b'ab'"},
        {Op::ShortBinBytes, "C\2ab.", "b'ab'"},
        {Op::BinBytes8, raw("\x8e\2\0\0\0\0\0\0\0ab."), "b'ab'"},
        {Op::ByteArray8, raw("\x96\2\0\0\0\0\0\0\0ab."), "bytearray(b'ab')"},
        {Op::NextBuffer, "\x97.", "<buffer of 0 bytes>"},
        {Op::ReadOnlyBuffer, "\x97\x98.", "<buffer of 0 bytes>"},
    };
}

std::vector<Sample> containers()
{
    return {
        {Op::EmptyList, "].", "[]"},
        {Op::List, "(K\1l.", "[1]"},
        {Op::Append, "]K\1a.", "[1]"},
        {Op::Appends, "](K\1K\2e.", "[1, 2]"},
        {Op::EmptyTuple, ").", "()"},
        {Op::Tuple, "(K\1K\2t.", "(1, 2)"},
        {Op::Tuple1, "K\1\x85.", "(1,)"},
        {Op::Tuple2, "K\1K\2\x86.", "(1, 2)"},
        {Op::Tuple3, "K\1K\2K\3\x87.", "(1, 2, 3)"},
        {Op::EmptyDict, "}.", "{}"},
        {Op::Dict, "(K\1K\2d.", "{1: 2}"},
        {Op::SetItem, "}K\1K\2s.", "{1: 2}"},
        {Op::SetItems, "}(K\1K\2K\3K\4u.", "{1: 2, 3: 4}"},
        {Op::EmptySet, "\x8f.", "set()"},
        {Op::AddItems, "\x8f(K\1\x90.", "{1}"},
        {Op::FrozenSet, "(K\1\x91.", "frozenset({1})"},
    };
}

std::vector<Sample> theStackAndTheMemo()
{
    return {
        {Op::Mark, "(K\1t.", "(1,)"},
        {Op::Pop,
         "K\1K\2"
         "0.",
         "1"},
        {Op::PopMark,
         "K\1(K\2K\3"
         "1.",
         "1"},
        {Op::Dup,
         "K\1"
         "2\x86.",
         "(1, 1)"},
        {Op::Put, "]p7\ng7\n\x86.", "([], [])"},
        {Op::Get, "]p7\ng7\n\x86.", "([], [])"},
        {Op::BinPut, "]q\7h\7\x86.", "([], [])"},
        {Op::BinGet, "]q\7h\7\x86.", "([], [])"},
        {Op::LongBinPut, raw("]r\0\1\0\0j\0\1\0\0\x86."), "([], [])"},
        {Op::LongBinGet, raw("]r\0\1\0\0j\0\1\0\0\x86."), "([], [])"},
        {Op::Memoize, raw("]\x94h\0\x86."), "([], [])"},
        {Op::Proto, "\x80\5N.", "None"},
        {Op::Frame, raw("\x95\2\0\0\0\0\0\0\0N."), "None"},
        {Op::Stop, "N.", "None"},
    };
}

std::vector<Sample> objects()
{
    return {
        {Op::Global, "cos\nsystem\n.", "os.system"},
        {Op::StackGlobal, "\x8c\2os\x8c\6system\x93.", "os.system"},
        {Op::Reduce, "cos\nsystem\n\x8c\1x\x85R.", "os.system('x')"},
        {Op::Build, "cm\nA\n)\x81}K\1K\2sb.", "m.A() + {1: 2}"},
        {Op::Inst, "(K\1im\nA\n.", "m.A(1)"},
        {Op::Obj, "(cm\nA\nK\1o.", "m.A(1)"},
        {Op::NewObj, "cm\nA\nK\1\x85\x81.", "m.A(1)"},
        {Op::NewObjEx, "cm\nA\nK\1\x85}K\2K\3s\x92.", "m.A(1) ** {2: 3}"},
        {Op::PersId, "Pid\n.", "<persistent id 'id'>"},
        {Op::BinPersId, "K\1Q.", "<persistent id 1>"},
        {Op::Ext1, "\x82\1.", "<extension 1>"},
        {Op::Ext2, raw("\x83\1\1."), "<extension 257>"},
        {Op::Ext4, raw("\x84\1\0\1\0."), "<extension 65537>"},
    };
}

TEST(Opcodes, areAllRead)
{
    PickleLimits limits;
    limits.symbols = true;
    std::vector<bool> met(256);
    for (const auto& samples : {numbersAndText(), containers(), theStackAndTheMemo(), objects()}) {
        for (const Sample& sample : samples) {
            Document document;
            const Result<Value> value = readPickle(sample.pickle, document, limits);
            EXPECT_EQ(value.ok() ? repr(*value) : value.error().text, sample.repr);
            const char code = static_cast<char>(sample.op);
            EXPECT_NE(sample.pickle.find(code), std::string::npos) << nameOf(sample.op);
            met[static_cast<unsigned char>(code)] = true;
        }
    }
    for (int code = 0; code < 256; ++code) {
        const bool isOne = !nameOf(static_cast<Op>(code)).empty();
        EXPECT_EQ(met[static_cast<std::size_t>(code)], isOne) << code;
    }
}

} // namespace
} // namespace poolscope
