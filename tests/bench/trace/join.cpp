// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_trace: joins a million records of a pool with eight workers into tasks, as `poolscope trace` does
// while they are written, and beside it reads the bytes of the same rings and copies them. Prints the best
// seconds of some rounds, a JSON object.

#include "tests/unit/core/trace/trace_writer.h"

#include <algorithm>
#include <cstdio>
#include <deque>
#include <fstream>
#include <vector>

namespace poolscope::bench {
namespace {

constexpr std::uint32_t workers = 8, rounds = 7;
constexpr std::uint32_t looks = 10, chunksALook = 33'334; // what a parent's ring has room for between two looks
constexpr std::uint64_t capacity = 1 << 17;              // the tracer's own
constexpr std::size_t recordsALook = std::size_t{3} * chunksALook, bytesALook = recordsALook * sizeof(TraceRecord);

struct Seconds {
    double join = 1e9, file = 1e9, memory = 1e9;
};

double secondsOf(auto&& work)
{
    const Nanos begin = now();
    work();
    return static_cast<double>(now() - begin) / 1e9;
}

/// A pool of process 10 and its workers, which are 20 and those behind.
class Traced final {
public:
    Traced() : m_parent(m_trace.ring(10, capacity))
    {
        m_trace.line(10, R"({"what":"pool","t":900000,"pool":1,"kind":"multiprocessing.Pool","workers":8,"start_method":"fork"})");
        m_trace.line(10, R"({"what":"call","t":960000,"pool":1,"job":0,"api":"map","function":"power","site":"a.py:3","chunksize":1})");
        for (std::uint32_t i = 0; i < workers; ++i) {
            m_trace.line(20 + i, R"({"what":"worker","t":950000,"pool":1,"parent":10})");
            m_worker.push_back(m_trace.ring(20 + i, capacity));
        }
    }
    const std::string& folder() const { return m_trace.folder(); }
    void write()
    {
        for (std::uint32_t i = 0; i < chunksALook; ++i, ++m_written) {
            const ToldChunk told(0, m_written);
            m_parent.put(told.sent);
            m_worker[m_written % workers].put(told.chunk);
            m_parent.put(told.received);
        }
    }
    /// As many bytes as were written between two looks, from the same files.
    void readInto(std::vector<char>& bytes) const
    {
        std::ifstream parent(m_trace.path("10.1.ring"), std::ios::binary);
        parent.read(bytes.data(), static_cast<std::streamsize>(bytesALook / 3 * 2));
        for (std::uint32_t i = 0; i < workers; ++i) {
            std::ifstream worker(m_trace.path(std::to_string(20 + i) + ".1.ring"), std::ios::binary);
            worker.read(bytes.data() + bytesALook / 3 * 2 + bytesALook / 3 / workers * i, bytesALook / 3 / workers);
        }
    }

private:
    TestTrace m_trace;
    TestRing m_parent;
    std::deque<TestRing> m_worker;
    std::uint32_t m_written = 0;
};

/// False where a task is missing.
bool measure(Seconds& best)
{
    Traced traced;
    TraceReader reader(traced.folder());
    Seconds taken{0, 0, 0};
    std::vector<char> bytes(bytesALook), copy(bytesALook, 1);
    std::size_t rows = 0;
    for (std::uint32_t i = 0; i < looks; ++i) {
        traced.write();
        FeedBatch batch;
        taken.join += secondsOf([&] {
            reader.read();
            reader.pools().front()->drain(batch);
        });
        rows += batch.rows.size();
        taken.file += secondsOf([&] { traced.readInto(bytes); });
        taken.memory += secondsOf([&] { std::copy(bytes.begin(), bytes.end(), copy.begin()); });
    }
    best = {std::min(best.join, taken.join), std::min(best.file, taken.file), std::min(best.memory, taken.memory)};
    return rows == std::size_t{looks} * chunksALook && copy == bytes && reader.damaged() == 0;
}

} // namespace
} // namespace poolscope::bench

int main()
{
    using namespace poolscope::bench;
    Seconds best;
    for (std::uint32_t i = 0; i < rounds; ++i) {
        if (!measure(best)) {
            std::fputs("Tasks are missing.\n", stderr);
            return 1;
        }
    }
    std::printf("{\"records\": %zu, \"join\": %.6f, \"file\": %.6f, \"memcpy\": %.6f}\n", looks * recordsALook, best.join,
                best.file, best.memory);
    return 0;
}
