// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Left of each lane: whose it is, what it does, how far it is, items and memory.

#include "ui/charts/lane_layout.h"

#include <QPointer>
#include <QWidget>

#include <vector>

namespace poolscope {

/// How far a worker is, as its header says it.
struct LaneProgress {
    QString share;     ///< "63 %" of what is its part while running; "25.1 %" of all items when over
    double filled = 0; ///< of the bar, 0 to 1
    double mean = -1;  ///< where the pool's mean stands, or -1
};
/// A pool hands chunks to whoever asks, so a worker has no fixed part: while running, its bar is items
/// done ÷ (items ÷ workers), capped at full; when over, its share of all items, summing to 100.
std::vector<LaneProgress> laneProgress(const RunModel& run);
/// The same of a stretch: each worker's share of the items in it, its bar against the busiest.
std::vector<LaneProgress> laneProgress(const RunModel& run, const Counted& stretch);

class LaneHeaders final : public QWidget {
    Q_OBJECT
public:
    explicit LaneHeaders(QWidget* parent = nullptr);
    void setRun(RunModel* run);
    void setTheme(const Theme& theme);
    void setCounted(const Counted& counted); ///< items, shares and busy time are those of this stretch
    void setLaneLayout(const LaneLayout& layout);

signals:
    void laneScrolled(int by); ///< px

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void paintParent(QPainter& painter, const QRect& lane) const;
    void paintWorker(QPainter& painter, const QRect& lane, std::size_t worker, const LaneProgress& progress) const;
    QString stateOf(std::size_t worker) const; ///< "busy 92 %", of what is counted
    QString itemsOf(std::size_t worker) const;
    void paintName(QPainter& painter, const QRect& line, const QString& name, const QString& state,
                   const QString& right) const;
    void paintBar(QPainter& painter, const QRect& bar, const LaneProgress& progress, bool died) const;

    QPointer<RunModel> m_run;
    Theme m_theme;
    LaneLayout m_layout;
    Counted m_counted;
};

} // namespace poolscope
