// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The differences of two runs: the rows of a ComparisonModel in two tables side by side, the larger the
// change the darker it stands.

#include "ui/charts/charts.h"

#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTableView>

namespace poolscope {

/// The first or the second half of the rows.
class HalfModel final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    HalfModel(ComparisonModel& model, bool second, QObject* parent);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    bool m_second;
};

class DifferenceDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setTheme(const Theme& theme) { m_theme = theme; }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    void paintChange(QPainter& painter, const QRect& cell, const QModelIndex& index) const;

    Theme m_theme;
};

/// One half as a table.
class DifferenceTable final : public QTableView {
    Q_OBJECT
public:
    DifferenceTable(ComparisonModel& model, bool second, QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fitColumns();

    HalfModel* m_half;
    DifferenceDelegate* m_delegate;
    Theme m_theme;
};

/// The ground of a change of that strength, and its text.
QColor groundOf(const Theme& theme, Strength strength);
QColor textOf(const Theme& theme, Strength strength);

} // namespace poolscope
