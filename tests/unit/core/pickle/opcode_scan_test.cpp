// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pickle/argument_text.h"
#include "tests/unit/core/pickle/bytes.h"

namespace poolscope {
namespace {

// An opcode with an argument of its form.
std::string example(const OpcodeShape& shape)
{
    const std::string code(1, static_cast<char>(shape.op));
    switch (shape.form) {
    case ArgumentForm::None: return code;
    case ArgumentForm::UInt1: return code + "\x07";
    case ArgumentForm::UInt2: return code + "\x01\x02";
    case ArgumentForm::UInt4:
    case ArgumentForm::Int4: return code + "\x01\x02\x03\x04";
    case ArgumentForm::UInt8:
    case ArgumentForm::Float8: return code + "\x01\x02\x03\x04\x05\x06\x07\x08";
    case ArgumentForm::IntLine:
    case ArgumentForm::LongLine:
    case ArgumentForm::FloatLine: return code + "12\n";
    case ArgumentForm::QuotedLine: return code + "'a'\n";
    case ArgumentForm::PlainLine:
    case ArgumentForm::UnicodeLine: return code + "a\n";
    case ArgumentForm::LinePair: return code + "a\nb\n";
    case ArgumentForm::Long1:
    case ArgumentForm::String1:
    case ArgumentForm::Bytes1:
    case ArgumentForm::Unicode1: return code + "\x02xy";
    case ArgumentForm::Long4:
    case ArgumentForm::String4:
    case ArgumentForm::Bytes4:
    case ArgumentForm::Unicode4: return code + raw("\x02\0\0\0xy");
    default: return code + raw("\x02\0\0\0\0\0\0\0xy");
    }
}

std::vector<std::string> examples()
{
    std::vector<std::string> all;
    for (int code = 0; code < 256; ++code) {
        if (const OpcodeShape* shape = shapeOf(static_cast<std::uint8_t>(code))) {
            all.push_back(example(*shape));
        }
    }
    return all;
}

TEST(OpcodeScan, findsEachOpcodeWithItsArgument)
{
    EXPECT_EQ(examples().size(), 68u);
    for (const std::string& opcode : examples()) {
        const std::string message = opcode + "N";
        OpcodeScan scan(message);
        ScannedOpcode found{};
        ASSERT_TRUE(scan.next(found)) << scan.error();
        EXPECT_EQ(found.size, opcode.size()) << found.shape->name;
        EXPECT_EQ(scan.offset(), opcode.size());
        EXPECT_EQ(scannedAt(message, 0, found.size).argument, found.argument);
        std::string text;
        std::string error;
        EXPECT_TRUE(appendArgument(text, found, error)) << error;
        EXPECT_EQ(text.empty(), found.shape->form == ArgumentForm::None);
    }
}

TEST(OpcodeScan, saysOfEachThatIsCutOffWhatIsMissing)
{
    for (const std::string& opcode : examples()) {
        for (std::size_t size = 0; size < opcode.size(); ++size) {
            OpcodeScan scan(std::string_view(opcode).substr(0, size));
            ScannedOpcode found{};
            EXPECT_FALSE(scan.next(found));
            EXPECT_NE(scan.error(), "");
            EXPECT_EQ(scan.offset(), 0u);
        }
    }
}

// The argument of one opcode, to be looked at.
std::string brief(std::string_view opcode, std::size_t limit)
{
    OpcodeScan scan(opcode);
    ScannedOpcode found{};
    EXPECT_TRUE(scan.next(found)) << scan.error();
    return briefArgument(found, limit);
}

TEST(OpcodeScan, showsTheBeginningOfALongArgument)
{
    EXPECT_EQ(brief("\x8c\x0chello, world", 6), "'hello…");
    EXPECT_EQ(brief("\x8c\x04\xc3\xa9\xc3\xa9", 4), "'é…");    // no half character
    EXPECT_EQ(brief("\x8c\x02\xff\xff", 60), "b'\\xff\\xff'"); // no text: the bytes
    EXPECT_EQ(brief("C\x02\xff\x01", 60), "b'\\xff\\x01'");
    EXPECT_EQ(brief(raw("\x8b\xd0\x07\0\0") + std::string(2000, 'x'), 60), "int of 2000 bytes");
    EXPECT_EQ(brief("V" + std::string(1 << 20, 'x') + "\n", 10), "b'xxxxxxxx…");
    EXPECT_EQ(brief("Fnone\n", 60), "b'none'");
}

} // namespace
} // namespace poolscope
