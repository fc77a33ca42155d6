// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/row_delegates.h"

#include <QPainter>

#include <cmath>

namespace poolscope {

namespace {

/// Hovered, chosen (3 px of ink at the left) or focused by key (2 px inside).
void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const Theme& theme, bool chosen)
{
    const QRect rect = option.rect;
    if (chosen) {
        painter.fillRect(rect, theme.select);
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.ink);
    } else if (option.state & QStyle::State_MouseOver) {
        painter.fillRect(rect, theme.hover);
    }
    const bool byKey = option.state & QStyle::State_KeyboardFocusChange;
    if (byKey && (option.state & QStyle::State_HasFocus)) {
        painter.setPen(QPen(theme.ink, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(rect.adjusted(1, 1, -1, -1));
    }
}

/// Leaves out what stands after the last commas, until the rest fits.
QString shortened(QString text, const QPainter& painter, const QRectF& room)
{
    const QFontMetricsF metrics(painter.font());
    while (metrics.horizontalAdvance(text) > room.width() && text.contains(',')) {
        text = text.section(',', 0, -2);
    }
    return text;
}

} // namespace

QSize JobDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {m_theme.px(160), m_theme.px(24)};
}

void JobDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const
{
    const bool chosen = option.state & QStyle::State_Selected;
    painter->save();
    paintGround(*painter, option, m_theme, chosen);
    painter->setFont(m_theme.mono(12, chosen ? QFont::DemiBold : QFont::Normal));
    painter->setPen(chosen ? m_theme.t1 : m_theme.t2);
    const QRectF text = QRectF(option.rect).adjusted(16, 0, -m_theme.px(36), 0);
    drawLabel(*painter, text, index.data().toString());
    if (index.data(JobsModel::RefusedRole).toBool()) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(m_theme.t1);
        const QRectF rect = option.rect;
        drawCross(*painter, {rect.right() - m_theme.px(20), rect.center().y()}, m_theme.px(16), true);
    }
    painter->restore();
}

QSize RunDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {m_theme.px(160), m_theme.px(44)};
}

void RunDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const
{
    const QVariant check = index.data(Qt::CheckStateRole);
    const bool checked = check.toInt() == Qt::Checked;
    const bool current = check.isValid() ? checked : index.data(RunsModel::CurrentRole).toBool();
    painter->save();
    paintGround(*painter, option, m_theme, current);
    const QRectF inner = QRectF(option.rect).adjusted(36, 0, -16, 0);
    const QRectF top(inner.left(), inner.top() + m_theme.px(5), inner.width(), m_theme.px(17));
    check.isValid() ? paintCheck(*painter, top, checked) : paintDot(*painter, top, current);
    paintTop(*painter, top, index);
    const QRectF below = top.translated(0, m_theme.px(18));
    painter->setFont(m_theme.font(12));
    painter->setPen(current ? m_theme.t2 : m_theme.t3);
    const QString progress = index.data(RunsModel::ProgressRole).toString();
    const double taken = progress.isEmpty() ? 0 : figuresWidth(painter->font(), progress) + 8;
    const QRectF room = below.adjusted(0, 0, -taken, 0);
    drawLabel(*painter, room, shortened(index.data(RunsModel::DetailRole).toString(), *painter, room));
    drawFigures(*painter, below, progress, Qt::AlignRight | Qt::AlignVCenter);
    painter->restore();
}

void RunDelegate::paintDot(QPainter& painter, const QRectF& top, bool current) const
{
    const QPointF centre(top.left() - 14, top.center().y());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(current ? m_theme.ink : m_theme.t3, 1.5));
    painter.setBrush(current ? QBrush(m_theme.ink) : QBrush(Qt::NoBrush));
    painter.drawEllipse(centre, 4, 4);
}

void RunDelegate::paintCheck(QPainter& painter, const QRectF& top, bool checked) const
{
    const double size = m_theme.px(14);
    const QRectF box(top.left() - 20 + 0.5, std::round(top.center().y() - size / 2) + 0.5, size - 1, size - 1);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(checked ? m_theme.ink : m_theme.control, 1));
    painter.setBrush(checked ? m_theme.ink : m_theme.canvas);
    painter.drawRoundedRect(box, 3, 3);
    if (!checked) return;
    painter.setPen(QPen(m_theme.onInk, 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](double x, double y) { return box.topLeft() + QPointF(x, y) * box.width(); };
    painter.drawPolyline(QPolygonF{at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.31)});
}

void RunDelegate::paintTop(QPainter& painter, const QRectF& top, const QModelIndex& index) const
{
    painter.setFont(m_theme.font(13, QFont::DemiBold));
    painter.setPen(m_theme.t1);
    const bool compared = index.data(Qt::CheckStateRole).isValid();
    const QString number = index.data(RunsModel::NumberRole).toString();
    drawFigures(painter, top, compared ? tr("Run %1").arg(number) : number);
    if (index.data(RunsModel::RefusedRole).toBool()) {
        drawCross(painter, {top.right() - m_theme.px(7), top.center().y()}, m_theme.px(16), true);
    } else {
        drawFigures(painter, top, index.data(RunsModel::FactorRole).toString(),
                    Qt::AlignRight | Qt::AlignVCenter);
    }
}

} // namespace poolscope
