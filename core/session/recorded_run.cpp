// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/session/session.h"

#include <array>
#include <chrono>
#include <ctime>

namespace poolscope {

std::uint64_t RecordedRun::rowCount() const
{
    std::uint64_t rows = 0;
    for (std::size_t i = 0; i < laneCount(); ++i) rows += (*lanes)[i].size();
    return rows;
}

std::uint64_t RecordedRun::folded() const
{
    std::uint64_t rows = 0;
    for (std::size_t i = 0; i < laneCount(); ++i) rows += (*lanes)[i].folded();
    return rows;
}

Summary summaryOf(const RecordedRun& run)
{
    Summary summary = summarise(run.plan, run.totals, run.probe);
    summary.latency = run.latency; // told by no sentence
    return summary;
}

std::string summaryJson(const RecordedRun& run)
{
    return summaryJson(summaryOf(run), run.failures, run.digest);
}

std::string utcText(std::int64_t milliseconds)
{
    const auto seconds = static_cast<std::time_t>(milliseconds / 1000);
    std::tm parts{};
    std::array<char, 40> text{};
    if (::gmtime_r(&seconds, &parts) == nullptr) {
        return "unknown";
    }
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

std::int64_t utcNow()
{
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

} // namespace poolscope
