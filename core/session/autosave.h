// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Finished runs that nobody has saved yet, each in a session file of its own, so that a crash loses
// none. The program that made them forgets them when they are saved or thrown away; what a program
// that has gone left behind can be taken back.

#include "core/session/recorded_run.h"

#include <string>
#include <vector>

namespace poolscope {

class Autosave final {
public:
    /// What lies in the folder.
    struct Kept {
        std::string path;
        std::int64_t began = 0; ///< ms since 1970, UTC
        std::uint64_t bytes = 0;
        bool operator==(const Kept&) const = default;
    };

    /// `most` runs are kept, of all programs together: the newest.
    explicit Autosave(std::string folder, std::size_t most = 20);

    /// Saves a run, and lets go of the oldest where there are too many. The path of its file; "OSError"
    /// with one sentence where it cannot be written. May be called on a thread of its own.
    Result<std::string> keep(const RecordedRun& run) const;
    /// The run is safe elsewhere, or not wanted.
    void forget(const std::string& path) const;
    /// What programs left behind that run no more, the newest first: openSession() reads them.
    std::vector<Kept> leftBehind() const;

private:
    struct Entry;
    std::vector<Entry> entries() const;
    void prune() const;

    std::string m_folder;
    std::size_t m_most;
};

} // namespace poolscope
