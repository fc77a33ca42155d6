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

class CountedItems;

class ResultsPanel final : public QWidget {
    Q_OBJECT
public:
    ResultsPanel(QAction* copy, QAction* save, QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    void setResults(ResultsModel* results, RunModel* run); ///< not owned; may be null
    void setCounted(TimeRange& range, RunFilter& filter); ///< which items it lists; not owned
    std::optional<quint64> focusedItem() const; ///< the current row, while the table has the focus

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

signals:
    void itemPicked(quint64 item);     ///< a row was clicked
    void itemOpened(quint64 item);     ///< Enter or a double click
    void menuWanted(const QPoint& at); ///< about the current row; `at` on the screen

private:
    void prepareTable();
    void connectTable();
    void count(); ///< the stretch may be another
    void update();
    void elideSum();

    ResultsModel* m_results = nullptr;
    RunModel* m_run = nullptr;
    TimeRange* m_range = nullptr;
    RunFilter* m_filter = nullptr;
    CountedItems* m_counted;
    QLabel *m_count, *m_sum, *m_nothing;
    QTableView* m_table;
    QList<QToolButton*> m_buttons;
};

} // namespace poolscope
