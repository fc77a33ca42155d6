// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What tests of limits begin with: a catalogue with functions that die, and a file that they share.

#include "tests/unit/core/pool/limit_jobs.h"
#include "tests/unit/core/pool/pool_test.h"

#include <filesystem>
#include <set>

namespace poolscope::test {

class LimitTest : public PoolTest {
protected:
    LimitTest()
    {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        std::string name = std::string(test->test_suite_name()) + "_" + test->name();
        std::replace(name.begin(), name.end(), '/', '_');
        file = std::filesystem::path(::testing::TempDir()) /
               ("poolscope_" + std::to_string(::getpid()) + "_" + name);
        std::filesystem::remove(file);
    }
    ~LimitTest() override { std::filesystem::remove(file); }

    std::shared_ptr<const Work> tricky(std::size_t items, std::size_t at, Trick trick) const
    {
        std::vector<Tricky> arguments(items);
        for (std::size_t i = 0; i < items; ++i) {
            arguments[i] = {static_cast<std::int64_t>(i),
                            i == at ? static_cast<std::int64_t>(trick) : 0};
        }
        auto work = std::make_shared<Work>(*range(limited.idOfTricky(), 0));
        work->input = vectorInput(std::move(arguments));
        return work;
    }
    /// How many bytes the functions have added to the file.
    std::uintmax_t bytes() const
    {
        return std::filesystem::exists(file) ? std::filesystem::file_size(file) : 0;
    }

    LimitFunctions limited = addLimitFunctions(catalogue);
    std::filesystem::path file;
};

/// All of 0 … items-1 doubled, but those; they failed, and as this kind.
inline void expectOnlyFailed(const Done& done, std::int64_t items,
                             const std::set<std::uint64_t>& failed, const std::string& kind)
{
    std::vector<Integer> expected;
    for (std::int64_t x = 0; x < items; ++x) {
        if (!failed.contains(static_cast<std::uint64_t>(x))) {
            expected.push_back(Integer(2 * x));
        }
    }
    EXPECT_EQ(done.values, expected);
    EXPECT_TRUE(done.inOrder);
    EXPECT_EQ(done.outcomes, static_cast<std::uint64_t>(items));
    std::set<std::uint64_t> found;
    for (const auto& [item, failure] : done.failures) {
        found.insert(item);
        EXPECT_EQ(failure.error.kind, kind) << failure.error.text;
    }
    EXPECT_EQ(found, failed);
}

} // namespace poolscope::test
