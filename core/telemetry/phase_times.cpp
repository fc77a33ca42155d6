// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/telemetry/telemetry.h"

#include <algorithm>

namespace poolscope {

namespace {

/// Steps `first` to `last` of a row from `begin` on, joined where neighbours are of one phase.
void appendStretches(const Row& row, double begin, Step first, Step last, std::vector<Stretch>& out)
{
    for (auto i = static_cast<std::size_t>(first); i <= static_cast<std::size_t>(last); ++i) {
        if (!(row.step[i] > 0)) continue;
        const double end = begin + static_cast<double>(row.step[i]);
        const Phase phase = phaseOf(static_cast<Step>(i));
        if (!out.empty() && out.back().phase == phase && out.back().end == begin) {
            out.back().end = end;
        } else {
            out.push_back({begin, end, phase});
        }
        begin = end;
    }
}

} // namespace

double total(const PhaseTimes& times)
{
    double sum = 0;
    for (const double time : times) sum += time;
    return sum;
}

double& at(PhaseTimes& times, Phase phase) { return times[static_cast<std::size_t>(phase)]; }
double at(const PhaseTimes& times, Phase phase) { return times[static_cast<std::size_t>(phase)]; }

PhaseTimes operator-(PhaseTimes a, const PhaseTimes& b)
{
    for (std::size_t i = 0; i < a.size(); ++i) a[i] = std::max(0.0, a[i] - b[i]);
    return a;
}

PhaseTimes& operator+=(PhaseTimes& a, const PhaseTimes& b)
{
    for (std::size_t i = 0; i < a.size(); ++i) a[i] += b[i];
    return a;
}

double durationOf(const Row& row)
{
    double sum = 0;
    for (std::size_t i = 0; i < workerSteps; ++i) sum += static_cast<double>(row.step[i]);
    return sum;
}

double endOf(const Row& row) { return static_cast<double>(row.start) + durationOf(row); }

double latencyOf(const Row& row)
{
    // ParentPickle began `lead` before the worker's steps did; these follow each other without a
    // gap, and after the last of them the attendant reads and unpickles what came back.
    double nanos = row.lead;
    for (std::size_t step = 0; step < workerSteps; ++step) {
        nanos += row.step[step];
    }
    nanos += row[Step::ParentReceive] + row[Step::ParentUnpickle];
    return std::max(nanos, 0.0) * 1e-9;
}

double sentFrom(const Row& row)
{
    return static_cast<double>(row.start) - static_cast<double>(row.lead);
}

double answeredAt(const Row& row)
{
    return endOf(row) + static_cast<double>(row[Step::ParentReceive]) +
           static_cast<double>(row[Step::ParentUnpickle]);
}

PhaseTimes phasesOf(const Row& row)
{
    PhaseTimes times{};
    for (std::size_t i = 0; i < workerSteps; ++i) {
        at(times, phaseOf(static_cast<Step>(i))) += static_cast<double>(row.step[i]);
    }
    return times;
}

bool isPale(const PhaseTimes& times)
{
    const double overhead =
        at(times, Phase::Pickle) + at(times, Phase::Unpickle) + at(times, Phase::Transfer);
    return at(times, Phase::Compute) < overhead;
}

std::vector<Stretch> workerStretches(const Row& row)
{
    std::vector<Stretch> out;
    appendStretches(row, static_cast<double>(row.start), Step::Wait, Step::Out, out);
    return out;
}

std::vector<Stretch> attendantStretches(const Row& row)
{
    std::vector<Stretch> out;
    appendStretches(row, sentFrom(row), Step::ParentPickle, Step::ParentSend, out);
    appendStretches(row, endOf(row), Step::ParentReceive, Step::ParentUnpickle, out);
    return out;
}

} // namespace poolscope
