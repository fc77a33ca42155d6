// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_tables.h"

#include <QCoreApplication>

namespace poolscope {

namespace {

struct ChartTableTerms {
    Q_DECLARE_TR_FUNCTIONS(ChartTables)
};

QString inSeconds(Phase phase) { return ChartTableTerms::tr("%1 (s)").arg(phaseName(phase)); }

void addTimes(std::vector<QVariant>& row, const PhaseTimes& times, std::optional<Phase> filter)
{
    for (std::size_t i = 0; i < phaseCount; ++i) {
        const auto phase = static_cast<Phase>(i);
        if (!filter || phase == *filter) row.push_back(at(times, phase) * 1e-9);
    }
}

} // namespace

ChartTable verdictTable(const RunModel& run, const QString& sentence)
{
    const Summary& summary = run.summary();
    ChartTable table{
        ChartTableTerms::tr("Verdict"),
        sentence,
        {ChartTableTerms::tr("part"), ChartTableTerms::tr("share of worker time (%)"), ChartTableTerms::tr("time (s)")},
        {}};
    const auto shares = sharesOfWorkerTime(summary);
    for (std::size_t i = 0; i < phaseCount; ++i) {
        const auto phase = static_cast<Phase>(i);
        table.rows.push_back({phaseName(phase), shares[i], summary.phases[phase]});
    }
    table.rows.push_back({ChartTableTerms::tr("start"), shares[phaseCount], summary.start});
    table.rows.push_back({ChartTableTerms::tr("unaccounted"), shares[phaseCount + 1], summary.unaccounted});
    return table;
}

ChartTable lanesTable(const RunModel& run, double from, double to, std::optional<Phase> filter)
{
    ChartTable table;
    table.title = ChartTableTerms::tr("Workers over time");
    table.heads = {ChartTableTerms::tr("lane"),   ChartTableTerms::tr("state"),  ChartTableTerms::tr("items"),
                   ChartTableTerms::tr("chunks"), ChartTableTerms::tr("failed"), ChartTableTerms::tr("memory (B)")};
    for (std::size_t i = 0; i < phaseCount; ++i) {
        if (!filter || static_cast<Phase>(i) == *filter) table.heads += inSeconds(static_cast<Phase>(i));
    }
    if (run.hasParent()) {
        table.rows.push_back({ChartTableTerms::tr("parent"), QString(), QVariant(), QVariant(), QVariant(),
                              qulonglong{run.parentMemory()}});
        addTimes(table.rows.back(), run.parentTimes(from, to), filter);
    }
    for (std::size_t lane = 0; lane < run.laneCount(); ++lane) {
        const WorkerSummary& worker = run.worker(lane);
        table.rows.push_back({QStringLiteral("W%1").arg(lane), run.stateText(lane), qulonglong{worker.items},
                              qulonglong{worker.chunks}, qulonglong{worker.failed},
                              qulonglong{std::max(worker.rss, worker.maxRss)}});
        addTimes(table.rows.back(), run.workerTimes(lane, from, to), filter);
    }
    table.summary = ChartTableTerms::tr("Workers: %1; items done: %2; from %3 to %4 after the start.")
                        .arg(QString::number(run.laneCount()), countOf(run.summary().done),
                             timeOf(from * 1e-9), timeOf(to * 1e-9));
    return table;
}

ChartTable overheadTable(const std::vector<OverheadRow>& rows, OverheadChart::Unit unit, bool inRange)
{
    const bool percent = unit == OverheadChart::Unit::Percent;
    const bool bytes = unit == OverheadChart::Unit::Bytes;
    ChartTable table;
    table.title = ChartTableTerms::tr("Serialization overhead");
    const QString head = percent ? ChartTableTerms::tr("%1 (%)") : ChartTableTerms::tr("%1 (s)");
    table.heads = {ChartTableTerms::tr("who")};
    if (bytes)
        table.heads += QStringList{ChartTableTerms::tr("pickled (B)"), ChartTableTerms::tr("unpickled (B)")};
    else for (const Phase phase : {Phase::Pickle, Phase::Unpickle, Phase::Transfer}) table.heads += QString(head).replace("%1", phaseName(phase));
    table.heads += QStringList{ChartTableTerms::tr("time (s)"), ChartTableTerms::tr("bytes (B)"), ChartTableTerms::tr("MB/s")};
    for (const OverheadRow& row : rows) {
        std::vector<QVariant> cells{row.name};
        const double each = percent ? row.whole / 100 : 1;
        if (bytes) cells.insert(cells.end(), {row.pickled, row.unpickled});
        else for (const double part : {row.pickle, row.unpickle, row.transfer}) cells.push_back(each > 0 ? part / each : 0.0);
        cells.push_back(row.time());
        cells.push_back(row.moved);
        cells.push_back(row.time() > 0 ? QVariant(row.moved / 1e6 / row.time()) : QVariant());
        table.rows.push_back(std::move(cells));
    }
    if (rows.empty()) return table;
    const OverheadRow& all = rows.back();
    const double share = all.whole > 0 ? all.time() / all.whole * 100 : 0;
    const QString sentence =
        inRange
            ? ChartTableTerms::tr("In the range pickling, unpickling and transfer took %1, %2 % of the time.")
            : ChartTableTerms::tr("Pickling, unpickling and transfer took %1, %2 % of the time of all.");
    table.summary = sentence.arg(timeOf(all.time()), decimalText(share, 1));
    return table;
}

ChartTable throughputTable(const RunModel& run, const std::vector<Throughput>& series)
{
    ChartTable table;
    table.title = ChartTableTerms::tr("Throughput");
    table.heads = {ChartTableTerms::tr("from (s)"), ChartTableTerms::tr("to (s)"), ChartTableTerms::tr("items/s"),
                   ChartTableTerms::tr("chunks in flight"), ChartTableTerms::tr("busy workers")};
    for (const Throughput& part : series) {
        table.rows.push_back({part.from, part.to, part.itemsPerSecond, part.inFlight, part.busy});
    }
    table.summary = ChartTableTerms::tr("%1 items/s over the whole run.")
                        .arg(spoken(quantityText(run.summary().itemsPerSecond)));
    return table;
}

ChartTable latencyTable(const LatencyCounts& counts)
{
    ChartTable table;
    table.title = ChartTableTerms::tr("Latency");
    table.heads = {ChartTableTerms::tr("from (s)"), ChartTableTerms::tr("to (s)"), ChartTableTerms::tr("chunks")};
    const std::vector<std::uint64_t> bars = counts.bars();
    for (std::size_t bar = 0; bar < bars.size(); ++bar) {
        if (bars[bar] == 0) continue;
        table.rows.push_back({LatencyCounts::beginOf(bar), LatencyCounts::beginOf(bar + 1), qulonglong{bars[bar]}});
    }
    if (counts.empty()) {
        table.summary = ChartTableTerms::tr("No chunk has come back yet.");
        return table;
    }
    table.summary =
        ChartTableTerms::tr("Of %1 chunks half took at most %2, 99 % at most %3, 99.9 % at most %4.")
            .arg(countOf(counts.total()), timeOf(counts.percentile(0.5)),
                 timeOf(counts.percentile(0.99)), timeOf(counts.percentile(0.999)));
    return table;
}

} // namespace poolscope
