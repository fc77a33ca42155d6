// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// D: what happened to one task. The steps of its chunk out and back, each with its bytes and time,
// over one axis that begins when its first byte was pickled.

#include "ui/charts/theme.h"

#include <QPainter>
#include <QWidget>

namespace poolscope {

class TaskWaterfall final : public QWidget {
    Q_OBJECT
public:
    explicit TaskWaterfall(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    void show(const TaskDetail& detail);
    ChartTable table() const; ///< its twin: the same steps as rows

    /// The bars of step `step` in pixels of this widget, at least 2 px wide each.
    std::vector<QRect> barsOf(std::size_t step) const;
    /// The time of a step, or of all, in the unit that all of them share: "1 725 µs".
    QString timeText(double nanos) const;
    QString stepText(double nanos) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override; ///< tool tips of the steps

private:
    struct Unit {
        double nanos;
        const char* name;
    };
    static Unit unitFor(double total);
    QString number(double nanos) const;
    QRect stepRect(std::size_t step) const;
    int x(double nanos) const;
    double axisEnd() const;  ///< ns
    double axisStep() const; ///< ns
    void paintHead(QPainter& painter) const;
    void paintStep(QPainter& painter, std::size_t step) const;
    void paintAxis(QPainter& painter) const;
    void describe();

    Theme m_theme;
    TaskDetail m_detail;
    Unit m_unit{1e3, "µs"};
};

} // namespace poolscope
