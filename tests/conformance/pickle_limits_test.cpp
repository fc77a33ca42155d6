// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pickles that nobody writes but to do harm: stacks and marks that do not fit, lengths and memo
// numbers that are lies, a million levels, calls that must not be made.

#include "core/pickle/pickle.h"
#include "tests/support/byte_strings.h"
#include "tests/support/memory/counted_memory.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdio>
#include <filesystem>

namespace poolscope {
namespace {

constexpr PickleLimits symbolic{.symbols = true};

using test::raw;
using test::repeated;

/// The repr of what a pickle holds, or its error; never in more memory than is allowed.
std::string read(const std::string& pickle, const PickleLimits& limits = {})
{
    Document document;
    const test::CountedMemory memory;
    const Result<Value> value = readPickle(pickle, document, limits);
    EXPECT_LE(memory.peak(), 64 * pickle.size() + 8192);
    return value.ok() ? repr(*value) : value.error().text;
}

struct Opcode {
    std::string bytes; ///< with an argument where it has one
    const char* name;
};

TEST(PickleLimits, anOpcodeThatWantsObjectsFindsThem)
{
    const Opcode opcodes[] = {
        {".", "STOP"},
        {"0", "POP"},
        {"2", "DUP"},
        {"Q", "BINPERSID"},
        {"R", "REDUCE"},
        {"a", "APPEND"},
        {"b", "BUILD"},
        {"s", "SETITEM"},
        {"p0\n", "PUT"},
        {raw("q\0"), "BINPUT"},
        {"\x94", "MEMOIZE"},
        {raw("r\0\0\0\0"), "LONG_BINPUT"},
        {"\x81", "NEWOBJ"},
        {"\x92", "NEWOBJ_EX"},
        {"\x85", "TUPLE1"},
        {"\x86", "TUPLE2"},
        {"\x87", "TUPLE3"},
        {"\x93", "STACK_GLOBAL"},
        {"\x98", "READONLY_BUFFER"},
    };
    for (const auto& [bytes, name] : opcodes) {
        EXPECT_EQ(read(raw("\x80\5") + bytes + "N.", symbolic),
                  std::string("at byte 2: ") + name + " finds too little on the stack");
        if (std::string_view(name) != "POP") { // which takes the mark
            EXPECT_EQ(read(raw("\x80\5N(") + bytes + "N.", symbolic),
                      std::string("at byte 4: ") + name + " finds a mark where it needs an object");
        }
    }
}

TEST(PickleLimits, anOpcodeThatWantsAMarkFindsOne)
{
    const Opcode opcodes[] = {{"1", "POP_MARK"},    {"t", "TUPLE"},   {"l", "LIST"},
                              {"d", "DICT"},        {"e", "APPENDS"}, {"u", "SETITEMS"},
                              {"ia\nb\n", "INST"},  {"o", "OBJ"},     {"\x90", "ADDITEMS"},
                              {"\x91", "FROZENSET"}};
    for (const auto& [bytes, name] : opcodes) {
        const std::string error = std::string(name) + " finds no mark";
        EXPECT_EQ(read(raw("\x80\5") + bytes + "."), "at byte 2: " + error);
        EXPECT_EQ(read(raw("\x80\5]NN") + bytes + "."), "at byte 5: " + error);
    }
    for (const auto& [bytes, name] :
         {Opcode{"e", "APPENDS"}, Opcode{"u", "SETITEMS"}, Opcode{"\x90", "ADDITEMS"}}) {
        EXPECT_EQ(read("(" + bytes + "."),
                  std::string("at byte 1: ") + name + " finds too little on the stack");
        EXPECT_EQ(read("((" + bytes + "."),
                  std::string("at byte 2: ") + name + " finds a mark where it needs an object");
    }
    EXPECT_EQ(read("(o."), "at byte 1: OBJ finds no class above its mark");
}

TEST(PickleLimits, everyOpcodeOnEveryKindOfObjectIsReadOrRefused)
{
    const std::string objects[] = {
        "N",        raw("K\1"),  "]",           "}",
        ")",        "\x8f",      raw("C\1x"),   raw("\x8c\1x"),
        "cm\nf\n",  "cm\nf\n)R", "cm\nf\n)RNb", raw("\x96\1\0\0\0\0\0\0\0x"),
        "(\x91",    "\x97",      raw("\x82\1"), "P7\n",
        raw("U\1x")};
    std::size_t readAtAll = 0;
    for (const std::string& below : objects) {
        for (const std::string& above : objects) {
            for (int op = 0; op < 256; ++op) {
                const std::string pickle = below + "(" + above + above + static_cast<char>(op);
                for (const char* rest : {"", ".", "1.", "0."}) {
                    const std::string text =
                        read(below + above + static_cast<char>(op) + rest, symbolic);
                    EXPECT_FALSE(text.empty());
                    readAtAll += text.starts_with("at byte ") ? 0 : 1;
                    read(pickle + rest, symbolic);
                }
            }
        }
    }
    EXPECT_GT(readAtAll, 1000u);
}

TEST(PickleLimits, aLengthIsALieUntilItsBytesAreThere)
{
    struct Sized {
        std::string op;
        std::size_t width;
    };
    const Sized opcodes[] = {{"T", 4},    {"U", 1},    {"X", 4},    {"B", 4},
                             {"C", 1},    {"\x8a", 1}, {"\x8b", 4}, {"\x8c", 1},
                             {"\x8d", 8}, {"\x8e", 8}, {"\x96", 8}, {"\x95", 8}};
    for (const auto& [op, width] : opcodes) {
        for (const unsigned char last : {0x7f, 0x80, 0xff}) {
            std::string length(width, static_cast<char>(width == 1 ? last : 0xff));
            length.back() = static_cast<char>(last);
            const std::string text = read(raw("\x80\5") + op + length + "xyz.");
            EXPECT_TRUE(text.starts_with("at byte 2: ")) << text;
            EXPECT_GT(text.size(), 20u) << text;
        }
        std::string oneTooLong(width, '\0');
        oneTooLong.front() = 5;
        EXPECT_TRUE(read(raw("\x80\5") + op + oneTooLong + "xyz.").starts_with("at byte 2: "));
    }
}

TEST(PickleLimits, memoNumbersMayBeHugeAndNotMissing)
{
    const std::string huge = "18446744073709551615\n";
    EXPECT_EQ(read("Np" + huge + "0g" + huge + "."), "None");
    EXPECT_EQ(read("Np18446744073709551616\n."), "at byte 1: a memo number that is none");
    EXPECT_EQ(read("Np-1\n."), "at byte 1: a memo number that is none");
    EXPECT_EQ(read("g" + huge), "at byte 0: the memo has no number 18446744073709551615");
    EXPECT_EQ(read(raw("Nq\001"
                       "0h\2.")),
              "at byte 4: the memo has no number 2");
    EXPECT_EQ(read(raw("Nr\xff\xff\xff\xff"
                       "0j\xff\xff\xff\xff.")),
              "None");
    EXPECT_EQ(read(raw("Nj\xfe\xff\xff\xff.")), "at byte 1: the memo has no number 4294967294");
    std::string strays = "N";
    for (std::size_t i = 0; i < 100000; ++i) {
        strays += "p" + std::to_string(4000000000 + i * 37) + "\n";
    }
    EXPECT_EQ(read(strays + "."), "None");
}

/// Reads, writes, compares and prints, and lets it go.
void expectDigested(const std::string& pickle)
{
    Document document;
    const Result<Value> value = readPickle(pickle, document);
    ASSERT_TRUE(value.ok()) << value.error().text;
    PickleWriter writer;
    Buffer out;
    const Result<void> written = writer.write(*value, out);
    ASSERT_TRUE(written.ok()) << written.error().text;
    Document copies;
    const Result<Value> again = readPickle(out.view(), copies);
    ASSERT_TRUE(again.ok()) << again.error().text;
    EXPECT_TRUE(equal(*value, *again));
    EXPECT_LE(repr(*value, 200).size(), 203u);
    Document third;
    EXPECT_TRUE(equal(*value, third.copy(*value)));
}

TEST(PickleLimits, aMillionLevelsAreReadWrittenComparedAndPrinted)
{
    constexpr std::size_t levels = 1000000;
    expectDigested(repeated("]", levels) + repeated("a", levels - 1) + ".");
    expectDigested("N" + repeated("\x85", levels) + ".");
    expectDigested(repeated("(", levels) + repeated("t", levels) + ".");
    expectDigested(repeated(raw("}K\1"), levels) + "N" + repeated("s", levels) + ".");
    expectDigested(raw("cm\nf\nq\0") + repeated(raw("h\0"), levels) + "N" +
                   repeated("\x85R", levels) + ".");
    expectDigested(raw("cm\nC\nq\0") + repeated(raw("h\0)\x81"), levels) + "N" +
                   repeated("b", levels) + ".");
    expectDigested(repeated("(", levels) + "N" + repeated("\x91", levels) + ".");
    EXPECT_EQ(read(repeated("(", levels) + "."),
              "at byte 1000000: STOP finds a mark where it needs an object");
}

TEST(PickleLimits, aPickleOfOsSystemIsShownAndNotObeyed)
{
    namespace fs = std::filesystem;
    const fs::path trace = fs::path(testing::TempDir()) / ("obeyed-" + std::to_string(::getpid()));
    const std::string command = "touch " + trace.string();
    EXPECT_EQ(read("cposix\nsystem\n(S'" + command + "'\ntR."), "posix.system('" + command + "')");
    EXPECT_EQ(read("(S'" + command + "'\nios\nsystem\n."), "os.system('" + command + "')");
    EXPECT_EQ(read("c__builtin__\neval\n(S'exit()'\ntR."), "builtins.eval('exit()')");
    EXPECT_FALSE(fs::exists(trace));
}

// As long as they like: each row holds as much as it can with few bytes.
TEST(PickleLimits, longRowsStayWithin64BytesOfMemoryForAByte)
{
    const std::string rows[] = {"N",        "]",           "(",           ")",          "2",
                                "}",        "\x8f",        "N2",          "]\x94",      "()",
                                "(l",       "(d",          "(t",          "(\x91",      "\x85",
                                "\x85\x94", "]N2\x86",     "}NNs",        "]]a",        "cm\nn\n)R",
                                "(im\nC\n", "\x8c\1a\x94", "Np7\n",       "\x8f(N\x90", raw("K\1"),
                                raw("h\0"), "Va\n",        "S'a'\n",      "I1\n",       "F1\n",
                                "L1L\n",    "P1\n",        raw("\x82\1"), "\x97",       "\x97\x98",
                                "U\1a",     "(cm\nC\no",   "(1",          "N0",         "]2a",
                                ")\x81",    ")R",          "Nb",          "(e",         "(u",
                                "Na",       "NNs",         "(\x90",       "(Ne",        "(NNu",
                                "(N\x90",   "]b",          ")b",          "a",          "b"};
    const std::string begins[] = {"N",
                                  "]",
                                  raw("cm\nC\n\x94)\x81"),
                                  raw("cm\nC\n\x94)\x81Nb"),
                                  raw("cm\nC\n\x94"),
                                  "}\x94",
                                  "\x8f\x94",
                                  "]\x94]\x94"};
    constexpr std::size_t size = 200000;
    double most = 0;
    for (const std::string& begin : begins) {
        for (const std::string& row : rows) {
            const std::string pickle = begin + repeated(row, size / row.size());
            SCOPED_TRACE(testing::PrintToString(begin) + " then " + testing::PrintToString(row));
            read(pickle, symbolic);
            const test::CountedMemory memory; // again, for the figure
            Document document;
            (void)readPickle(pickle, document, symbolic).ok();
            most = std::max(most, static_cast<double>(memory.peak()) / size);
        }
    }
    std::printf("%.1f bytes of memory for a byte of input at most\n", most);
}

} // namespace
} // namespace poolscope
