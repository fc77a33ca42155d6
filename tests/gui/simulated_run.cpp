// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/simulated_run.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace poolscope::test {

namespace {

constexpr Nanos startUp = 12'000'000; // until a worker is ready
constexpr Nanos restart = 18'000'000;

Nanos endOfRow(const Row& row)
{
    double length = 0;
    for (std::size_t i = 0; i < workerSteps; ++i) length += static_cast<double>(row.step[i]);
    return row.start + std::llround(length);
}

Nanos knownAt(const Row& row)
{
    return endOfRow(row) + std::llround(row[Step::ParentReceive] + row[Step::ParentUnpickle]);
}

void addTo(LaneTotals& lane, const Row& row)
{
    lane.items += row.count;
    lane.chunks += 1;
    lane.failed += row.failed;
    lane.bytesOut += row.bytesOut;
    lane.bytesBack += row.bytesBack;
    for (std::size_t i = 0; i < stepCount; ++i) lane.step[i] += std::llround(row.step[i]);
    lane.waitCause[static_cast<std::size_t>(WaitCause::Input)] += std::llround(row[Step::Wait]);
}

} // namespace

/// What the lanes of one run have in common: chance, and the gaps of the input.
struct SimulatedRun::Clock {
    std::mt19937_64 random;
    double breath = 1; ///< slow changes of how long things take

    float about(double micros)
    {
        std::lognormal_distribution<double> spread(0, 0.18);
        return static_cast<float>(std::max(20.0, micros * 1000 * spread(random)));
    }
    bool chance(double p) { return std::bernoulli_distribution(p)(random); }
};

SimulatedRun::SimulatedRun(const SimulatedOptions& options) : m_options(options)
{
    m_end = std::llround(options.seconds * 1e9);
    m_plan.job = "power";
    m_plan.title = "power(x, n=10)";
    m_plan.workers = options.workers;
    m_plan.chunksize = options.chunksize;
    m_plan.version = "0.1.0";
    for (int worker = 0; worker < options.workers; ++worker) runLane(worker);
    const auto known = [](const Row& a, const Row& b) { return knownAt(a) < knownAt(b); };
    std::sort(m_rows.begin(), m_rows.end(), known);
    numberItems();
    failSome();
    const auto earlier = [](const LaneEvent& a, const LaneEvent& b) { return a.at < b.at; };
    std::stable_sort(m_events.begin(), m_events.end(), earlier);
}

void SimulatedRun::runLane(int worker)
{
    Clock clock{std::mt19937_64(m_options.seed * 1000 + static_cast<std::uint64_t>(worker)), 1};
    const auto lane = static_cast<std::uint16_t>(worker);
    Nanos at = startUp + worker * 400'000;
    m_events.push_back({0, LaneEvent::Kind::Started, lane, 4000 + worker, 0, 0, -1, 0});
    m_events.push_back({at, LaneEvent::Kind::Ready, lane, 4000 + worker, 0, 0, -1, 0});
    bool mayDie = m_options.death && worker == 2, mayStraggle = m_options.straggler && worker == 1;
    for (std::size_t i = 0; at < m_end; ++i) {
        const double passed = static_cast<double>(at) / static_cast<double>(m_end);
        clock.breath = 1 + 0.2 * std::sin(40 * passed + worker) + 0.1 * std::sin(171 * passed);
        Row row = rowAt(clock, at, static_cast<std::uint32_t>(m_options.chunksize));
        row.worker = lane;
        if (mayStraggle && passed > 0.66) {
            row[Step::Compute] = static_cast<float>(m_end) / 15;
            mayStraggle = false;
        }
        const bool gap = m_options.gaps && std::fmod(passed * 7.3, 1.0) < 0.02;
        if (gap) row[Step::Wait] += static_cast<float>(m_end) * 0.004f;
        if (mayDie && passed > 0.4) {
            at += std::llround(static_cast<double>(m_end) * 0.01);
            die(worker, at);
            at += restart;
            mayDie = false;
            continue;
        }
        if (endOfRow(row) > m_end) break;
        m_rows.push_back(row);
        at = endOfRow(row);
    }
}

Row SimulatedRun::rowAt(Clock& clock, Nanos start, std::uint32_t count)
{
    const double items = count, fixed = m_options.fixedMicros;
    const double pickle = (m_options.pickleMicros * items + fixed) * clock.breath;
    Row row;
    row.start = start;
    row.count = count;
    if (clock.chance(0.3)) row[Step::WaitUnpickle] = clock.about(0.3 * pickle);
    if (clock.chance(0.4)) row[Step::WaitPickle] = clock.about(0.4 * pickle);
    if (clock.chance(0.3)) row[Step::WaitSend] = clock.about(0.3 * pickle);
    row[Step::Wait] = clock.about(clock.chance(0.06) ? 6 * pickle : 0.6 * pickle);
    row[Step::In] = clock.about(0.8 * pickle);
    row[Step::Unpickle] = clock.about(0.7 * pickle);
    row[Step::Compute] = clock.about(m_options.computeMicros * items);
    row[Step::Pickle] = clock.about(pickle);
    row[Step::Out] = clock.about(0.8 * pickle);
    row[Step::ParentPickle] = clock.about(0.8 * pickle);
    row[Step::ParentSend] = clock.about(0.4 * pickle);
    row[Step::ParentReceive] = clock.about(0.4 * pickle);
    row[Step::ParentUnpickle] = clock.about(0.5 * pickle);
    row.lead = row[Step::ParentPickle] + row[Step::ParentSend] + clock.about(0.2);
    row.bytesOut = static_cast<std::uint32_t>(82 + 5 * items);
    row.bytesBack = static_cast<std::uint32_t>(28 + 25 * items);
    return row;
}

