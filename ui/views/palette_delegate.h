// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A row of the command palette: icon, text with the typed letters bold, what it does or why it
// cannot be done, and its keys.

#include "ui/charts/charts.h"

#include <QStyledItemDelegate>

namespace poolscope {

class PaletteDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme& theme) { m_theme = theme; }
    int rowHeight() const { return m_theme.px(32); }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    double paintText(QPainter& painter, const QRectF& room, const QModelIndex& index, const QColor& colour) const;

    Theme m_theme;
};

} // namespace poolscope
