// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the rows of the job panel are drawn: jobs on one line, runs on two.

#include "ui/charts/charts.h"

#include <QStyledItemDelegate>

namespace poolscope {

/// A job's name; ✕ in a circle where it could not be pickled.
class JobDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setTheme(const Theme& theme) { m_theme = theme; }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    Theme m_theme;
};

/// A run, with a check box where two are compared: its number and factor, below them what it was and how far it came.
class RunDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setTheme(const Theme& theme) { m_theme = theme; }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    void paintDot(QPainter& painter, const QRectF& top, bool current) const;
    void paintCheck(QPainter& painter, const QRectF& top, bool checked) const;
    void paintTop(QPainter& painter, const QRectF& top, const QModelIndex& index) const;
    Theme m_theme;
};

} // namespace poolscope
