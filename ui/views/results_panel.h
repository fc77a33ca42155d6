// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the calls gave: how many values, their sum, and the first thousand of them.

#include "ui/charts/charts.h"

#include <QWidget>

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

private:
    void update();

    ResultsModel* m_results = nullptr;
    QLabel *m_count, *m_sum, *m_nothing;
    QTableView* m_table;
    QList<QToolButton*> m_buttons;
};

} // namespace poolscope
