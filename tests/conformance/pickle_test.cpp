// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Our pickles against CPython's, byte for byte: pickle/make_goldens.py writes some thousands by the
// C pickler of /usr/bin/python3, each is read, printed and written again.

#include "core/pickle/pickle.h"
#include "tests/conformance/goldens.h"

#include <gtest/gtest.h>

#include <cstdio>

namespace poolscope {
namespace {

std::string repack(Value value, const std::string& like)
{
    PickleWriter writer(protocolOf(like));
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
    if (protocolOf(golden.pickle) >= 2 && repack(*value, golden.pickle) != golden.pickle) {
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
        if (protocolOf(golden.pickle) != 4 || golden.pickle.size() > 100000) {
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
