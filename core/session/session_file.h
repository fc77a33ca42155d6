// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Sessions as files: SQLite, so that any tool can query them. README.md has the tables.

#include "core/session/recorded_run.h"

#include <span>

namespace poolscope {

/// PRAGMA user_version: what this program writes, and the newest that it reads.
inline constexpr int sessionVersion = 1;
/// PRAGMA application_id: "PScp".
inline constexpr std::uint32_t sessionApplication = 0x50536370;

/// Writes the whole session, or leaves what was at `path` as it is and gives one sentence ("OSError").
Result<void> saveSession(const std::string& path, const Session& session);
/// The same of runs that lie elsewhere: none is copied.
Result<void> saveRuns(const std::string& path, std::span<const RecordedRun* const> runs);

/// Whether a session could be saved at `path`; nothing is changed.
Result<void> canSaveTo(const std::string& path);

/// Reads a session that anybody may have made: each number is checked, memory stays within a small
/// multiple of the file's size. "OSError" with one sentence where it cannot be read, is no session, is
/// damaged, or comes from a newer version.
Result<Session> openSession(const std::string& path);

/// A run of a file, as the command line names it: "a.poolscope", or "a.poolscope#2" for its second run.
struct RunAddress {
    std::string path;
    std::optional<std::size_t> number; ///< from 1; none: the last one
};
/// A file whose name holds a # of its own is found where it exists.
RunAddress runAddressOf(const std::string& text);
/// The run itself; a number that no run has is a "ValueError".
Result<RecordedRun> openRun(const std::string& address);

} // namespace poolscope
