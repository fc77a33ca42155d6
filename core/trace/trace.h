// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The door of core/trace: the folder in which a traced Python program writes, read while it grows.

#include "core/trace/death_watch.h"
#include "core/trace/trace_words.h"
#include "core/trace/traced_pool.h"
#include "core/trace/traced_program.h"

#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace poolscope {

/// A folder of its own for a trace, which goes with it: nobody but this user can look in.
class TraceFolder final {
public:
    /// In $XDG_RUNTIME_DIR, else in the folder for temporary files. "OSError".
    static Result<TraceFolder> make();
    TraceFolder(TraceFolder&& other) noexcept : m_path(std::move(other.m_path)) { other.m_path.clear(); }
    TraceFolder& operator=(TraceFolder&&) = delete;
    ~TraceFolder();
    const std::string& path() const { return m_path; }

private:
    explicit TraceFolder(std::string path) : m_path(std::move(path)) {}
    std::string m_path;
};

/// One thread.
class TraceReader final {
public:
    explicit TraceReader(std::string folder);
    ~TraceReader();
    TraceReader(const TraceReader&) = delete;
    TraceReader& operator=(const TraceReader&) = delete;

    void read();   ///< what was written since
    void finish(); ///< reads the rest: the program is over
    /// In the order in which they were made; a pool that is there once stays.
    const std::vector<std::unique_ptr<TracedPool>>& pools() const { return m_pools; }
    const std::vector<std::string>& notTraced() const { return m_notTraced; } ///< why, each once
    std::uint64_t damaged() const; ///< records, lines and files that are none

private:
    struct Process;
    void findFiles();
    void addFile(const std::string& name);
    void readLines(Process& process);
    static void wait(Process& process, const TraceRecord& record);
    void readRecords(Process& process);
    void takeLine(Process& process, const TraceLine& line);
    TracedPool& poolOf(std::uint32_t parent, std::uint16_t number);

    const std::string m_folder;
    std::set<std::string> m_known; ///< names of files
    std::vector<std::unique_ptr<Process>> m_processes;
    std::vector<std::unique_ptr<TracedPool>> m_pools;
    std::vector<std::pair<std::uint32_t, TraceLine>> m_exits; ///< of workers, by the process that tells
    std::vector<std::string> m_notTraced;
    std::uint64_t m_badFiles = 0;
    Nanos m_measured = 0; ///< when what workers take was looked at
};

} // namespace poolscope
