// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The failed tasks as a table.

#include "ui/charts/charts.h"

#include <QWidget>

#include <optional>

class QLabel;
class QTableView;

namespace poolscope {

class FailuresModel;

class FailuresPanel final : public QWidget {
    Q_OBJECT
public:
    explicit FailuresPanel(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    void setRun(RunModel* run);
    int count() const;
    std::optional<quint64> focusedItem() const; ///< the current row, while the table has the focus

signals:
    void countChanged();
    void itemPicked(const poolscope::Failure& failure); ///< a row was clicked
    void itemOpened(quint64 item);     ///< Enter or a double click
    void menuWanted(const QPoint& at); ///< about the current row; `at` on the screen

private:
    void connectTable();
    quint64 itemAt(const QModelIndex& index) const;
    void update();

    FailuresModel* m_model;
    RunModel* m_run = nullptr;
    QLabel* m_none;
    QTableView* m_table;
};

} // namespace poolscope
