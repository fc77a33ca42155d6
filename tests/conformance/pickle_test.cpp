// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Our pickles against CPython's, byte for byte: pickle/make_goldens.py writes some thousands by the
// C pickler of /usr/bin/python3, each is read, printed and written again.

#include "core/pickle/pickle.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace poolscope {
namespace {

namespace fs = std::filesystem;

struct Golden {
    std::string name;
    std::string repr;   ///< empty where Python's is not compared
    std::string pickle; ///< by CPython
    std::string other;  ///< the same object in another protocol, or empty
};

// The compiler may have been given this file's path from the folder of the build, which lies above
// the one that tests run in.
fs::path script()
{
    const fs::path beside = fs::path(__FILE__).parent_path() / "pickle/make_goldens.py";
    for (fs::path from = fs::current_path();; from = from.parent_path()) {
        if (fs::exists(from / beside) || from == from.parent_path()) {
            return from / beside;
        }
    }
}

bool readText(std::istream& in, std::string& text)
{
    std::uint32_t size = 0;
    if (!in.read(reinterpret_cast<char*>(&size), sizeof size)) {
        return false;
    }
    text.resize(size);
    return static_cast<bool>(in.read(text.data(), size));
}

std::vector<Golden> makeGoldens(int seed, int count)
{
    const fs::path path =
        fs::path(testing::TempDir()) / ("poolscope-goldens-" + std::to_string(::getpid()) + ".bin");
    const std::string command = "/usr/bin/python3 '" + script().string() + "' '" + path.string() +
                                "' " + std::to_string(seed) + " " + std::to_string(count);
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
    std::vector<Golden> goldens;
    std::ifstream in(path, std::ios::binary);
    for (Golden golden; readText(in, golden.name) && readText(in, golden.repr) &&
                        readText(in, golden.pickle) && readText(in, golden.other);) {
        goldens.push_back(golden);
    }
    fs::remove(path);
    return goldens;
}

std::string repack(Value value, const std::string& like)
{
    PickleWriter writer(like[1]); // behind PROTO
    Buffer out;
    const Result<void> written = writer.write(value, out);
    return written.ok() ? std::string(out.view()) : written.error().text;
}

// Only some pickles may hold what stands outside of them.
PickleLimits limitsFor(const Golden& golden)
{
    PickleLimits limits;
    limits.symbols = golden.name.starts_with("symbols");
    return limits;
}

// What is wrong with ours, or nothing.
std::string difference(const Golden& golden)
{
    Document document;
    const Result<Value> value = readPickle(golden.pickle, document, limitsFor(golden));
    if (!value.ok()) {
        return value.error().text;
    }
    if (!golden.repr.empty() && repr(*value, golden.repr.size() + 100) != golden.repr) {
        return "printed as " + repr(*value) + ", by Python as " + golden.repr.substr(0, 1000);
    }
    if (repack(*value, golden.pickle) != golden.pickle) {
        return "other bytes in its own protocol";
    }
    if (!golden.other.empty() && repack(*value, golden.other) != golden.other) {
        return "other bytes in protocol " + std::to_string(golden.other[1]);
    }
    return {};
}

TEST(Pickle, isReadAndWrittenAgainAsByCPython)
{
    const std::vector<Golden> goldens = makeGoldens(20260101, 3000);
    ASSERT_GE(goldens.size(), 4000u);
    std::size_t same = 0;
    std::size_t printed = 0;
    for (const Golden& golden : goldens) {
        const std::string wrong = difference(golden);
        EXPECT_EQ(wrong, "") << golden.name;
        same += wrong.empty() ? 1 : 0;
        printed += golden.repr.empty() ? 0 : 1;
    }
    EXPECT_EQ(same, goldens.size());
    EXPECT_GE(printed, 1000u);
    RecordProperty("identical", static_cast<int>(same));
    std::printf("%zu of %zu identical, %zu printed alike\n", same, goldens.size(), printed);
}

TEST(Pickle, ofADocumentUsedForManyMessagesStaysTheSame)
{
    Document document;
    PickleWriter writer(4);
    Buffer out;
    for (const Golden& golden : makeGoldens(7, 500)) {
        if (golden.pickle[1] != 4 || golden.pickle.size() > 100000) {
            continue;
        }
        document.clear();
        out.clear();
        const Result<Value> value = readPickle(golden.pickle, document, limitsFor(golden));
        ASSERT_TRUE(value.ok()) << golden.name;
        ASSERT_TRUE(writer.write(*value, out).ok()) << golden.name;
        EXPECT_TRUE(out.view() == golden.pickle) << golden.name;
    }
}

} // namespace
} // namespace poolscope
