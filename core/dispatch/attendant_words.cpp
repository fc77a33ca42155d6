// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/dispatch/attendant.h"

#include <array>
#include <charconv>
#include <cstring>

namespace poolscope {

namespace {

std::string howItEnded(const LaneEvent& status)
{
    if (status.signal == 0) {
        return "ended with exit code " + std::to_string(status.exitCode);
    }
    const char* name = ::sigabbrev_np(status.signal);
    return "was killed by signal " + std::to_string(status.signal) +
           (name != nullptr ? std::string(" (SIG") + name + ")" : std::string());
}

/// What the worker was doing with a task when it ended.
std::string doing(Stand::Stage stage, const std::string& task)
{
    switch (stage) {
    case Stand::Stage::NotTaken: return "before it took " + task;
    case Stand::Stage::Unpickling: return "while it unpickled " + task;
    case Stand::Stage::Pickling: return "while it pickled the result of " + task;
    case Stand::Stage::Running:
    case Stand::Stage::Between: break;
    }
    return "while it ran " + task;
}

/// "0.25 s", the shortest text that is exact.
std::string secondsText(Nanos nanos)
{
    std::array<char, 32> text;
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), static_cast<double>(nanos) / 1e9).ptr;
    return std::string(text.data(), end) + " s";
}

std::string triedText(const Chunk& chunk)
{
    return chunk.deaths == 0 ? "" : " It was tried " + std::to_string(chunk.deaths + 1) + " times.";
}

} // namespace

std::string Attendant::workerText(const LaneEvent& event) const
{
    return "Worker " + std::to_string(m_lane) + " (pid " + std::to_string(event.pid) + ")";
}

Error Attendant::deathError(const SentChunk& sent, const Loss& loss, const LaneEvent& event) const
{
    const std::string number = std::to_string(sent.chunk.first + loss.culprit.value_or(0));
    const std::string when = doing(loss.stand.stage, "task " + number) + ".";
    const std::string tried = triedText(sent.chunk);
    if (m_overdue) {
        return {"TaskTimeout",
                "Task " + number + " took longer than its limit of " +
                    secondsText(m_options.limits.taskTimeout) + ". " + workerText(event) +
                    " was ended " + when + tried,
                {}};
    }
    if (!m_fault.empty()) {
        return {"WorkerDied", workerText(event) + " was ended " + when + " " + m_fault + tried, {}};
    }
    return {"WorkerDied", workerText(event) + " " + howItEnded(event) + " " + when + tried, {}};
}

/// Why there is no worker, for the tasks that wait for one.
Error Attendant::startError(const LaneEvent& event) const
{
    const std::string before = initializing() ? "while it ran the initializer"
                               : m_ready      ? "before it took a task"
                                              : "before it was ready";
    if (m_overdue) {
        return {"TaskTimeout",
                workerText(event) + " was ended " + before + ", after longer than the limit of " +
                    secondsText(m_options.limits.taskTimeout) + ".",
                {}};
    }
    const std::string end = m_fault.empty() ? howItEnded(event) : "was ended";
    return {"WorkerDied",
            workerText(event) + " " + end + " " + before + "." +
                (m_fault.empty() ? "" : " " + m_fault),
            {}};
}

} // namespace poolscope
