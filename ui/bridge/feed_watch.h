// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Follows the feed of a run on a thread of its own: drains it as long as the run goes on, whoever
// looks or does not, keeps its rows, and hands on what came as soon as the last was taken.

#include "core/telemetry/telemetry.h"

#include <functional>

namespace poolscope {

class FeedWatch final {
public:
    /// Both are called on the watch's thread. What is told comes in order and says whether it is the last.
    struct Sides {
        std::function<void(FeedBatch&)> drain;
        std::function<void(KeptBatch&&, bool last)> tell;
    };
    FeedWatch(Sides sides, int tickMilliseconds, RowKeeper keeper = RowKeeper());

    void run() EXCLUDES(m_mutex); ///< its thread: returns when the last was told

    // Any thread's:
    void end() EXCLUDES(m_mutex); ///< the feed is complete: what it holds is told, and then no more
    void taken() EXCLUDES(m_mutex);                   ///< what was told last has been shown
    void setTick(int milliseconds) EXCLUDES(m_mutex); ///< at least from one to the next

private:
    struct Turn {
        bool due = false, last = false;
    };
    Turn nextTurn() EXCLUDES(m_mutex);
    void drain();

    const Sides m_sides;
    Mutex m_mutex;
    Condition m_changed;
    bool m_ended GUARDED_BY(m_mutex) = false;
    bool m_taken GUARDED_BY(m_mutex) = true;
    Nanos m_tick GUARDED_BY(m_mutex);

    // The watch's thread's:
    Nanos m_told = 0; // when it last told
    RowKeeper m_keeper;
    FeedBatch m_batch; // its rows are kept at once, the rest waits to be told
};

} // namespace poolscope
