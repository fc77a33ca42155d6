// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A folder in which the tests write what a traced program would.

#include "core/trace/trace.h"

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>

#include <fcntl.h>
#include <unistd.h>

namespace poolscope {

/// As a traced process fills it.
class TestRing final {
public:
    TestRing(const std::string& path, std::uint32_t pid, std::uint64_t capacity)
        : m_file(::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600)), m_capacity(capacity)
    {
        const std::uint32_t version = 1, size = 64;
        write("PSTRACE1", 8, 0);
        write(&version, 4, 8);
        write(&size, 4, 12);
        write(&capacity, 8, 16);
        write(&pid, 4, 24);
        if (::ftruncate(m_file.get(), static_cast<off_t>(4096 + 64 * capacity)) != 0) std::abort();
    }
    void put(const TraceRecord& record)
    {
        write(&record, sizeof record, static_cast<off_t>(4096 + 64 * (m_written % m_capacity)));
        ++m_written;
        write(&m_written, 8, 64);
    }
    void hold(std::uint32_t job, std::uint32_t index, std::uint32_t count, std::uint64_t since, bool held = true)
    {
        const std::uint32_t state[] = {held ? 1U : 0U, job, index, count};
        write(state, sizeof state, 128);
        write(&since, 8, 144);
    }
    void write(const void* bytes, std::size_t size, off_t at)
    {
        if (::pwrite(m_file.get(), bytes, size, at) != static_cast<ssize_t>(size)) std::abort();
    }

private:
    Descriptor m_file;
    std::uint64_t m_capacity, m_written = 0;
};

class TestTrace final {
public:
    TestTrace() : m_folder(*TraceFolder::make()) {}
    std::string path(const std::string& name) const { return m_folder.path() + "/" + name; }
    const std::string& folder() const { return m_folder.path(); }
    TestRing ring(std::uint32_t pid, std::uint64_t capacity = 1 << 12)
    {
        return TestRing(path(std::to_string(pid) + ".1.ring"), pid, capacity);
    }
    void line(std::uint32_t pid, const std::string& text)
    {
        std::ofstream(path(std::to_string(pid) + ".1.jsonl"), std::ios::app) << text << "\n";
    }

private:
    TraceFolder m_folder;
};

inline TraceRecord recordOf(TraceRecord::Kind kind, std::uint32_t job, std::uint32_t index, std::uint64_t begin,
                            std::array<float, 6> step, std::uint32_t count = 1)
{
    TraceRecord record;
    record.kind = kind;
    record.pool = 1;
    record.job = job;
    record.index = index;
    record.count = count;
    record.begin = begin;
    record.bytes = 100;
    record.step = step;
    return record;
}

/// A chunk of worker 20 of the pool of process 10, as all three sides tell it: 1000 ns apart.
struct ToldChunk {
    explicit ToldChunk(std::uint32_t job, std::uint32_t index, std::uint32_t count = 1)
        : sent(recordOf(TraceRecord::Kind::Sent, job, index, 1'000'000 + 1000 * index, {30, 20}, count)),
          chunk(recordOf(TraceRecord::Kind::Chunk, job, index, 1'000'000 + 1000 * index, {100, 10, 20, 500, 40, 50}, count)),
          received(recordOf(TraceRecord::Kind::Received, job, index, 1'000'800 + 1000 * index, {15, 25}, count))
    {
        chunk.answer = 60;
    }
    TraceRecord sent, chunk, received;
};

} // namespace poolscope
