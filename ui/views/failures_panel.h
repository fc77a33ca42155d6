// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The failed tasks as a table: those in the stretch that the charts count.

#include "ui/charts/charts.h"

#include <QWidget>

#include <optional>

class QLabel;
class QTableView;

namespace poolscope {

class CountedItems;
class FailuresModel;

/// Arrow keys go from cell to cell, Ctrl with up or down sorts by the column of the current cell, Enter
/// opens the bytes of its task.
class FailuresPanel final : public QWidget {
    Q_OBJECT
public:
    explicit FailuresPanel(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    void setRun(RunModel* run);
    void setCounted(TimeRange& range, RunFilter& filter); ///< which it lists; not owned
    int count() const;                                    ///< of the run
    int listed() const;                                   ///< of them
    std::optional<quint64> focusedItem() const; ///< the current row, while the table has the focus

signals:
    void countChanged();
    void itemPicked(quint64 item);     ///< a row was clicked, or came to by key
    void itemOpened(quint64 item);     ///< Enter or a double click
    void menuWanted(const QPoint& at); ///< about the current row; `at` on the screen

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override; ///< keys of the table

private:
    void prepareTable();
    void connectTable();
    void countItems(); ///< the stretch may be another
    void update();

    FailuresModel* m_model;
    CountedItems* m_counted;
    RunModel* m_run = nullptr;
    TimeRange* m_range = nullptr;
    RunFilter* m_filter = nullptr;
    QLabel* m_none;
    QTableView* m_table;
};

} // namespace poolscope
