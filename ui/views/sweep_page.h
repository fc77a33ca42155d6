// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A sweep: what to change and how far, the curve that came of it, its figures, and the laws that fit.

#include "ui/charts/charts.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;
class QToolButton;

namespace poolscope {

class Field;

class SweepPage final : public QWidget {
    Q_OBJECT
public:
    explicit SweepPage(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    SweepModel& model() { return m_model; }
    SweepChart& chart() { return *m_chart; }
    SweepModel::Variable variable() const;
    void setVariable(SweepModel::Variable variable);
    std::vector<std::uint64_t> values() const; ///< as the fields say
    int repeats() const;
    /// A run is under way, or all are over; `words` say how far it is, or why it ended.
    void setRunning(bool running, const QString& words);
    QString words() const; ///< the sentence and how far it is, for tests

signals:
    void backWanted();
    void startWanted();
    void stopWanted();

private:
    QWidget* newHead();
    QWidget* newControls();
    QWidget* newFigures();
    QWidget* newLaws();
    void variableChosen();
    void refresh();
    QString lawText(const ScalingLaw& law, bool universal) const;

    SweepModel m_model;
    QToolButton* m_back;
    QLabel *m_sentence, *m_progress, *m_most, *m_amdahl, *m_universal, *m_missing;
    ChoiceBar* m_variables;
    Field *m_limit, *m_repeats;
    QPushButton* m_start;
    HelpMark* m_help;
    SweepChart* m_chart;
    QTableView* m_table;
    QWidget *m_head, *m_figures, *m_laws;
    bool m_running = false;
};

} // namespace poolscope
