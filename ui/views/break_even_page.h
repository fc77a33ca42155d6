// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The break-even map with what is picked in it, a button that checks the prediction there by a run, and
// a table of what was predicted and measured.

#include "ui/charts/charts.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QStackedLayout;
class QTableView;
class QToolButton;

namespace poolscope {

class BreakEvenPage final : public QWidget {
    Q_OBJECT
public:
    explicit BreakEvenPage(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    BreakEvenModel& model() { return m_model; }
    BreakEvenChart& chart() { return *m_chart; }
    void setRunning(bool running, const QString& words = {}); ///< a check is under way
    QString words() const { return m_told; } ///< the sentence above the map, for tests

signals:
    void backWanted();
    void checkWanted(const poolscope::MapPlace& place);
    void stopWanted();

private:
    QWidget* newHead();
    QWidget* newMap();
    void refresh();
    void askForCheck();

    BreakEvenModel m_model;
    QToolButton* m_back;
    QLabel *m_sentence, *m_hint, *m_nothing;
    HelpMark* m_help;
    QPushButton* m_check;
    BreakEvenChart* m_chart;
    QTableView* m_table;
    QStackedLayout* m_stack;
    QString m_words, m_told;
    bool m_running = false;
};

} // namespace poolscope