void SimulatedRun::die(int worker, Nanos at)
{
    const auto lane = static_cast<std::uint16_t>(worker);
    const std::int32_t pid = 4000 + worker;
    m_events.push_back({at, LaneEvent::Kind::Died, lane, pid, 9, 0, 4711, 7});
    m_events.push_back({at + 1'000'000, LaneEvent::Kind::Started, lane, pid + 100, 0, 0, -1, 0});
    m_events.push_back({at + restart, LaneEvent::Kind::Ready, lane, pid + 100, 0, 0, -1, 0});
    Failure failure;
    failure.item = 4711;
    failure.error = {"WorkerDied", "worker 2 was killed (signal 9) while it ran task 4711", ""};
    failure.worker = lane;
    failure.pid = pid;
    m_failures.push_back(failure);
}

void SimulatedRun::numberItems()
{
    std::uint32_t item = 0;
    for (Row& row : m_rows) {
        row.item = item;
        item += row.count;
    }
    m_plan.items = item + m_failures.size();
}

void SimulatedRun::failSome()
{
    for (int i = 0; i < m_options.failures && !m_rows.empty(); ++i) {
        Row& row = m_rows[m_rows.size() * (static_cast<std::size_t>(i) + 1) / (static_cast<std::size_t>(m_options.failures) + 1)];
        row.failed = 1;
        Failure failure;
        failure.item = row.item;
        failure.error = {"ValueError", "this item is bad", ""};
        failure.worker = row.worker;
        m_failures.push_back(failure);
    }
}

ProbeResult SimulatedRun::probe() const
{
    ProbeResult probe;
    probe.measured = true;
    const double each = m_options.computeMicros * 1e-6;
    probe.items = 600;
    probe.roundPerItem = {each * 0.98, each, each * 1.02};
    return probe;
}

// Counts what was answered; says of each lane until when it is accounted for, and what it is on.
void SimulatedRun::countRows(RunTotals& totals, Nanos at, std::vector<Nanos>& until) const
{
    for (const Row& row : m_rows) {
        LaneTotals& lane = totals.lane[row.worker];
        if (knownAt(row) <= at || at >= m_end) {
            addTo(lane, row);
            until[row.worker] = std::max(until[row.worker], endOfRow(row));
        } else if (row.start <= at) {
            ++totals.inFlight;
            const Nanos computed = endOfRow(row) - std::llround(row[Step::Out] + row[Step::Pickle]);
            const Nanos computes = computed - std::llround(row[Step::Compute]);
            if (computes <= at && endOfRow(row) > at) lane.busySince = computes;
        }
    }
}

RunTotals SimulatedRun::totalsAt(Nanos at, bool cancelled) const
{
    RunTotals totals;
    totals.finished = at >= m_end || cancelled;
    totals.cancelled = cancelled;
    totals.wall = std::min(at, m_end);
    totals.items = m_plan.items;
    totals.lane.resize(static_cast<std::size_t>(m_options.workers));
    std::vector<Nanos> until(totals.lane.size(), 0);
    for (const LaneEvent& event : m_events) {
        if (event.kind != LaneEvent::Kind::Ready || event.at > at) continue;
        totals.lane[event.worker].start += until[event.worker] == 0 ? event.at : restart;
        until[event.worker] = event.at;
    }
    countRows(totals, at, until);
    for (std::size_t i = 0; i < totals.lane.size(); ++i) {
        LaneTotals& lane = totals.lane[i];
        lane.worker = static_cast<std::uint16_t>(i);
        lane.alive = true;
        lane.pid = 4000 + static_cast<std::int32_t>(i);
        lane.rss = lane.maxRss = 11'800'000 + i * 52'000;
        const Step rest = lane.busySince ? Step::Compute : Step::Wait;
        lane.step[static_cast<std::size_t>(rest)] += std::max<Nanos>(0, totals.wall - until[i]);
        totals.done += lane.items;
        totals.chunks += lane.chunks;
        totals.failed += lane.failed;
    }
    if (m_options.death && at > m_end / 2) {
        ++totals.done, ++totals.failed, ++totals.lostWorkers;
        totals.retried += 7;
    }
    totals.rows = totals.chunks;
    totals.observing = totals.wall / 60;
    return totals;
}

FeedBatch SimulatedRun::between(Nanos from, Nanos to) const
{
    FeedBatch batch;
    const auto known = [](Nanos at) { return [at](const Row& row) { return knownAt(row) <= at; }; };
    const auto first = std::partition_point(m_rows.begin(), m_rows.end(), known(from));
    const auto last = to >= m_end ? m_rows.end() : std::partition_point(first, m_rows.end(), known(to));
    batch.rows.assign(first, last);
    for (const LaneEvent& event : m_events) {
        if ((event.at > from || from == 0) && event.at <= to) batch.events.push_back(event);
    }
    if (from < m_end / 2 && to >= m_end / 2) batch.failures = m_failures;
    return batch;
}

Summary SimulatedRun::summaryAt(Nanos at, bool cancelled) const
{
    return summarise(m_plan, totalsAt(at, cancelled), probe());
}

const SimulatedRun& shortRun()
{
    static const SimulatedRun run(
        {.chunksize = 16, .seconds = 0.4, .computeMicros = 3, .straggler = true});
    return run;
}

} // namespace poolscope::test
