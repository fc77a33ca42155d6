// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A run with something in each of its fields, and a folder that goes with its test.

#include "core/session/session.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

namespace poolscope {

class TemporaryFolder final {
public:
    TemporaryFolder()
    {
        if (::mkdtemp(m_path.data()) == nullptr) std::abort();
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::string& path() const { return m_path; }
    std::string operator/(const std::string& name) const { return m_path + "/" + name; }

private:
    std::string m_path = testing::TempDir() + "session.XXXXXX";
};

inline std::string bytesOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void writeBytes(const std::string& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

inline Row rowAt(Nanos start, std::uint16_t worker, std::uint32_t item)
{
    Row row;
    row.start = start;
    for (std::size_t i = 0; i < stepCount; ++i) row.step[i] = static_cast<float>(100 * (i + 1));
    row.lead = 300;
    row.item = item;
    row.count = 4;
    row.bytesOut = 100 + item;
    row.bytesBack = 50;
    row.worker = worker;
    row.failed = item % 100 == 0 ? 1 : 0;
    return row;
}

inline std::vector<LaneSeries> lanesOf(std::size_t workers, std::size_t rows)
{
    std::vector<LaneSeries> lanes(workers);
    for (std::size_t i = 0; i < rows; ++i) {
        const auto worker = static_cast<std::uint16_t>(i % workers);
        const auto item = static_cast<std::uint32_t>(4 * i);
        lanes[worker].append(rowAt(static_cast<Nanos>(2000 * i), worker, item));
    }
    return lanes;
}

inline LaneTotals totalsOf(std::uint16_t worker)
{
    LaneTotals lane;
    lane.worker = worker;
    lane.pid = 4711 + worker;
    lane.alive = true;
    lane.noWorker = worker == 1 ? "It ended before it was ready." : "";
    lane.items = 2000;
    lane.chunks = 500;
    lane.failed = 3;
    lane.start = 1'000'000;
    for (std::size_t i = 0; i < stepCount; ++i)
        lane.step[i] = static_cast<Nanos>(12345 * (i + 1) + worker);
    lane.waitCause = {1000, 2000, 3000, 6345};
    lane.bytesOut = 87'000;
    lane.bytesBack = 45'000;
    lane.outOfBand = 12;
    lane.cpuWait = 777;
    lane.rss = 11'000'000;
    lane.maxRss = 12'000'000;
    return lane;
}

inline RunPlan examplePlan()
{
    RunPlan plan;
    plan.job = "power";
    plan.title = "power(x, n=10)";
    plan.workers = 2;
    plan.chunksize = 4;
    plan.chunksizeReason = "handing out a chunk costs 3 µs";
    plan.items = 4000;
    plan.taskTimeout = 1.5;
    plan.retries = 2;
    plan.maxTasksPerChild = 1000;
    plan.workerMemory = 1 << 30;
    plan.version = "0.1.0";
    return plan;
}

inline RunTotals exampleTotals()
{
    RunTotals totals;
    totals.wall = 3'000'000;
    totals.finished = true;
    totals.items = totals.done = 4000;
    totals.failed = 6;
    totals.chunks = 1000;
    totals.retried = 7;
    totals.lostWorkers = 1;
    totals.rows = 1000;
    totals.dropped = 5;
    totals.observing = 4321;
    totals.lane = {totalsOf(0), totalsOf(1)};
    return totals;
}

inline void addValues(RecordedRun& run)
{
    run.digest.count = 3994;
    run.digest.first = {"0", "1", "{\"bytes\": \"AAH/\"}"};
    Integer::parse("123456789012345678901234567890", run.digest.sum.emplace());
    run.values = {"0", "1", "", "b'\\x00'", "'ü€'"};
    run.reduction = "123456789012345678901234567890";
}

inline RecordedRun exampleRun(std::size_t rows = 1000)
{
    RecordedRun run;
    run.began = 1'764'444'316'123;
    run.plan = examplePlan();
    run.parameters = {{"items", "4000"}, {"n", "10"}};
    run.totals = exampleTotals();
    run.probe = {true, 200, {1e-6, 1.1e-6, 0.9e-6}, {}};
    run.latency = {0.001, 0.002, 0.003, 0.0041234567890123};
    run.events = {{10, LaneEvent::Kind::Started, 0, 4711, 0, 0, -1, 0},
                  {99, LaneEvent::Kind::Died, 1, 4712, 9, 0, 17, 3}};
    run.failures = {{17,
                     {"WorkerDied", "Worker 1 was killed.", "task[17]", "f() in worker"},
                     1,
                     4712,
                     2,
                     "'x'"}};
    run.samples = {{0.001, 10, 2, 1}, {0.002, 4000, 0, 2}};
    addValues(run);
    run.lanes = std::make_shared<const std::vector<LaneSeries>>(lanesOf(2, rows));
    run.annotations = {{1'000'000, 1, "here it stalls"}, {5, -1, "first try"}};
    return run;
}

} // namespace poolscope
