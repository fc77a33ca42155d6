// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The files of traced processes, as anybody could have written them while they are read, give pools whose
// every figure can be worked out. An input is steps, a letter each, the process that it is about, and more:
// L, text up to the end of a line; G, how many bytes of text, which end no line; R, 64 bytes, a record;
// H, where in the header of the ring, in eights, and 8 bytes; T, two bytes, how many times 64 bytes the ring
// is long from now on. E, alone, reads. What is no step is passed over.

#include "core/session/session.h"
#include "core/trace/trace.h"
#include "tests/fuzz/memory_bound.h"
#include "tests/fuzz/traced_files.h"

#include <deque>
#include <string>
#include <string_view>

namespace poolscope::fuzz {
namespace {

constexpr std::size_t mostHeld = 4 << 20; // records that are read at once, a folder, its paths

class Followed final {
public:
    explicit Followed(TracedPool& pool) : m_pool(pool) {}

    void follow()
    {
        FeedBatch batch;
        m_pool.drain(batch);
        m_rows += batch.rows.size();
        m_totals = m_pool.totals(now());
        require(m_totals.rows == m_rows + m_totals.dropped, "each row comes once");
        require(m_totals.done <= m_totals.items && m_totals.failed <= m_totals.done, "no more is done than there is");
        require(m_totals.wall >= 0, "time goes on");
        for (const LaneTotals& lane : m_totals.lane) {
            for (const Nanos step : lane.step) require(step >= 0, "no step takes less than nothing");
            for (const Nanos cause : lane.waitCause) require(cause >= 0, "nobody waits less than not at all");
        }
        m_recording.take(batch, m_totals);
    }
    void end()
    {
        require(m_totals.finished, "a program that is over has no pool that is not");
        RecordedRun run;
        run.plan = planOf(m_pool, m_totals);
        run.totals = m_totals;
        m_recording.moveTo(run);
        require(!summaryJson(run).empty(), "a run has its figures");
        for (const TracedRefusal& refusal : m_pool.refusals()) require(!refusalText(refusal).empty(), "a refusal says why");
    }

private:
    TracedPool& m_pool;
    RunRecording m_recording;
    RunTotals m_totals;
    std::size_t m_rows = 0;
};

class Follower final {
public:
    explicit Follower(const std::string& folder) : m_reader(folder) {}

    void look()
    {
        m_reader.read();
        follow();
        m_watch.look(m_reader.pools(), false);
    }
    void end()
    {
        m_reader.finish();
        follow();
        for (Followed& each : m_followed) each.end();
        std::size_t deaths = 0;
        for (const auto& pool : m_reader.pools()) deaths += pool->deaths().size();
        require(m_watch.look(m_reader.pools(), true).size() <= deaths, "of a death is told once");
        require(m_watch.look(m_reader.pools(), true).empty(), "and of all when the program is over");
    }

private:
    void follow()
    {
        const auto& pools = m_reader.pools();
        while (m_followed.size() < pools.size()) m_followed.emplace_back(*pools[m_followed.size()]);
        for (Followed& each : m_followed) each.follow();
    }

    TraceReader m_reader;
    DeathWatch m_watch;
    std::deque<Followed> m_followed;
};

void check(std::string_view input)
{
    TracedFiles files(input);
    const MemoryBound memory;
    {
        Follower follower(files.folder());
        while (files.writeUntilRead()) follower.look();
        follower.end();
    }
    require(memory.peak() <= mostHeld + MemoryBound::allowed(files.written()), "what is held is bounded by what was written");
}

} // namespace
} // namespace poolscope::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    poolscope::fuzz::check({reinterpret_cast<const char*>(data), size});
    return 0;
}
