// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/palette_delegate.h"

#include "ui/views/palette_model.h"

#include <QIcon>
#include <QPainter>

namespace poolscope {

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {m_theme.px(320), rowHeight()};
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool chosen = option.state & QStyle::State_Selected;
    const QString whyNot = index.data(PaletteModel::WhyNotRole).toString();
    const QRect row = option.rect;
    painter->save();
    if (chosen) {
        painter->fillRect(row, m_theme.select);
        painter->fillRect(QRect(row.left(), row.top(), 3, row.height()), m_theme.ink);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(row, m_theme.hover);
    }
    const int icon = m_theme.px(16);
    const QRect at(row.left() + m_theme.px(16), row.center().y() - icon / 2 + 1, icon, icon);
    const QIcon::Mode mode = whyNot.isEmpty() ? QIcon::Normal : QIcon::Disabled;
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, at, Qt::AlignCenter, mode);
    QRectF room = QRectF(row).adjusted(m_theme.px(42), 0, -m_theme.px(16), 0);
    const QString keys = index.data(PaletteModel::KeysRole).toString();
    painter->setFont(m_theme.mono(12));
    painter->setPen(whyNot.isEmpty() ? m_theme.t2 : m_theme.off);
    drawLabel(*painter, room, keys, Qt::AlignRight | Qt::AlignVCenter);
    if (!keys.isEmpty()) room.setRight(room.right() - widthOf(painter->font(), keys) - m_theme.px(16));
    room.setLeft(paintText(*painter, room, index, whyNot.isEmpty() ? m_theme.t1 : m_theme.off) + m_theme.px(12));
    painter->setFont(m_theme.font(12));
    painter->setPen(chosen || !whyNot.isEmpty() ? m_theme.t2 : m_theme.t3);
    const QString below = whyNot.isEmpty() ? index.data(PaletteModel::HelpRole).toString() : whyNot;
    if (room.width() > m_theme.px(40)) drawLabel(*painter, room, below);
    painter->restore();
}

/// Letters that were typed are bold. Returns where the text ends.
double PaletteDelegate::paintText(QPainter& painter, const QRectF& room, const QModelIndex& index,
                                  const QColor& colour) const
{
    QString text = index.data().toString();
    if (index.data(PaletteModel::CheckedRole).toBool()) text += QStringLiteral("\u2002✓");
    const auto letters = index.data(PaletteModel::LettersRole).value<QList<qsizetype>>();
    painter.setPen(colour);
    double x = room.left();
    for (qsizetype from = 0; from < text.size();) {
        const bool bold = letters.contains(from);
        qsizetype to = from + 1;
        while (to < text.size() && letters.contains(to) == bold) ++to;
        painter.setFont(m_theme.font(13, bold ? QFont::Bold : QFont::Normal));
        const QString part = text.mid(from, to - from);
        drawLabel(painter, QRectF(x, room.top(), room.right() - x, room.height()), part);
        x += QFontMetricsF(painter.font()).horizontalAdvance(part);
        from = to;
    }
    return x;
}

} // namespace poolscope
