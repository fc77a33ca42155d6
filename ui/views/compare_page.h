// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// G: what changed between two runs. Their lanes over one axis of time, and a table of differences.

#include "ui/charts/charts.h"

#include <QWidget>

class QLabel;
class QStackedLayout;

namespace poolscope {

class DifferenceTable;

class ComparePage final : public QWidget {
    Q_OBJECT
public:
    explicit ComparePage(RunsModel& runs, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    ComparisonModel& model() { return *m_model; }
    CompareLanes& lanes() { return *m_lanes; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* newWorkers();
    QWidget* newDifferences();
    void refresh();
    void placeLegend();
    void fitRows();

    ComparisonModel* m_model;
    Theme m_theme;
    QStackedLayout* m_stack;
    QLabel* m_nothing;
    CompareLanes* m_lanes;
    QLabel *m_swatch, *m_legend;
    Chip* m_coupled;
    ChoiceBar* m_per;
    DifferenceTable *m_first, *m_second;
    QWidget *m_workersHead, *m_differences;
};

} // namespace poolscope
