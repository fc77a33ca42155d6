// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What each test of the pool begins with: a catalogue, a pool on some backend, and a call looked at
// to its end.

#include "tests/support/test_jobs.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <ostream>

namespace poolscope::test {

/// Everything that came of a call.
struct Done {
    std::vector<Integer> values;               ///< of tasks that have one, in order
    std::map<std::uint64_t, Failure> failures; ///< by item, from the outcomes
    std::uint64_t outcomes = 0;
    bool inOrder = true;
    RunTotals totals;
    FeedBatch feed;
};

inline void take(Done& done, const Outcomes& outcomes, const Registry& registry)
{
    done.inOrder = done.inOrder && outcomes.first == done.outcomes;
    for (std::size_t i = 0; i < outcomes.size(); ++i, ++done.outcomes) {
        if (!outcomes.failures.empty() && outcomes.failures[i]) {
            done.failures[outcomes.first + i] = *outcomes.failures[i];
            continue;
        }
        Document document;
        const auto value = outcomes.results->reduce(i, document, registry);
        ASSERT_TRUE(value) << value.error().text;
        if (value->kind() == Kind::Int || value->kind() == Kind::BigInt) {
            done.values.push_back(value->integer());
        }
    }
}

inline Done finish(Call& call, const Registry& registry)
{
    Done done;
    Outcomes outcomes;
    while (call.next(outcomes)) {
        take(done, outcomes, registry);
    }
    done.totals = call.totals();
    call.drain(done.feed);
    return done;
}

class PoolTest : public ::testing::Test {
protected:
    PoolOptions options(Backend backend, int workers = 2) const
    {
        PoolOptions options;
        options.backend = backend;
        options.workers = workers;
        options.workerProgram = programPath();
        options.startMethod = startMethodUnderTest();
        return options;
    }
    std::shared_ptr<const Work> range(std::shared_ptr<const Callable> callable,
                                      std::uint64_t items) const
    {
        return overRange(catalogue, std::move(callable), items);
    }
    /// One call on a new pool, to its end.
    Done run(Backend backend, std::shared_ptr<const Work> work, std::uint64_t chunksize,
             Api api = Api::Map, int workers = 2)
    {
        return runWith(options(backend, workers), std::move(work), chunksize, api);
    }
    Done runWith(const PoolOptions& asked, std::shared_ptr<const Work> work,
                 std::uint64_t chunksize, Api api = Api::Map)
    {
        Pool pool(catalogue, asked);
        auto call = pool.start(std::move(work), api, chunksize);
        if (!call) {
            ADD_FAILURE() << call.error().text;
            return {};
        }
        return finish(**call, catalogue.registry());
    }

    Catalogue catalogue;
    TestFunctions functions = addTestFunctions(catalogue);
};

class EveryBackend : public PoolTest, public ::testing::WithParamInterface<Backend> {};

inline std::string backendTestName(const ::testing::TestParamInfo<Backend>& param)
{
    return nameOf(param.param);
}

} // namespace poolscope::test
