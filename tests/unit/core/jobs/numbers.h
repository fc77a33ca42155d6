// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the tests of the catalogue call, and how they make a call travel.

#include "core/jobs/jobs.h"

#include <gtest/gtest.h>

#include <vector>

namespace poolscope::test {

struct Scale {
    std::int64_t factor = 2;
    std::int64_t times(std::int64_t x) const { return factor * x; }
    void nothing(std::int64_t) const {}
};
inline auto describe(Type<Scale> type)
{
    return type.named("numbers", "Scale").field("factor", &Scale::factor);
}

/// The Values of a batch's results.
inline std::vector<std::string> reprs(const Items& items)
{
    Document document;
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Result<Value> value = items.reduce(i, document, Registry{});
        texts.push_back(value.ok() ? repr(*value) : value.error().text);
    }
    return texts;
}

/// Loads all of `input`, runs it, and gives the results.
inline std::unique_ptr<Items> runAll(const Callable& callable, Input& input)
{
    const auto count = static_cast<std::size_t>(input.size());
    const auto items = input.take(0, count);
    const auto batch = callable.batch(count);
    for (std::size_t i = 0; i < count; ++i) {
        const Result<void> loaded = batch->load(**items, i, Registry{});
        EXPECT_TRUE(loaded.ok());
        batch->run(i);
    }
    return batch->takeResults();
}

} // namespace poolscope::test
