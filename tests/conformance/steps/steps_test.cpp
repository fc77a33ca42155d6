// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Hostile bytes are read in bounded time: not by a clock, which tells of the machine, but by counting.
// In this program the reader is compiled so that every stretch of code without a branch counts as a
// step (tests/CMakeLists.txt), and the linker leads its copies and comparisons of memory here, which
// count as a step for every byte. So what is counted is the same on every run, and a loop that is
// quadratic in its input, on whatever row of opcodes, cannot hide.

#include "core/pickle/pickle.h"
#include "tests/support/byte_strings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace {

thread_local std::uint64_t steps = 0;

} // namespace

extern "C" {

// The compiler's and the linker's names.
void __sanitizer_cov_trace_pc() { ++steps; }
void* __real_memcpy(void* to, const void* from, std::size_t size);
void* __real_memmove(void* to, const void* from, std::size_t size);
void* __real_memset(void* to, int byte, std::size_t size);
int __real_memcmp(const void* one, const void* other, std::size_t size);
void* __real_memchr(const void* in, int byte, std::size_t size);
void* __real_realloc(void* place, std::size_t size);

void* __wrap_memcpy(void* to, const void* from, std::size_t size)
{
    steps += size;
    return __real_memcpy(to, from, size);
}
void* __wrap_memmove(void* to, const void* from, std::size_t size)
{
    steps += size;
    return __real_memmove(to, from, size);
}
void* __wrap_memset(void* to, int byte, std::size_t size)
{
    steps += size;
    return __real_memset(to, byte, size);
}
int __wrap_memcmp(const void* one, const void* other, std::size_t size)
{
    steps += size;
    return __real_memcmp(one, other, size);
}
void* __wrap_memchr(const void* in, int byte, std::size_t size)
{
    void* found = __real_memchr(in, byte, size);
    const auto* end = static_cast<const char*>(found);
    steps += found != nullptr ? static_cast<std::size_t>(end - static_cast<const char*>(in)) : size;
    return found;
}
void* __wrap_realloc(void* place, std::size_t size)
{
    steps += size; // as if it were always copied
    return __real_realloc(place, size);
}
}

namespace poolscope {
namespace {

constexpr std::uint64_t stepsPerByte = 250; // 136 at most, when this was written
constexpr std::uint64_t stepsOnce = 5'000;

using test::raw;
using test::repeated;

std::uint64_t stepsToRead(const std::string& pickle)
{
    PickleLimits limits;
    limits.symbols = true;
    const std::uint64_t before = steps;
    {
        Document document;
        (void)readPickle(pickle, document, limits).ok();
    } // it is destroyed, too
    return steps - before;
}

/// Bounded for a byte, and no more than in proportion when it is four times as long.
void expectBounded(const std::string& begin, const std::string& row, const std::string& end = "")
{
    constexpr std::size_t size = 8'000;
    const auto pickle = [&](std::size_t bytes) {
        return begin + repeated(row, bytes / std::max<std::size_t>(1, row.size())) + end;
    };
    const std::uint64_t once = stepsToRead(pickle(size));
    const std::uint64_t longer = stepsToRead(pickle(4 * size));
    SCOPED_TRACE(testing::PrintToString(begin) + " then " + testing::PrintToString(row));
    EXPECT_LE(once, stepsPerByte * size + stepsOnce);
    EXPECT_LE(longer, 5 * once + stepsOnce) << "it was " << once << " for a quarter of it";
}

TEST(Steps, areCounted)
{
    const std::uint64_t few = stepsToRead("N.");
    EXPECT_GT(few, 5u);
    EXPECT_EQ(stepsToRead("N."), few) << "the same on every run";
    EXPECT_GT(stepsToRead(repeated("N0", 1000) + "N."), 1000u);
    EXPECT_GT(stepsToRead(raw("\x8d\x10\x27\0\0\0\0\0\0") + std::string(10'000, 'x') + "."), 10u);
}

TEST(Steps, ofLongRowsOfAnyOpcodesAreBounded)
{
    const std::string rows[] = {
        "N",     "]",           "(",          ")",        "2",           "}",         "\x8f",
        "N2",    "]\x94",       "()",         "(l",       "(d",          "(t",        "(\x91",
        "\x85",  "\x85\x94",    "]N2\x86",    "}NNs",     "]]a",         "cm\nn\n)R", "(im\nC\n",
        "Np7\n", "\x8c\1a\x94", "\x8f(N\x90", raw("K\1"), raw("h\0"),    "Va\n",      "S'a'\n",
        "I1\n",  "F1\n",        "L1L\n",      "P1\n",     raw("\x82\1"), "\x97",      "\x97\x98",
        "U\1a",  "(cm\nC\no",   "(1",         "N0",       "]2a",         ")\x81",     ")R",
        "Nb",    "(e",          "(u",         "Na",       "NNs",         "(\x90",     "(Ne",
        "(NNu",  "(N\x90",      "]b",         ")b",       "a",           "b"};
    const std::string begins[] = {
        "N",     "]",        raw("cm\nC\n\x94)\x81"), raw("cm\nC\n\x94)\x81Nb"),
        "}\x94", "\x8f\x94", raw("cm\nC\n\x94"),      "]\x94]\x94"};
    for (const std::string& begin : begins) {
        for (const std::string& row : rows) {
            expectBounded(begin, row);
        }
    }
}

TEST(Steps, ofDeepNestingAreBounded)
{
    expectBounded("", "]", repeated("a", 50) + ".");
    expectBounded("N", "\x85", ".");
    expectBounded("]q" + raw("\0"), raw("h\0a"), ".");
    expectBounded("(", raw("K\1K\1"), "d.");
    expectBounded("(", raw("K\1"), "l.");
    expectBounded("(", "I12345678901234567890\n", "t.");
    expectBounded("\x8f(", raw("M\1\2"), "\x90.");
}

TEST(Steps, ofLongTextsAndNumbersAreBounded)
{
    for (const std::size_t size : {2'000u, 8'000u}) {
        const std::string digits(size, '7');
        const std::uint64_t text = stepsToRead("V" + digits + "\n.");
        const std::uint64_t twice = stepsToRead("V" + digits + digits + "\n.");
        EXPECT_LE(text, stepsPerByte * size + stepsOnce);
        EXPECT_LE(twice, 3 * text + stepsOnce);
        const std::uint64_t escapes = stepsToRead("S'" + repeated("\\x41", size) + "'\n.");
        EXPECT_LE(escapes, stepsPerByte * 4 * size + stepsOnce);
    }
}

TEST(Steps, ofManyMemoNumbersAreBounded)
{
    std::string strays = "N";
    std::string neighbours = "N";
    for (std::size_t i = 0; i < 2'000; ++i) {
        strays += "p" + std::to_string(4'000'000'000 + i * 37) + "\n";
        neighbours += "p" + std::to_string(i) + "\n";
    }
    EXPECT_LE(stepsToRead(strays + "."), stepsPerByte * strays.size() + stepsOnce);
    EXPECT_LE(stepsToRead(neighbours + "."), stepsPerByte * neighbours.size() + stepsOnce);
}

} // namespace
} // namespace poolscope
