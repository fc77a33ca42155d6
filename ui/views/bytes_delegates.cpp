// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/bytes_delegates.h"

#include <QPainter>

namespace poolscope {

void OpcodeDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const
{
    const bool current = index.data(OpcodesModel::CurrentRole).toBool();
    const bool inPart = index.data(OpcodesModel::InPartRole).toBool();
    if (current || inPart) {
        painter.fillRect(option.rect, current ? m_theme.ink : m_theme.select);
    } else if (option.state & QStyle::State_MouseOver) {
        painter.fillRect(option.rect, m_theme.hover);
    }
    if (inPart && index.column() == OpcodesModel::Offset) {
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), m_theme.ink);
    }
}

/// As many bytes as fit, none of them cut in the middle.
QString OpcodeDelegate::wholeBytes(QString hex, double room) const
{
    const QFontMetricsF metrics(m_theme.mono(12));
    QString shown = hex;
    while (hex.size() > 2 && metrics.horizontalAdvance(shown) > room) {
        hex = hex.left(hex.lastIndexOf(QLatin1Char(' ')));
        shown = hex + QStringLiteral(" …");
    }
    return shown;
}

void OpcodeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    paintGround(*painter, option, index);
    const bool current = index.data(OpcodesModel::CurrentRole).toBool();
    const bool soft = index.column() == OpcodesModel::Offset || index.column() == OpcodesModel::Bytes;
    const bool number = index.column() == OpcodesModel::Offset;
    painter->setFont(m_theme.mono(12, current && !soft ? QFont::DemiBold : QFont::Normal));
    const bool onSelect = index.data(OpcodesModel::InPartRole).toBool();
    painter->setPen(current ? m_theme.onInk : !soft ? m_theme.t1 : onSelect ? m_theme.t2 : m_theme.t3);
    const QRectF room = QRectF(option.rect).adjusted(number ? 4 : m_theme.px(8), 0, -m_theme.px(8), 0);
    QString text = index.data().toString();
    if (index.column() == OpcodesModel::Bytes) text = wholeBytes(text, room.width());
    drawLabel(*painter, room, text, (number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    painter->restore();
}

QSize StackDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {m_theme.px(60), m_theme.px(18)};
}

void StackDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool touched = index.data(StackModel::TouchedRole).toBool();
    painter->save();
    painter->fillRect(option.rect.adjusted(0, 0, 0, -1), touched ? m_theme.select : m_theme.code);
    painter->setFont(m_theme.mono(12, touched ? QFont::DemiBold : QFont::Normal));
    painter->setPen(touched ? m_theme.t1 : m_theme.t2);
    drawLabel(*painter, QRectF(option.rect).adjusted(m_theme.px(8), 0, -m_theme.px(4), 0), index.data().toString());
    painter->restore();
}

void MemoDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool number = index.column() == MemoModel::Number;
    painter->save();
    painter->setFont(m_theme.mono(12));
    painter->setPen(number ? m_theme.t3 : m_theme.t1);
    const QRectF room = QRectF(option.rect).adjusted(0, 0, number ? -m_theme.px(12) : 0, 0);
    drawLabel(*painter, room, index.data().toString(), (number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    painter->restore();
}

} // namespace poolscope
