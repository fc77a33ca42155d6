// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_threads: 10⁷ times x·x+1 on int64 by two threads: our pool on Qt Concurrent with its telemetry,
// QtConcurrent used directly, oneTBB. Inputs are made beforehand where the peer wants a container;
// ours makes its own. Results are compared after the clock has stopped.

#include "core/threads/threads.h"
#include "tests/bench/pool/pools.h"

#include <QThreadPool>
#include <QtConcurrent>
#include <numeric>
#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>

namespace {

using namespace poolscope;
using namespace poolscope::bench;

constexpr int threads = 2;
constexpr std::int64_t items = 10'000'000;

std::int64_t squarePlusOne(std::int64_t x) { return x * x + 1; }

/// Of all results, so that none can be left out.
template <class Numbers> void checkResults(const Numbers& results)
{
    check(static_cast<std::int64_t>(results.size()) == items, "results are missing");
    for (std::int64_t x = 0; x < items; ++x) {
        check(results[static_cast<decltype(results.size())>(x)] == x * x + 1, "a result is wrong");
    }
}

class OurThreads final {
public:
    OurThreads()
        : m_square(m_catalogue.add("bench", "square", &squarePlusOne)),
          m_pool(m_catalogue, options())
    {}

    /// Until every outcome is in the caller's hand.
    double once()
    {
        auto work = std::make_shared<Work>();
        work->callable = m_square();
        work->input = rangeInput(0, static_cast<std::uint64_t>(items));
        work->registry = m_catalogue.registry();
        const Nanos began = now();
        const auto call = begin(m_pool, work, Api::Map);
        std::vector<Outcomes> all;
        Outcomes outcomes;
        while (call->next(outcomes)) {
            all.push_back(std::move(outcomes));
        }
        const double took = since(began);
        checkAll(all);
        check(call->totals().rows == all.size(), "a chunk was not observed");
        return took / static_cast<double>(items);
    }

private:
    static PoolOptions options()
    {
        PoolOptions options;
        options.backend = Backend::Threads;
        options.workers = threads;
        options.threads = makeQtLanes();
        return options;
    }
    void checkAll(const std::vector<Outcomes>& all) const
    {
        std::vector<std::int64_t> results;
        for (const Outcomes& outcomes : all) {
            for (std::size_t i = 0; i < outcomes.size(); ++i) {
                results.push_back(resultAt<std::int64_t>(outcomes, i, m_catalogue.registry()));
            }
        }
        checkResults(results);
    }

    Catalogue m_catalogue;
    Function<std::int64_t (*)(std::int64_t)> m_square;
    Pool m_pool;
};

const QList<qint64>& inputs()
{
    static const QList<qint64> list = [] {
        QList<qint64> numbers(items);
        std::iota(numbers.begin(), numbers.end(), 0);
        return numbers;
    }();
    return list;
}

double qtConcurrent()
{
    static QThreadPool pool;
    pool.setMaxThreadCount(threads);
    const QList<qint64>& from = inputs();
    const Nanos began = now();
    const auto results = QtConcurrent::blockingMapped<QList<qint64>>(&pool, from, &squarePlusOne);
    const double took = since(began);
    checkResults(results);
    return took / static_cast<double>(items);
}

double oneTbb()
{
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    const QList<qint64>& from = inputs();
    const Nanos began = now();
    std::vector<std::int64_t> results(static_cast<std::size_t>(items));
    tbb::parallel_for(tbb::blocked_range<std::int64_t>(0, items), [&](const auto& range) {
        for (std::int64_t i = range.begin(); i != range.end(); ++i) {
            results[static_cast<std::size_t>(i)] = squarePlusOne(from[i]);
        }
    });
    const double took = since(began);
    checkResults(results);
    return took / static_cast<double>(items);
}

double plainLoop()
{
    const QList<qint64>& from = inputs();
    const Nanos began = now();
    std::vector<std::int64_t> results;
    results.reserve(static_cast<std::size_t>(items));
    for (const qint64 x : from) {
        results.push_back(squarePlusOne(x));
    }
    const double took = since(began);
    checkResults(results);
    return took / static_cast<double>(items);
}

} // namespace

int main(int argc, char** argv)
{
    OurThreads ours;
    Lines lines;
    lines.add("threads/ours", [&ours] { return ours.once(); });
    lines.add("threads/qtconcurrent", &qtConcurrent);
    lines.add("threads/onetbb", &oneTbb);
    lines.add("threads/loop", &plainLoop);
    return lines.run(argc, argv);
}
