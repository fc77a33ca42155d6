// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the calls gave: how many values, their sum, and the first thousand of them.

#include "ui/charts/charts.h"

#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QTableView;
class QToolButton;

namespace poolscope {

class ResultsPanel final : public QWidget {
    Q_OBJECT
public:
    ResultsPanel(QAction* copy, QAction* save, QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    void setResults(ResultsModel* results); ///< not owned; may be null
    std::optional<quint64> focusedItem() const; ///< the current row, while the table has the focus

signals:
    void itemOpened(quint64 item);     ///< Enter or a double click
    void menuWanted(const QPoint& at); ///< about the current row; `at` on the screen

private:
    void connectTable();
    void update();

    ResultsModel* m_results = nullptr;
    QLabel *m_count, *m_sum, *m_nothing;
    QTableView* m_table;
    QList<QToolButton*> m_buttons;
};

} // namespace poolscope
