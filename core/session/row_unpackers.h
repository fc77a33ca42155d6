// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Threads that unpack the rows of a session while it is read on: most of what opening a large one
// takes. Each lane belongs to one of them, so that its rows stay in order. Private to core/session.

#include "core/session/tables.h"

#include <array>
#include <deque>
#include <memory>
#include <string>
#include <thread>

namespace poolscope {

class RowUnpackers final {
public:
    RowUnpackers();
    ~RowUnpackers();
    RowUnpackers(const RowUnpackers&) = delete;
    RowUnpackers& operator=(const RowUnpackers&) = delete;

    /// Appends the rows to the lane, soon; waits where much is still to be done. False where something
    /// was wrong with rows before: more is not worth reading.
    bool take(LaneSeries& lane, const PackedRows& rows);
    /// When all is done: what is wrong with the first rows that are, or nothing.
    std::string finish();

private:
    static constexpr std::size_t most = 4; ///< threads
    class Thread;
    std::array<std::unique_ptr<Thread>, most> m_threads; ///< as many as there are processors for
    std::size_t m_count;
    std::uint64_t m_taken = 0;
};

} // namespace poolscope
