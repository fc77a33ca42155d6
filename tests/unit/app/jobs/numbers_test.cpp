// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// pi, mandelbrot and matmul, held against Python, which computes them in its own way.

#include "tests/unit/app/jobs/runs.h"
#include "tests/unit/core/reduce/python.h"

#include <numeric>

namespace poolscope::test {
namespace {

using Texts = std::vector<std::string>;

/// The row of numbers that the jobs draw from, with Python's integers.
const std::string seededInPython = "import struct\n"
                                   "M = 2**64 - 1\n"
                                   "def seeded(i):\n"
                                   "    z = (i + 1) * 0x9E3779B97F4A7C15 & M\n"
                                   "    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & M\n"
                                   "    z = (z ^ z >> 27) * 0x94D049BB133111EB & M\n"
                                   "    return z ^ z >> 31\n";

/// Each line that the script prints.
Texts lines(const std::string& script)
{
    const std::string text = python(script) + "\n";
    Texts all;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        all.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return all;
}

std::int64_t sum(const Texts& values)
{
    return std::accumulate(
        values.begin(), values.end(), std::int64_t{0},
        [](std::int64_t all, const std::string& value) { return all + std::stoll(value); });
}

TEST(Pi, countsPythonsPoints)
{
    EXPECT_EQ(run("pi", {{"items", "4"}, {"points", "1000"}}).values,
              lines(seededInPython +
                    "for k in range(4):\n"
                    "    words = [seeded(i) for i in range(1000 * k, 1000 * k + 1000)]\n"
                    "    print(sum((w >> 33)**2 + (w % 2**31)**2 < 2**62 for w in words))"));
}

TEST(Pi, isNearPiHoweverThePointsAreCut)
{
    const std::int64_t hits = sum(run("pi", {{"items", "10"}, {"points", "100000"}}).values);
    EXPECT_EQ(hits, sum(run("pi", {{"items", "1"}, {"points", "1000000"}}).values));
    EXPECT_EQ(hits, sum(run("pi", {{"items", "8"}, {"points", "125000"}}).values));
    EXPECT_NEAR(4 * static_cast<double>(hits) / 1e6, 3.14159, 0.005);
}

TEST(Mandelbrot, isPythonsPicture)
{
    const std::string picture = "def steps(re, im):\n"
                                "    x = y = 0.0\n"
                                "    for step in range(50):\n"
                                "        if x * x + y * y > 4: return step\n"
                                "        x, y = x * x - y * y + re, 2 * x * y + im\n"
                                "    return 50\n"
                                "p = 2.5 / 20\n"
                                "for row in range(7):\n"
                                "    print([steps(-0.5 + (i + 0.5 - 10.0) * p,\n"
                                "                 0.25 - (row + 0.5 - 3.5) * p)\n"
                                "           for i in range(20)])";
    EXPECT_EQ(run("mandelbrot", {{"width", "20"},
                                 {"height", "7"},
                                 {"iterations", "50"},
                                 {"re", "-0.5"},
                                 {"im", "0.25"},
                                 {"span", "2.5"}})
                  .values,
              lines(picture));
}

TEST(Mandelbrot, isItsOwnMirrorImageWithTheMostWorkInTheMiddle)
{
    const Texts rows = run("mandelbrot", {{"width", "40"}, {"height", "30"}}).values;
    const Texts upsideDown(rows.rbegin(), rows.rend());
    EXPECT_EQ(rows, upsideDown);
    EXPECT_NE(rows[15].find("1000"), std::string::npos) << "the middle has points that never leave";
    EXPECT_EQ(rows[0].find("1000"), std::string::npos) << rows[0];
    EXPECT_TRUE(run("mandelbrot", {{"height", "0"}}).values.empty());
}

TEST(Matmul, isPythonsProductByteForByte)
{
    const std::string product =
        seededInPython +
        "def entry(matrix, i): return (seeded((matrix << 40) + i) >> 54) - 512\n"
        "def cell(i, j): return sum(entry(0, 5 * i + k) * entry(1, 5 * k + j) for k in range(5))\n"
        "rows = [struct.pack(\"<5d\", *(cell(i, j) / 2**20 for j in range(5))) for i in range(5)]\n"
        "for i in (0, 2, 4): print(b\"\".join(rows[i:i + 2]))";
    EXPECT_EQ(run("matmul", {{"size", "5"}, {"rows", "2"}}).values, lines(product))
        << "the last block is lower";
}

TEST(Matmul, isTheSameHoweverTheRowsAreCut)
{
    const std::string whole = run("matmul", {{"size", "8"}, {"rows", "100"}}).values.at(0);
    std::string parts = "b'";
    for (const std::string& part : run("matmul", {{"size", "8"}, {"rows", "3"}}).values) {
        ASSERT_EQ(part.substr(0, 2), "b'"); // else the pieces of the text below would not fit
        parts += part.substr(2, part.size() - 3);
    }
    EXPECT_EQ(whole, parts + "'");
}

TEST(Matmul, bytesThatAreNoMatrixAreTheirTasksFailure)
{
    const Side side;
    Result<Work> work = workOf(side.catalogue, "matmul", {{"size", "2"}});
    work->input = vectorInput(std::vector<Blob>{{std::string(15, 'x')}, {std::string(16, '\0')}});
    const Ran ran = runFarAway(*work);
    ASSERT_TRUE(ran.errors[0].has_value());
    EXPECT_EQ(ran.errors[0]->kind, "ValueError");
    EXPECT_FALSE(ran.errors[1].has_value());
}

} // namespace
} // namespace poolscope::test
