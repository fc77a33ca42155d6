// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Whoever looks at a run while the main thread takes its outcomes: draws the progress, drains the
// feed, and stops the run at Ctrl-C. Private to app/cli.

#include "app/cli/interrupt.h"
#include "app/cli/progress_bar.h"
#include "core/pool/pool.h"
#include "core/session/session.h"

#include <atomic>
#include <functional>
#include <thread>

namespace poolscope {

class Watcher final {
public:
    /// `keepFacts`: rows, events and samples are kept to be saved or drawn, not only looked at.
    Watcher(bool progress, bool keepFacts);
    ~Watcher() { stop(); }
    Watcher(const Watcher&) = delete;
    Watcher& operator=(const Watcher&) = delete;

    /// Set by the first Ctrl-C; the second ends the program at once.
    const std::atomic<bool>& interrupted() const { return m_interrupted; }
    void measuring(const std::string& line) EXCLUDES(m_mutex);
    /// From here on Ctrl-C cancels `call`; where that has not ended it soon, `giveUp` is called on
    /// the watcher's thread.
    void watch(std::shared_ptr<Call> call, RunPlan plan, ProbeResult probe,
               std::function<void()> giveUp) EXCLUDES(m_mutex);
    void stop() EXCLUDES(m_mutex); ///< and takes in what the feed still holds

    // After stop(), or from giveUp:
    const LatencyCounts& latencies() const { return m_latencies; } ///< of chunks
    RunRecording& recording() { return m_recording; }

private:
    /// What is looked at; copied, so that nothing is held while it is looked at.
    struct Watched {
        std::shared_ptr<Call> call;
        RunPlan plan;
        ProbeResult probe;
        std::function<void()> giveUp;
        std::string line;
    };

    void run(const std::stop_token& stopped) EXCLUDES(m_mutex);
    void interrupt();
    void follow(const Watched& watched);
    void drain(Call& call);
    void draw(const Watched& watched);
    Watched watched() EXCLUDES(m_mutex);

    const bool m_keepFacts;
    Interrupt m_interrupt;
    ProgressBar m_bar;
    std::atomic<bool> m_interrupted = false;
    Nanos m_interruptedAt = 0; // the thread's
    Mutex m_mutex;
    Watched m_watched GUARDED_BY(m_mutex);
    LatencyCounts m_latencies; // the thread's until it is joined
    RunRecording m_recording;  // likewise
    std::jthread m_thread;     // last: everything else is there when it starts
};

} // namespace poolscope
