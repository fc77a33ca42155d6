// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of C.
#include "ui/charts/overhead_chart.h"

#include <QCoreApplication>

namespace poolscope {

namespace {

void take(OverheadRow& row, const PhaseSeconds& phases)
{
    row.pickle = phases[Phase::Pickle];
    row.unpickle = phases[Phase::Unpickle];
    row.transfer = phases[Phase::Transfer];
}

void take(OverheadRow& row, const PhaseTimes& times)
{
    row.pickle = at(times, Phase::Pickle) * 1e-9;
    row.unpickle = at(times, Phase::Unpickle) * 1e-9;
    row.transfer = at(times, Phase::Transfer) * 1e-9;
}

// The parent pickles what goes out and unpickles what comes back; a worker the other way round.
void takeBytes(OverheadRow& row, double out, double back, bool parent)
{
    row.pickled = parent ? out : back;
    row.unpickled = parent ? back : out;
    row.moved = out + back;
}

OverheadRow workerRow(const RunModel& run, std::size_t lane, const Counted& stretch)
{
    OverheadRow row;
    row.name = QStringLiteral("W%1").arg(lane);
    if (stretch.part()) {
        const double from = stretch.begin, to = stretch.end;
        take(row, run.lane(lane).worker(from, to));
        takeBytes(row, run.lane(lane).bytesOut(from, to), run.lane(lane).bytesBack(from, to), false);
        row.whole = (to - from) * 1e-9;
        return row;
    }
    const WorkerSummary& worker = run.worker(lane);
    take(row, worker.phases);
    takeBytes(row, static_cast<double>(worker.bytesOut), static_cast<double>(worker.bytesBack), false);
    row.whole = worker.phases.total() + worker.start + worker.unaccounted;
    return row;
}

OverheadRow parentRow(const RunModel& run, const Counted& stretch)
{
    OverheadRow row;
    row.name = QCoreApplication::translate("Overhead", "parent");
    const auto lanes = static_cast<double>(run.laneCount());
    if (stretch.part()) {
        const double from = stretch.begin, to = stretch.end;
        take(row, run.parentTimes(from, to));
        double out = 0, back = 0;
        for (std::size_t i = 0; i < run.laneCount(); ++i) {
            out += run.lane(i).bytesOut(from, to);
            back += run.lane(i).bytesBack(from, to);
        }
        takeBytes(row, out, back, true);
        row.whole = lanes * (to - from) * 1e-9;
        return row;
    }
    const Summary& summary = run.summary();
    take(row, summary.parent);
    takeBytes(row, static_cast<double>(summary.bytesOut), static_cast<double>(summary.bytesBack), true);
    row.whole = lanes * summary.wall;
    return row;
}

void add(OverheadRow& to, const OverheadRow& from)
{
    to.pickle += from.pickle;
    to.unpickle += from.unpickle;
    to.transfer += from.transfer;
    to.pickled += from.pickled;
    to.unpickled += from.unpickled;
    to.moved += from.moved;
    to.whole += from.whole;
}

} // namespace

std::vector<OverheadRow> overheadRows(const RunModel& run, const Counted& stretch)
{
    std::vector<OverheadRow> rows;
    if (run.hasParent()) rows.push_back(parentRow(run, stretch));
    for (std::size_t i = 0; i < run.laneCount(); ++i) rows.push_back(workerRow(run, i, stretch));
    OverheadRow sum;
    sum.name = QStringLiteral("Σ");
    for (const OverheadRow& row : rows) add(sum, row);
    rows.push_back(sum);
    return rows;
}

std::vector<OverheadRow> onlyPhase(std::vector<OverheadRow> rows, std::optional<Phase> phase)
{
    if (phase != Phase::Pickle && phase != Phase::Unpickle && phase != Phase::Transfer) return rows;
    for (OverheadRow& row : rows) {
        if (phase != Phase::Pickle) row.pickle = 0;
        if (phase != Phase::Unpickle) row.unpickle = 0;
        if (phase != Phase::Transfer) row.transfer = 0;
    }
    return rows;
}

std::vector<OverheadRow> withRestJoined(std::vector<OverheadRow> rows, std::size_t most)
{
    if (rows.size() <= most || most < 3) return rows;
    const auto first = static_cast<std::ptrdiff_t>(most) - 2; // before the rest and Σ
    OverheadRow rest;
    rest.name = QCoreApplication::translate("Overhead", "+%1").arg(rows.size() - most + 1);
    for (auto row = rows.begin() + first; row != rows.end() - 1; ++row) add(rest, *row);
    rows.erase(rows.begin() + first, rows.end() - 1);
    rows.insert(rows.end() - 1, rest);
    return rows;
}

} // namespace poolscope
