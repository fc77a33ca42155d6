// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/core/pickle/bytes.h"

namespace poolscope {
namespace {

// The listing, and "!" and the error behind it.
std::string listed(std::string_view pickle, const ListingLimits& limits = {})
{
    std::string text;
    const auto keep = [&](std::string_view piece) {
        text += piece;
        return true;
    };
    const Result<void> done = disassemble(pickle, keep, limits);
    return done.ok() ? text : text + "!" + done.error().text;
}

TEST(Disassemble, listsOffsetsCodesArgumentsAndMarks)
{
    EXPECT_EQ(listed(raw("\x80\x04\x95\x0d\0\0\0\0\0\0\0]\x94(K\x01\x8c\x04it's\x94"
                         "h\x00\x65.")),
              R"(    0: \x80 PROTO      4
    2: \x95 FRAME      13
   11: ]    EMPTY_LIST
   12: \x94 MEMOIZE    (as 0)
   13: (    MARK
   14: K        BININT1    1
   16: \x8c     SHORT_BINUNICODE "it's"
   22: \x94     MEMOIZE    (as 1)
   23: h        BINGET     0
   25: e        APPENDS    (MARK at 13)
   26: .    STOP
highest protocol among opcodes = 4
)");
}

TEST(Disassemble, tellsWhatPopTookFromTheMemoOrTheStack)
{
    EXPECT_EQ(listed("((lp0\n(g0\ntp1\na00g1\n."), R"(    0: (    MARK
    1: (        MARK
    2: l            LIST       (MARK at 1)
    3: p        PUT        0
    6: (        MARK
    7: g            GET        0
   10: t            TUPLE      (MARK at 6)
   11: p        PUT        1
   14: a        APPEND
   15: 0        POP
   16: 0        POP        (MARK at 0)
   17: g    GET        1
   20: .    STOP
highest protocol among opcodes = 0
)");
}

TEST(Disassemble, listsADamagedPickleAsFarAsItGoes)
{
    EXPECT_EQ(listed("NX\x05"), "    0: N    NONE\n!not enough data in stream to read uint4");
    EXPECT_EQ(listed("N\xffN."), "    0: N    NONE\n!at position 1, opcode b'\\xff' unknown");
    EXPECT_EQ(listed("(\x85t."), "    0: (    MARK\n    1: \\x85     TUPLE1\n    2: "
                                 "!list index out of range");
    EXPECT_EQ(listed("NN."), "    0: N    NONE\n    1: N    NONE\n    2: .    STOP\n"
                             "highest protocol among opcodes = 0\n"
                             "!stack not empty after STOP: [None]");
    EXPECT_EQ(listed(""), "!pickle exhausted before seeing STOP");
}

TEST(Disassemble, escapesWhatCannotBePrintedEvenLoneSurrogates)
{
    EXPECT_EQ(listed("\x8c\x05\xed\xa0\x80\xc3\xa9."),
              "    0: \\x8c SHORT_BINUNICODE '\\ud800é'\n    7: .    STOP\n"
              "highest protocol among opcodes = 4\n");
    EXPECT_NE(listed("\x8c\x02\xcd\xb8.").find("'\\u0378'"), std::string::npos); // not assigned
}

TEST(Disassemble, trustsNoLength)
{
    const std::string many(8, '\xff');
    EXPECT_EQ(listed("\x8e" + many), "!bytes8 byte count > sys.maxsize: 18446744073709551615");
    EXPECT_EQ(listed("\x8d" + raw("\xff\xff\xff\xff\xff\xff\xff\x7f") + "a"),
              "!expected 9223372036854775807 bytes in a unicodestring8, but only 1 remain");
    EXPECT_EQ(listed(raw("\x8b\xff\xff\xff\xff")), "!long4 byte count < 0: -1");
    EXPECT_EQ(listed(raw("\x8b\xff\xff\xff\x7f")), "!not enough data in stream to read long4");
}

TEST(Disassemble, printsNoIntegerOfMoreThan4300DigitsAsPythonDoesNot)
{
    const std::string digits(4301, '9');
    EXPECT_NE(listed("L" + digits + "L\n.").find("Exceeds the limit (4300 digits)"),
              std::string::npos);
    const std::string bytes = raw("\x8b\xd0\x07\0\0") + std::string(2000, '\x7f') + ".";
    EXPECT_EQ(listed(bytes).find("    0: !Exceeds the limit (4300 digits)"), 0u);
}

TEST(Disassemble, aMillionOpcodesAndLevelsAreNoTrouble)
{
    const std::string deep = "N" + std::string(1000000, '\x85') + ".";
    const std::string text = listed(deep);
    EXPECT_TRUE(text.ends_with("1000001: .    STOP\nhighest protocol among opcodes = 2\n"));
}

TEST(Disassemble, boundsWhatMarksWithoutEndWouldIndent)
{
    const std::string text = listed(std::string(1000000, '('), {.text = 1 << 20});
    EXPECT_TRUE(text.ends_with("!the listing is longer than 1048576 bytes"));
    EXPECT_LT(text.size(), std::size_t{8} << 20);
}

TEST(Disassemble, endsWhenNobodyWantsMore)
{
    std::size_t pieces = 0;
    const auto refuse = [&](std::string_view) {
        ++pieces;
        return false;
    };
    EXPECT_TRUE(disassemble("N" + std::string(1000000, '\x85') + ".", refuse).ok());
    EXPECT_EQ(pieces, 1u);
}

} // namespace
} // namespace poolscope
