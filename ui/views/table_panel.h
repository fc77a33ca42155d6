// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The charts as tables, over the window: for the keyboard, for a screen reader, and to copy from.

#include "ui/charts/charts.h"

#include <QFrame>
#include <QPointer>

#include <functional>
#include <vector>

class QLabel;
class QTableView;

namespace poolscope {

class TablePanel final : public QFrame {
    Q_OBJECT
public:
    /// A chart by its short name, and what it shows.
    struct Source {
        QString name;
        std::function<ChartTable()> table;
    };
    using Sources = std::vector<Source>;
    explicit TablePanel(QWidget* window);

    void setTheme(const Theme& theme);
    /// The charts that are in view. The same names keep the one that is chosen; while it is open with
    /// others, it goes away.
    void setSources(Sources sources);
    void open(int source);
    void dismiss(); ///< the focus goes back to where it was
    void refresh(); ///< while it is open: what the chart shows now
    int source() const;
    const ChartTableModel& model() const { return *m_model; }
    void copy() const; ///< all of it, columns apart by tabs

signals:
    void copied();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void buildHead();
    void layOut();

    Sources m_sources;
    ChartTableModel* m_model;
    Theme m_theme;
    TabWords* m_words;
    LookButton *m_copy, *m_close;
    QLabel* m_summary;
    QTableView* m_table;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace poolscope
