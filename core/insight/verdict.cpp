// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// "4 processes: 0.83 s, 1.7× faster than serial (1.41 s ±2 %). Pickling in 256-item chunks took
// 9 % of worker time."

#include "core/insight/sentences.h"

#include <algorithm>
#include <cmath>

namespace poolscope {
namespace {

constexpr const char* percentSign = "\u00a0%";

std::string crew(const RunPlan& plan)
{
    if (plan.backend == "serial") {
        return "serial";
    }
    const bool threads = plan.backend == "threads" || isOneInterpreter(plan);
    const std::string one = threads ? "thread" : "process";
    return std::to_string(plan.workers) + (isPython(plan) ? " Python " : " ") + one +
           (plan.workers == 1 ? ""
            : threads         ? "s"
                              : "es");
}

std::string headlineOf(const Summary& summary)
{
    std::string text = crew(summary.plan) + ": ";
    if (summary.cancelled) {
        const double items = static_cast<double>(std::max<std::uint64_t>(summary.plan.items, 1));
        const auto percent = static_cast<int>(100 * static_cast<double>(summary.done) / items);
        return text + "stopped after " + std::to_string(percent) + percentSign;
    }
    if (summary.finished) {
        return text + timeText(summary.wall);
    }
    return summary.done == 0 ? text + timeText(summary.wall) + " so far"
                             : text + "≈ " + roughTimeText(projectedWall(summary));
}

std::string serialTextOf(const Summary& summary)
{
    if (summary.estimated) {
        return "(estimated: Σ compute ÷ wall)";
    }
    const Spread& serial = *summary.serial;
    const double percent = (serial.high - serial.low) / 2 / serial.median * 100;
    if (percent > 50) { // a machine that is busy with other things: say how little is known
        return "(" + timeText(serial.low) + " to " + timeText(serial.high) + ")";
    }
    const long shown = std::max(1L, std::lround(percent));
    const std::string spread =
        serial.high > serial.low ? " ±" + std::to_string(shown) + percentSign : "";
    return "(" + timeText(serial.median) + spread + ")";
}

std::string comparisonOf(const Summary& summary)
{
    if (!summary.speedup) {
        if (summary.plan.items == 0) {
            return "nothing to compare: the input is empty";
        }
        return summary.noSerial;
    }
    const std::string other = summary.plan.backend == "serial" ? "a plain loop" : "serial";
    const double factor = summary.speedup->median;
    const std::string about = summary.estimated ? "≈ " : aboutSign(summary);
    if (summary.pace == Pace::Alike) {
        return about + "alike to " + other;
    }
    const bool faster = summary.pace == Pace::Faster;
    return about + factorText(faster ? factor : 1 / factor) +
           (faster ? " faster than " : " slower than ") + other;
}

/// What the largest part of worker time beside computing went into.
std::string costOf(const Summary& summary)
{
    const auto shares = sharesOfWorkerTime(summary);
    const auto largest = std::max_element(shares.begin() + 1, shares.end() - 1);
    const auto part = static_cast<std::size_t>(largest - shares.begin());
    const bool computes = *largest < 3 && shares[0] > *largest;
    const int share = computes ? shares[0] : *largest;
    if (share == 0) {
        return {};
    }
    const std::string chunks = " in " + countText(summary.plan.chunksize) + "-item chunks";
    const std::string moved = bytesText(static_cast<double>(summary.bytesOut + summary.bytesBack));
    const std::string what[] = {"Computing",       "Pickling" + chunks, "Unpickling" + chunks,
                                "Moving " + moved, "Waiting",           "Starting the workers"};
    return " " + what[computes ? 0 : part] + " took " + aboutSign(summary) + std::to_string(share) +
           percentSign + " of worker time.";
}

std::string failuresOf(const Summary& summary)
{
    if (summary.failed == 0) {
        return {};
    }
    const bool one = summary.plan.items == 1;
    return " " + countText(summary.failed) + " of " + countText(summary.plan.items) +
           (one ? " item failed." : " items failed.");
}

std::string verdictOf(const Summary& summary)
{
    std::string text = summary.headline;
    if (summary.speedup) {
        text += ", " + summary.comparison + " " + summary.serialText + ".";
    } else {
        text += ".";
        if (!summary.comparison.empty()) {
            text += " " + sentence(summary.comparison);
        }
    }
    return text + costOf(summary) + failuresOf(summary);
}

} // namespace

bool isEstimate(const Summary& summary)
{
    return !summary.finished || summary.cancelled || summary.done < summary.plan.items;
}

std::string aboutSign(const Summary& summary) { return isEstimate(summary) ? "≈ " : ""; }

std::string sentence(std::string text)
{
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    if (!text.empty() && text.back() != '.') {
        text += '.';
    }
    return text;
}

void say(Summary& summary)
{
    summary.headline = headlineOf(summary);
    summary.comparison = comparisonOf(summary);
    summary.serialText = summary.serial ? serialTextOf(summary) : "";
    summary.verdict = verdictOf(summary);
    summary.advice = adviceFor(summary);
}

} // namespace poolscope
