// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a sweep measured: the same job over and over with one thing changed, several runs a point. A
// table of its points, which is also the twin of its chart.

#include "core/insight/insight.h"

#include <QAbstractTableModel>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace poolscope {

/// One value of what is changed, and how fast each of its runs was.
struct SweepPoint {
    std::uint64_t value = 0;   ///< workers, or items a chunk
    std::vector<double> rates; ///< items/s
    Spread spread() const;     ///< median, lowest and highest; all 0 before the first run
};

class SweepModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Variable : std::uint8_t { Workers, Chunksize };
    enum Column { Value, Runs, Median, Low, High, Gain, columns };

    explicit SweepModel(QObject* parent = nullptr);

    /// Forgets what was measured and waits for `repeats` runs of each value.
    void begin(Variable variable, const QString& title, const std::vector<std::uint64_t>& values,
               int repeats);
    /// A run of the point `point` is over. A run that finished nothing is counted and leaves no rate.
    void add(std::size_t point, const Summary& summary);
    void end(); ///< no more will come: all is done, or it was stopped

    Variable variable() const { return m_variable; }
    const QString& title() const { return m_title; } ///< "power(x, n=10)"
    const std::vector<SweepPoint>& points() const { return m_points; }
    int planned() const { return m_planned; } ///< runs
    int done() const { return m_done; }
    int repeats() const { return m_repeats; }
    bool over() const { return m_over; }
    /// items/s of a plain loop, where it was measured.
    std::optional<double> serialRate() const;
    /// The laws of scaling, over the medians; for workers alone.
    const ScalingFits& fits() const { return m_fits; }
    /// The point with the largest median; null before the first.
    const SweepPoint* best() const;
    /// "6 workers are fastest: 2.09 M items/s, 3.1× those of 1."; what comes, before there is a point.
    QString sentence() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void changed();

private:
    QString nameOf(const SweepPoint& point) const;
    const SweepPoint* asFast(const SweepPoint& fastest) const;
    QString gainOf(const SweepPoint& point) const;

    Variable m_variable = Variable::Workers;
    QString m_title;
    std::vector<SweepPoint> m_points;
    std::vector<double> m_serialRates;
    ScalingFits m_fits;
    int m_planned = 0, m_done = 0, m_repeats = 1;
    bool m_over = true;
};

/// 1 to 8 one by one, then four to a doubling (10, 12, 14, 16, 20, 24 …), and `most` itself.
std::vector<std::uint64_t> sweepOfWorkers(std::uint64_t most);
/// 1, 2, 4 … up to `most`, a power of two or not.
std::vector<std::uint64_t> sweepOfChunks(std::uint64_t most);
/// The points in the order in which they are run: all of them forwards, then backwards, and so on, so that
/// what drifts while the machine warms up does not fall on one end.
std::vector<std::size_t> sweepOrder(std::size_t points, int repeats);

} // namespace poolscope
