// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sweep_model.h"

#include "ui/models/spoken.h"

#include <algorithm>

namespace poolscope {

namespace {

QString rateText(double rate) { return spoken(quantityText(rate)); }
} // namespace

Spread SweepPoint::spread() const
{
    if (rates.empty()) return {};
    std::vector<double> sorted = rates;
    const double median = percentile(sorted, 0.5);
    return {median, sorted.front(), sorted.back()};
}

SweepModel::SweepModel(QObject* parent) : QAbstractTableModel(parent) {}

void SweepModel::begin(Variable variable, const QString& title,
                       const std::vector<std::uint64_t>& values, int repeats)
{
    beginResetModel();
    m_variable = variable;
    m_title = title;
    m_points.clear();
    for (const std::uint64_t value : values) m_points.push_back({value, {}});
    m_serialRates.clear();
    m_repeats = std::max(1, repeats);
    m_planned = static_cast<int>(values.size()) * m_repeats;
    m_done = 0;
    m_over = false;
    m_fits = fitScaling({});
    endResetModel();
    emit changed();
}

void SweepModel::add(std::size_t point, const Summary& summary)
{
    ++m_done;
    m_title = summary.plan.title.empty() ? m_title : spoken(summary.plan.title);
    if (summary.done > 0) m_points[point].rates.push_back(summary.itemsPerSecond);
    if (summary.serial && summary.serial->median > 0) {
        m_serialRates.push_back(static_cast<double>(summary.plan.items) / summary.serial->median);
    }
    std::vector<ScalingPoint> measured;
    for (const SweepPoint& each : m_points) {
        if (m_variable == Variable::Workers && !each.rates.empty()) {
            measured.push_back({static_cast<double>(each.value), each.spread().median});
        }
    }
    m_fits = fitScaling(measured);
    emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1)); // all gains are of the first
    emit changed();
}

void SweepModel::end()
{
    m_over = true;
    emit changed();
}

std::optional<double> SweepModel::serialRate() const
{
    if (m_serialRates.empty()) return {};
    std::vector<double> rates = m_serialRates;
    return percentile(rates, 0.5);
}

const SweepPoint* SweepModel::best() const
{
    const auto slower = [](const SweepPoint& a, const SweepPoint& b) {
        return a.spread().median < b.spread().median;
    };
    const auto found = std::max_element(m_points.begin(), m_points.end(), slower);
    return found == m_points.end() || found->rates.empty() ? nullptr : &*found;
}

QString SweepModel::nameOf(const SweepPoint& point) const
{
    const QString count = spoken(countText(point.value));
    if (m_variable == Variable::Chunksize) return tr("Chunks of %1").arg(count);
    return point.value == 1 ? tr("1 worker") : tr("%1 workers").arg(count);
}

/// The first point whose best run reaches the median of the fastest: more than that is within the spread.
const SweepPoint* SweepModel::asFast(const SweepPoint& fastest) const
{
    for (const SweepPoint& point : m_points) {
        if (&point == &fastest) break;
        if (point.spread().high >= fastest.spread().median) return &point;
    }
    return nullptr;
}

QString SweepModel::sentence() const
{
    const SweepPoint* const fastest = best();
    if (fastest == nullptr) {
        return m_planned > 0 && !m_over ? tr("Measuring …") : tr("Nothing is measured yet.");
    }
    const double rate = fastest->spread().median, first = m_points.front().spread().median;
    const QString most = tr("%1 items/s").arg(rateText(rate));
    const QString who = nameOf(*fastest);
    const bool one = m_variable == Variable::Workers && fastest->value == 1;
    const SweepPoint* const close = asFast(*fastest);
    const QString is = one              ? tr("%1 is fastest: %2").arg(who, most)
                       : close == nullptr ? tr("%1 are fastest: %2").arg(who, most)
                                        : tr("%1 are fastest (%2 nearly as fast): %3")
                                              .arg(who, spoken(countText(close->value)), most);
    if (fastest == &m_points.front() || !(first > 0)) return is + QLatin1Char('.');
    const QString factor = spoken(factorText(rate / first));
    return is + tr(", %1 those of %2.").arg(factor, spoken(countText(m_points.front().value)));
}

int SweepModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_points.size());
}

int SweepModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString SweepModel::gainOf(const SweepPoint& point) const
{
    const double first = m_points.front().spread().median;
    return first > 0 ? spoken(factorText(point.spread().median / first)) : QString();
}

QVariant SweepModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role == Qt::TextAlignmentRole) return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    const SweepPoint& point = m_points[static_cast<std::size_t>(index.row())];
    if (index.column() == Value) return spoken(countText(point.value));
    if (index.column() == Runs) return static_cast<int>(point.rates.size());
    if (point.rates.empty()) return QStringLiteral("–");
    switch (index.column()) {
    case Median: return rateText(point.spread().median);
    case Low: return rateText(point.spread().low);
    case High: return rateText(point.spread().high);
    default: return gainOf(point);
    }
}

QVariant SweepModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Value: return m_variable == Variable::Workers ? tr("workers") : tr("chunk");
    case Runs: return tr("runs");
    case Median: return tr("items/s");
    case Low: return tr("lowest");
    case High: return tr("highest");
    default: {
        const QString first =
            m_points.empty() ? QStringLiteral("1") : spoken(countText(m_points.front().value));
        return tr("× of %1").arg(first);
    }
    }
}

std::vector<std::uint64_t> sweepOfWorkers(std::uint64_t most)
{
    std::vector<std::uint64_t> values;
    for (std::uint64_t value = 1; value < most;) {
        values.push_back(value);
        std::uint64_t octave = 1;
        while (octave * 2 <= value) octave *= 2;
        value += std::max<std::uint64_t>(1, octave / 4); // four steps to a doubling from 4 on
    }
    values.push_back(std::max<std::uint64_t>(1, most));
    return values;
}

std::vector<std::uint64_t> sweepOfChunks(std::uint64_t most)
{
    std::vector<std::uint64_t> values;
    for (std::uint64_t value = 1; value < most && values.size() < 63; value *= 2)
        values.push_back(value);
    values.push_back(std::max<std::uint64_t>(1, most));
    return values;
}

std::vector<std::size_t> sweepOrder(std::size_t points, int repeats)
{
    std::vector<std::size_t> order;
    for (int repeat = 0; repeat < repeats; ++repeat) {
        for (std::size_t i = 0; i < points; ++i)
            order.push_back(repeat % 2 == 0 ? i : points - 1 - i);
    }
    return order;
}

} // namespace poolscope
