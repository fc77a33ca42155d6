// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is said of the task under the pointer; a child of the window, so that it needs no
// translucency.

#include "ui/charts/theme.h"

#include <QTimer>
#include <QWidget>

namespace poolscope {

/// One line of the card.
struct HoverLine {
    Phase phase = Phase::Wait;
    QString name, time, note;
};

class HoverCard final : public QWidget {
    Q_OBJECT
public:
    static constexpr int delay = 150; ///< ms

    explicit HoverCard(QWidget* window);
    void setTheme(const Theme& theme);
    /// Says it of this row from now on, `delay` later if nothing was shown; `at` in the window.
    void tell(const RunModel& run, RowRef row, double nanos, const QPoint& at);
    void dismiss();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fill(const RunModel& run, RowRef row, double nanos);
    void fillTask(const RunModel& run, const Row& row);
    void fillWait(const Row& row);
    void layOut(const QPoint& at);

    Theme m_theme;
    QTimer m_timer;
    QString m_title, m_aside;
    std::vector<HoverLine> m_lines;
};

} // namespace poolscope
