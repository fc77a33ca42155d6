// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/trace/trace.h"

#include "core/trace/trace_files.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

namespace poolscope {
namespace {

constexpr Nanos measureEvery = 200'000'000;
constexpr std::size_t mostFiles = 8192;
constexpr std::size_t mostPools = 4096;
constexpr std::size_t mostReasons = 100;
constexpr std::size_t mostWaiting = 1 << 17; // records: of a ring of ours all

/// "4711.123456789.ring": the process of a file of a trace, or none where the name is another.
std::optional<std::uint32_t> processOf(std::string_view name)
{
    std::uint32_t pid = 0;
    const auto read = std::from_chars(name.data(), name.data() + name.size(), pid);
    const bool named = read.ec == std::errc() && pid > 0 && read.ptr != name.data() + name.size() && *read.ptr == '.';
    const bool ours = name.ends_with(".ring") || name.ends_with(".jsonl");
    return named && ours ? std::optional(pid) : std::nullopt;
}

} // namespace

/// The files of one process, as far as they are there.
struct TraceReader::Process {
    std::uint32_t pid = 0;
    std::optional<RingFile> ring;
    std::optional<LineFile> lines;
    std::uint32_t parent = 0; ///< of the pool whose worker it is, or 0
    std::uint16_t pool = 0;
    std::uint64_t dropped = 0, toldLost = 0; ///< records
    std::vector<TraceRecord> waiting; ///< chunks of a worker that has not told yet whose it is
};

TraceReader::TraceReader(std::string folder) : m_folder(std::move(folder)) {}

TraceReader::~TraceReader() = default;

void TraceReader::read()
{
    findFiles();
    for (const auto& process : m_processes) readLines(*process);
    for (const auto& process : m_processes) readRecords(*process);
    for (const auto& [process, line] : std::exchange(m_exits, {})) {
        poolOf(process, line.pool).takeLine(line); // what the worker was at is known by now
    }
    if (now() - m_measured < measureEvery) return;
    m_measured = now();
    for (const auto& pool : m_pools) pool->measure();
}

void TraceReader::finish()
{
    read();
    for (const auto& process : m_processes) {
        const auto last = process->ring && process->parent != 0 ? process->ring->foreseen() : std::nullopt;
        if (last) poolOf(process->parent, last->pool).takeRecord(*last, process->pid);
    }
    const auto at = static_cast<std::uint64_t>(now());
    for (const auto& pool : m_pools) pool->finish(at);
}

void TraceReader::findFiles()
{
    std::error_code error;
    std::vector<std::string> found;
    for (std::filesystem::directory_iterator file(m_folder, error), end; !error && file != end; file.increment(error)) {
        std::string name = file->path().filename().string();
        if (processOf(name) && !m_known.contains(name)) found.push_back(std::move(name));
    }
    std::sort(found.begin(), found.end());
    for (const std::string& name : found) {
        if (m_known.size() == mostFiles) {
            ++m_badFiles;
            continue;
        }
        addFile(name);
    }
}

/// A ring whose header is not there yet is looked at again.
void TraceReader::addFile(const std::string& name)
{
    const std::uint32_t pid = *processOf(name);
    const auto same = [pid](const auto& process) { return process->pid == pid; };
    auto known = std::find_if(m_processes.begin(), m_processes.end(), same);
    if (known == m_processes.end()) {
        m_processes.push_back(std::make_unique<Process>());
        m_processes.back()->pid = pid;
        known = m_processes.end() - 1;
    }
    const std::string path = m_folder + "/" + name;
    if (name.ends_with(".ring")) {
        auto ring = RingFile::open(path);
        if (!ring) return;
        (*known)->ring = std::move(*ring);
    } else if (auto lines = LineFile::open(path); lines) {
        (*known)->lines = std::move(*lines);
    } else {
        ++m_badFiles;
    }
    m_known.insert(name);
}

TracedPool& TraceReader::poolOf(std::uint32_t parent, std::uint16_t number)
{
    const auto same = [&](const auto& pool) { return pool->parent() == parent && pool->number() == number; };
    const auto found = std::find_if(m_pools.begin(), m_pools.end(), same);
    if (found != m_pools.end()) return **found;
    if (m_pools.size() == mostPools) return *m_pools.back();
    m_pools.push_back(std::make_unique<TracedPool>(parent, number));
    return *m_pools.back();
}

void TraceReader::readLines(Process& process)
{
    if (!process.lines) return;
    std::vector<TraceLine> lines;
    process.lines->read(lines);
    for (const TraceLine& line : lines) takeLine(process, line);
}

void TraceReader::takeLine(Process& process, const TraceLine& line)
{
    if (line.what == TraceLine::What::NotTraced) {
        const bool known = std::find(m_notTraced.begin(), m_notTraced.end(), line.why) != m_notTraced.end();
        if (!known && m_notTraced.size() < mostReasons) m_notTraced.push_back(line.why);
    }
    if (line.pool == 0) return;
    if (line.what == TraceLine::What::Worker) {
        process.parent = line.parent;
        process.pool = line.pool;
        TraceLine worker = line;
        worker.pid = process.pid;
        poolOf(line.parent, line.pool).takeLine(worker);
        return;
    }
    if (line.what == TraceLine::What::WorkerExit) m_exits.emplace_back(process.pid, line);
    else poolOf(process.pid, line.pool).takeLine(line);
}

void TraceReader::wait(Process& process, const TraceRecord& record)
{
    if (process.waiting.size() < mostWaiting) process.waiting.push_back(record);
    else ++process.dropped;
}

void TraceReader::readRecords(Process& process)
{
    if (!process.ring) return;
    std::vector<TraceRecord> records = std::move(process.waiting);
    process.waiting.clear();
    process.ring->read(records);
    for (const TraceRecord& record : records) {
        const bool chunk = record.kind == TraceRecord::Kind::Chunk;
        if (chunk && process.parent == 0) wait(process, record);
        else poolOf(chunk ? process.parent : process.pid, record.pool).takeRecord(record, process.pid);
    }
    if (process.parent == 0) return;
    TracedPool& pool = poolOf(process.parent, process.pool);
    const std::uint64_t lost = process.ring->lost() + process.dropped;
    pool.addLost(lost - std::exchange(process.toldLost, lost));
    pool.takeHeld(process.pid, process.ring->held());
}

std::uint64_t TraceReader::damaged() const
{
    std::uint64_t damaged = m_badFiles;
    for (const auto& process : m_processes) {
        damaged += process->ring ? process->ring->damaged() : 0;
        damaged += process->lines ? process->lines->damaged() : 0;
    }
    return damaged;
}

} // namespace poolscope
