// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Are the phases what they say? A job whose pickling, unpickling and computing cost is known, because
// its reducers and its function note what they really spent, is run, and each phase is held
// against the truth.

#include "tests/unit/core/pool/pool_test.h"

#include <algorithm>
#include <cmath>

namespace poolscope::test {

namespace {

struct Truth {
    double pickledByWorkers = 0;
    double unpickledByWorkers = 0;
    double computed = 0;
};

/// What the results say of the time that was really spent.
Truth truthOf(Call& call, const Registry& registry)
{
    Truth truth;
    Outcomes outcomes;
    while (call.next(outcomes)) {
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            Document document;
            const auto value = outcomes.results->reduce(i, document, registry);
            const Value told = value->arguments();
            truth.pickledByWorkers += static_cast<double>(told[3].int64());
            truth.unpickledByWorkers += static_cast<double>(told[4].int64());
            truth.computed += static_cast<double>(told[5].int64());
        }
    }
    return truth;
}

double total(const RunTotals& totals, Step step)
{
    double sum = 0;
    for (const auto& lane : totals.lane) {
        sum += static_cast<double>(lane[step]);
    }
    return sum;
}

std::shared_ptr<const Work> costlyWork(const Catalogue& catalogue, const TestFunctions& functions,
                                       std::size_t items)
{
    auto work = std::make_shared<Work>(*overRange(catalogue, functions.works(), 0));
    work->input = vectorInput(std::vector<Costly>(items, Costly{300, 200, 500, 0, 0, 0}));
    return work;
}

} // namespace

namespace {

/// How far the measured phases are from the truth, as shares of it.
struct Deviation {
    double compute = 1, unpickle = 1, pickle = 1, parentPickle = 1;

    double worst() const { return std::max({compute, unpickle, pickle, parentPickle}); }
};

Deviation measuredAgainstTruth(Pool& pool, std::shared_ptr<const Work> work,
                               const Registry& registry)
{
    spentPicklingHere() = 0;
    const auto call = pool.start(std::move(work), Api::Map, 5).value();
    call->wait();
    const double pickledHere =
        static_cast<double>(spentPicklingHere()); // before results are looked at
    const Truth truth = truthOf(*call, registry);
    const RunTotals totals = call->totals();
    const auto off = [&](Step step, double real) {
        return std::abs(total(totals, step) - real) / real;
    };
    return {off(Step::Compute, truth.computed), off(Step::Unpickle, truth.unpickledByWorkers),
            off(Step::Pickle, truth.pickledByWorkers), off(Step::ParentPickle, pickledHere)};
}

} // namespace

/// A busy machine takes the CPU away between what the job notes and what the phase holds; so the least
/// disturbed of some runs is asked. A phase that is wrong is wrong in all of them.
TEST_F(PoolTest, eachPhaseIsFoundWithinFivePercent)
{
    constexpr int runs = 10;
    Pool pool(catalogue, options(Backend::Processes, 2));
    Deviation least;
    for (int i = 0; i < runs && least.worst() > 0.05; ++i) {
        const Deviation now =
            measuredAgainstTruth(pool, costlyWork(catalogue, functions, 200), catalogue.registry());
        least = now.worst() < least.worst() ? now : least;
    }
    EXPECT_LE(least.compute, 0.05);
    EXPECT_LE(least.unpickle, 0.05);
    EXPECT_LE(least.pickle, 0.05);
    EXPECT_LE(least.parentPickle, 0.05);
}

TEST_F(PoolTest, rowsSayTheSameAsTheExactCounters)
{
    Pool pool(catalogue, options(Backend::Processes, 2));
    auto call = pool.start(costlyWork(catalogue, functions, 60), Api::Map, 3);
    ASSERT_TRUE(call);
    (*call)->wait();
    const RunTotals totals = (*call)->totals();
    FeedBatch feed;
    (*call)->drain(feed);
    ASSERT_EQ(feed.rows.size(), 20u);
    for (const Step step :
         {Step::Compute, Step::Pickle, Step::Unpickle, Step::ParentPickle, Step::ParentSend}) {
        double rows = 0;
        for (const Row& row : feed.rows) {
            rows += row[step];
        }
        EXPECT_NEAR(rows, total(totals, step), 1e-5 * rows + 1);
    }
    std::uint64_t out = 0;
    std::uint64_t back = 0;
    for (const Row& row : feed.rows) {
        out += row.bytesOut;
        back += row.bytesBack;
    }
    EXPECT_EQ(out, totals.lane[0].bytesOut + totals.lane[1].bytesOut);
    EXPECT_EQ(back, totals.lane[0].bytesBack + totals.lane[1].bytesBack);
}

TEST_F(PoolTest, aWorkerThatWaitsForItsAttendantsPicklingIsShownSo)
{
    auto work = std::make_shared<Work>(*overRange(catalogue, functions.works(), 0));
    work->input = vectorInput(std::vector<Costly>(40, Costly{2000, 0, 0, 0, 0, 0}));
    Pool pool(catalogue, options(Backend::Processes, 1));
    auto call = pool.start(work, Api::Map, 1);
    ASSERT_TRUE(call);
    (*call)->wait();
    const RunTotals totals = (*call)->totals();
    // The worker has nothing to do but pickle its own result; while it waits, its attendant pickles the
    // next argument. How long the attendant had to wait for a CPU itself stands apart. Where both share one
    // CPU the worker, too, may lose it to the attendant that its answer has woken, in the middle of
    // writing: that is no wait.
    const double waited = total(totals, Step::WaitPickle);
    const double pickled = total(totals, Step::ParentPickle);
    EXPECT_GT(waited + total(totals, Step::Out), 0.3 * pickled);
    EXPECT_GT(waited, 0);
    EXPECT_LE(waited, 1.01 * pickled);
}

TEST_F(PoolTest, theProbeMeasuresAPlainLoop)
{
    Pool pool(catalogue, options(Backend::Processes, 2));
    const auto work = costlyWork(catalogue, functions, 50);
    const ProbeResult probe = pool.probe(*work);
    ASSERT_TRUE(probe.measured) << probe.whyNot;
    ASSERT_GE(probe.roundPerItem.size(), 3u);
    std::vector<double> rounds = probe.roundPerItem;
    std::sort(rounds.begin(), rounds.end());
    EXPECT_GE(rounds.front(), 500e-6); // each call spins that long, and no pickling is counted
    EXPECT_GE(probe.items, 50u);
}

TEST_F(PoolTest, theProbeSamplesLargeItemsThinly)
{
    auto work = std::make_shared<Work>(*range(functions.size(), 0));
    work->input = generatedInput(1000, [](std::uint64_t) { return std::string(1'000'000, 'x'); });
    Pool pool(catalogue, options(Backend::Processes, 2));
    EXPECT_TRUE(pool.probe(*work).measured);
}

TEST_F(PoolTest, theProbeLeavesAloneWhatHasEffects)
{
    Pool pool(catalogue, options(Backend::Processes, 2));
    auto work = std::make_shared<Work>(*range(functions.killedAt(0), 10));
    work->effects = true;
    const ProbeResult probe = pool.probe(*work);
    EXPECT_FALSE(probe.measured);
    EXPECT_FALSE(probe.whyNot.empty());
}

} // namespace poolscope::test
