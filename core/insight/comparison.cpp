// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/insight/comparison_words.h"
#include "core/insight/insight.h"
#include "core/insight/sentences.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace poolscope {
namespace {

constexpr double alike = 1.1;

/// The figures of a run that a comparison tells, each per `items` (1 for the whole).
class Figures final {
public:
    Figures(const Summary& run, bool perItem)
        : m_run(run), m_per(perItem ? std::max(1.0, static_cast<double>(run.done)) : 1)
    {}
    double time() const { return m_run.wall / m_per; }
    double phase(Phase phase) const { return m_run.phases[phase] / m_per; }
    double bytes() const { return static_cast<double>(m_run.bytesOut + m_run.bytesBack) / m_per; }
    double latency(std::size_t which) const { return m_run.latency ? (*m_run.latency)[which] : 0; }

private:
    const Summary& m_run;
    double m_per;
};

std::string changeOf(const Difference& row)
{
    if (row.direction == Direction::Alike) {
        return "alike";
    }
    const bool less = row.direction == Direction::Less;
    if (!std::isfinite(row.factor)) {
        return less ? "nothing left" : "more, from none";
    }
    return factorText(row.factor) + (less ? " less" : " more");
}

Difference rowOf(std::string name, Difference::Unit unit, double a, double b)
{
    Difference row;
    row.name = std::move(name);
    row.unit = unit;
    row.a = a;
    row.b = b;
    row.factor = ratioOf(a, b);
    if (row.factor >= alike) {
        row.direction = b < a ? Direction::Less : Direction::More;
    }
    row.strength = strengthOf(row.factor);
    row.changeText = changeOf(row);
    writeFigures(row);
    return row;
}

std::vector<Difference> rowsOf(const Summary& a, const Summary& b, bool perItem)
{
    using Unit = Difference::Unit;
    const Figures before(a, perItem), after(b, perItem);
    std::vector<Difference> rows;
    rows.push_back(rowOf(perItem ? "time of an item" : "time of the run", Unit::Seconds,
                         before.time(), after.time()));
    rows.push_back(
        rowOf("throughput (items/s)", Unit::PerSecond, a.itemsPerSecond, b.itemsPerSecond));
    for (std::size_t i = 0; i < phaseCount; ++i) {
        const auto phase = static_cast<Phase>(i);
        rows.push_back(
            rowOf(nameOf(phase), Unit::Seconds, before.phase(phase), after.phase(phase)));
        rows.back().phase = phase;
    }
    rows.push_back(rowOf("bytes, out and back", Unit::Bytes, before.bytes(), after.bytes()));
    if (a.latency && b.latency) {
        rows.push_back(
            rowOf("chunk latency, p50", Unit::Seconds, before.latency(0), after.latency(0)));
        rows.push_back(
            rowOf("chunk latency, p99", Unit::Seconds, before.latency(2), after.latency(2)));
    }
    return rows;
}

/// Whole runs of the same items: their times can be laid side by side.
bool didTheSame(const Summary& a, const Summary& b)
{
    return a.plan.job == b.plan.job && a.plan.items == b.plan.items && !isEstimate(a) &&
           !isEstimate(b);
}

void judge(Comparison& comparison)
{
    const Difference& time = (comparison.perItem ? comparison.items : comparison.totals).front();
    comparison.factor = time.factor;
    comparison.pace = time.direction == Direction::Alike  ? Pace::Alike
                      : time.direction == Direction::Less ? Pace::Faster
                                                          : Pace::Slower;
    if (comparison.pace == Pace::Alike) {
        comparison.verdict = "alike to " + comparison.a;
        return;
    }
    comparison.verdict = factorText(time.factor) +
                         (comparison.pace == Pace::Faster ? " faster" : " slower") +
                         (comparison.perItem ? " an item than " : " than ") + comparison.a;
}

} // namespace

double ratioOf(double a, double b)
{
    const double larger = std::max(a, b), smaller = std::min(a, b);
    if (!(larger > 0)) {
        return 1;
    }
    return smaller > 0 ? larger / smaller : std::numeric_limits<double>::infinity();
}

Strength strengthOf(double factor)
{
    return factor < alike ? Strength::None
           : factor < 2   ? Strength::Slight
           : factor < 5   ? Strength::Clear
           : factor < 20  ? Strength::Strong
                          : Strength::Huge;
}

Comparison compareRuns(const Summary& a, const Summary& b, const RunNames& names)
{
    Comparison comparison;
    comparison.a = names.a;
    comparison.b = names.b;
    comparison.perItem = !didTheSame(a, b);
    comparison.totals = rowsOf(a, b, false);
    comparison.items = rowsOf(a, b, true);
    comparison.changed = planDifferences(a.plan, b.plan);
    comparison.begin = beginning(names.b) + " is ";
    if (a.done == 0 || b.done == 0) {
        comparison.pace = Pace::Unknown;
        const std::string& idle = a.done == 0 ? names.a : names.b;
        comparison.begin = {};
        comparison.verdict = "Nothing to compare: " + idle + " finished no item";
    } else {
        judge(comparison);
        comparison.change = changeSentence(comparison.changed);
    }
    comparison.headline = comparison.begin + comparison.verdict;
    if (!comparison.change.empty()) {
        comparison.headline += " · " + comparison.change;
    }
    return comparison;
}

} // namespace poolscope
