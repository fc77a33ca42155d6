// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The two files of a traced process, read while it writes. They are read and not mapped, so that a file
// that is cut short meanwhile is an error and no signal. Private to core/trace.

#include "core/trace/trace_record.h"

namespace poolscope {

/// Opens a file of this user's, never through a link. "OSError" or "ValueError".
Result<Descriptor> openTraceFile(const std::string& path);

class RingFile final {
public:
    /// "ValueError" where it is no ring, or not one that is known.
    static Result<RingFile> open(const std::string& path);

    /// Adds what was written since. What was overwritten before it could be read is counted as lost,
    /// what cannot be true as damaged.
    void read(std::vector<TraceRecord>& records);
    HeldChunk held() const;
    /// The chunk whose answer a worker had sent when it was ended, before it could tell: only of a process
    /// that is gone.
    std::optional<TraceRecord> foreseen() const;
    std::uint32_t pid() const { return m_pid; }
    std::uint64_t lost() const { return m_lost; }       ///< records
    std::uint64_t damaged() const { return m_damaged; } ///< records

private:
    explicit RingFile(Descriptor file) : m_file(std::move(file)) {}
    std::optional<std::uint64_t> written() const;
    void takeOut(std::vector<TraceRecord>& records, std::size_t had);
    bool readSome(std::uint64_t first, std::size_t count, std::vector<TraceRecord>& records) const;

    Descriptor m_file;
    std::uint64_t m_capacity = 0;
    std::uint32_t m_pid = 0;
    std::uint64_t m_next = 0, m_lost = 0, m_damaged = 0;
    std::uint64_t m_latest = 0; ///< begin of a record
};

class LineFile final {
public:
    static Result<LineFile> open(const std::string& path);
    void read(std::vector<TraceLine>& lines); ///< adds the whole lines that were written since
    std::uint64_t damaged() const { return m_damaged; } ///< lines

private:
    explicit LineFile(Descriptor file) : m_file(std::move(file)) {}
    void take(std::string_view text, std::vector<TraceLine>& lines);

    Descriptor m_file;
    std::uint64_t m_at = 0;
    std::string m_rest; ///< of a line whose end is not there yet
    std::uint64_t m_damaged = 0;
};

} // namespace poolscope
