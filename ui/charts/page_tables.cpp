// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/page_tables.h"

#include <QCoreApplication>

namespace poolscope {

namespace {

struct PageTableTerms {
    Q_DECLARE_TR_FUNCTIONS(ChartTables)
};

QString told(const std::string& utf8) { return spoken(utf8); }

QVariant valueOf(const std::optional<double>& value)
{
    return value ? QVariant(*value) : QVariant();
}

QString unitOf(Difference::Unit unit)
{
    switch (unit) {
    case Difference::Unit::Seconds: return QStringLiteral("s");
    case Difference::Unit::PerSecond: return PageTableTerms::tr("items/s");
    case Difference::Unit::Bytes: break;
    }
    return QStringLiteral("B");
}

} // namespace

ChartTable taskTable(const TaskDetail& detail)
{
    ChartTable table;
    table.title = PageTableTerms::tr("Out and back");
    if (!detail.row.valid()) {
        table.summary = PageTableTerms::tr("No task is selected.");
        return table;
    }
    constexpr double micro = 1e3; // ns
    table.heads = {PageTableTerms::tr("step"), PageTableTerms::tr("begins (µs)"), PageTableTerms::tr("ends (µs)"), PageTableTerms::tr("time (µs)"),
                   PageTableTerms::tr("bytes (B)")};
    for (const TaskStep& step : detail.steps) {
        if (step.bars.empty()) continue;
        table.rows.push_back({nameOf(step.kind), step.bars.front().begin / micro,
                              step.bars.back().end / micro, step.time() / micro,
                              step.bytes > 0 ? QVariant(qulonglong{step.bytes}) : QVariant()});
    }
    table.summary = PageTableTerms::tr("Task %1, %2: %3 from its first byte to its result.")
                        .arg(told(countText(detail.item)), placeOf(detail),
                             told(timeText(detail.total * 1e-9)));
    return table;
}

ChartTable sweepTable(const SweepModel& model)
{
    ChartTable table;
    table.title = PageTableTerms::tr("Sweep");
    table.summary = model.sentence();
    const ScalingFits& fits = model.fits();
    const bool workers = model.variable() == SweepModel::Variable::Workers;
    table.heads = {workers ? PageTableTerms::tr("workers") : PageTableTerms::tr("chunk"), PageTableTerms::tr("runs"),
                   PageTableTerms::tr("median (items/s)"), PageTableTerms::tr("lowest (items/s)"),
                   PageTableTerms::tr("highest (items/s)")};
    if (fits.amdahl) table.heads += PageTableTerms::tr("Amdahl (items/s)");
    if (fits.universal) table.heads += PageTableTerms::tr("universal law (items/s)");
    for (const SweepPoint& point : model.points()) {
        std::vector<QVariant> row{qulonglong{point.value}, qulonglong{point.rates.size()}};
        const Spread spread = point.spread();
        for (const double rate : {spread.median, spread.low, spread.high})
            row.push_back(point.rates.empty() ? QVariant() : QVariant(rate));
        const auto value = static_cast<double>(point.value);
        if (fits.amdahl) row.emplace_back(fits.amdahl->rate(value));
        if (fits.universal) row.emplace_back(fits.universal->rate(value));
        table.rows.push_back(std::move(row));
    }
    return table;
}

ChartTable breakEvenTable(const BreakEvenModel& model)
{
    ChartTable table;
    table.title = PageTableTerms::tr("Points of the map");
    table.summary = model.costs() ? model.sentence() : model.missing();
    table.heads = {PageTableTerms::tr("point"), PageTableTerms::tr("work an item (s)"), PageTableTerms::tr("bytes an item (B)"),
                   PageTableTerms::tr("predicted (×)"), PageTableTerms::tr("measured (×)")};
    if (const auto& job = model.job(); job && model.costs()) {
        table.rows.push_back({model.jobName(), job->work, job->bytes,
                              model.costs()->speedup(job->work, job->bytes), job->speedup});
    }
    for (const BreakEvenCheck& check : model.checks()) {
        const CostPoint at = check.measured.value_or(CostPoint{check.work, check.bytes, 0});
        table.rows.push_back({PageTableTerms::tr("payload"), at.work, at.bytes, check.predicted,
                              check.measured ? QVariant(at.speedup) : QVariant()});
    }
    return table;
}

ChartTable contoursTable(const BreakEvenModel& model, const std::vector<double>& speedups,
                         const std::vector<double>& bytes)
{
    ChartTable table;
    table.title = PageTableTerms::tr("Work from which the pool is faster");
    table.summary = model.costs() ? model.sentence() : model.missing();
    if (!model.costs()) return table;
    table.heads = {PageTableTerms::tr("bytes an item (B)")};
    for (const double at : bytes) table.rows.push_back({at});
    for (const double speedup : speedups) {
        table.heads += PageTableTerms::tr("work for %1 (s)").arg(told(factorText(speedup)));
        const auto work = contourOf(*model.costs(), speedup, bytes);
        for (std::size_t i = 0; i < bytes.size(); ++i) table.rows[i].push_back(valueOf(work[i]));
    }
    return table;
}

ChartTable differencesTable(const ComparisonModel& model, const QString& sentence)
{
    ChartTable table;
    table.title = PageTableTerms::tr("Differences");
    table.summary = sentence;
    if (model.empty()) return table;
    table.heads = {PageTableTerms::tr("figure"),   PageTableTerms::tr("unit"),       model.beforeName(),
                   model.afterName(), PageTableTerms::tr("difference"), PageTableTerms::tr("change")};
    const auto& rows = model.perItem() ? model.comparison().items : model.comparison().totals;
    for (int row = 0; row < model.rowCount(); ++row) {
        const Difference& one = rows[static_cast<std::size_t>(row)];
        table.rows.push_back({model.index(row, ComparisonModel::Name).data(), unitOf(one.unit),
                              one.a, one.b, one.b - one.a, model.index(row, ComparisonModel::Factor).data()});
    }
    return table;
}

} // namespace poolscope
