// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A pool of a traced program, followed until it is a run that can be saved and drawn.

#include "core/session/session.h"
#include "core/trace/trace.h"

#include <string>

namespace poolscope {

class TracedRun final {
public:
    /// `command` is what does it again.
    TracedRun(TracedPool& pool, std::string command) : m_pool(pool), m_command(std::move(command)) {}

    void follow(); ///< takes what is new
    /// It did something.
    bool any() const { return m_totals.chunks > 0 || m_totals.failed > 0; }
    const TracedPool& pool() const { return m_pool; }
    RecordedRun record(); ///< once, at the end

private:
    TracedPool& m_pool;
    const std::string m_command;
    RunRecording m_recording;
    LatencyCounts m_latencies;
    std::vector<Failure> m_failures;
    RunTotals m_totals;
};

} // namespace poolscope
