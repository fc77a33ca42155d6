// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// "Why?": the formulas of the verdict with their numbers.

#include "ui/charts/theme.h"

#include <QWidget>

#include <vector>

namespace poolscope {

class WhyCard final : public QWidget {
    Q_OBJECT
public:
    WhyCard(const RunModel& run, const Theme& theme, QWidget* window);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Line {
        QString name, formula, figure;
    };
    void add(const QString& name, const QString& formula, const QString& figure);
    void addVerdict(const RunModel& run);
    void addItems(const RunModel& run);
    void addChunks(const RunModel& run, const Grounds& grounds);
    void addWaits(const RunModel& run);
    void addPart(const QString& name, double seconds, double workerTime);

    Theme m_theme;
    std::vector<Line> m_lines;
};

} // namespace poolscope
