// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/value_view.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QTextOption>

#include <algorithm>

namespace poolscope {

namespace {

constexpr int headTall = 26;
constexpr int lineTall = 18;

} // namespace

ValueView::ValueView(const QString& heading, QWidget* parent)
    : QWidget(parent), m_heading(heading), m_theme(Theme::lightTheme())
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ValueView::setTheme(const Theme& theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void ValueView::show(const ShownValue& value, const QString& aside)
{
    m_value = value;
    m_aside = aside;
    m_none = false;
    setAccessibleName(QStringLiteral("%1: %2").arg(m_heading, value.text));
    updateGeometry();
    update();
}

void ValueView::showNone(const QString& why)
{
    m_value = {why, {}};
    m_aside.clear();
    m_none = true;
    setAccessibleName(QStringLiteral("%1: %2").arg(m_heading, why));
    updateGeometry();
    update();
}

QFont ValueView::font() const { return m_none ? m_theme.font(12) : m_theme.mono(12); }

int ValueView::layOut(QTextLayout& layout, int width) const
{
    QTextOption option;
    option.setWrapMode(m_none ? QTextOption::WrapAtWordBoundaryOrAnywhere
                              : QTextOption::WrapAnywhere);
    layout.setTextOption(option);
    layout.setFont(font());
    layout.beginLayout();
    int lines = 0;
    for (; lines < mostLines; ++lines) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) break;
        line.setLineWidth(std::max(1, width));
        line.setPosition(QPointF(0, lines * m_theme.px(lineTall)));
    }
    layout.endLayout();
    return lines;
}

int ValueView::heightForWidth(int width) const
{
    QTextLayout layout(m_value.text);
    return m_theme.px(headTall) + std::max(1, layOut(layout, width)) * m_theme.px(lineTall);
}

QSize ValueView::sizeHint() const
{
    const int wide = m_theme.px(256);
    return {wide, heightForWidth(wide)};
}

QSize ValueView::minimumSizeHint() const
{
    return {m_theme.px(120), m_theme.px(headTall + lineTall)};
}

void ValueView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRect head(0, 0, width(), m_theme.px(headTall - 4));
    painter.setFont(m_theme.font(13, QFont::DemiBold));
    painter.setPen(m_theme.t1);
    drawLabel(painter, head, m_heading);
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t3);
    drawFigures(painter, head, m_value.note, Qt::AlignRight | Qt::AlignVCenter);
    QTextLayout layout(m_value.text);
    const int lines = layOut(layout, width());
    painter.setPen(m_none ? m_theme.t3 : m_theme.t1);
    for (int i = 0; i < lines; ++i) {
        const QTextLine line = layout.lineAt(i);
        QString text = m_value.text.mid(line.textStart(), line.textLength());
        const bool cut =
            i + 1 == lines && line.textStart() + line.textLength() < m_value.text.size();
        if (cut)
            text += m_value.text.mid(line.textStart() + line.textLength(),
                                     8); // drawLabel puts "…" there
        const QRect here(0, m_theme.px(headTall + i * lineTall), width(), m_theme.px(lineTall));
        painter.setFont(font());
        drawLabel(painter, here, text);
        if (i > 0 || m_aside.isEmpty()) continue;
        const int left = std::max(width() / 2, widthOf(font(), text) + m_theme.px(24));
        painter.setPen(m_theme.t3);
        drawLabel(painter, here.adjusted(left, 0, 0, 0), m_aside);
        painter.setPen(m_theme.t1);
    }
}

void ValueView::contextMenuEvent(QContextMenuEvent* event)
{
    if (m_none) return;
    QMenu menu(this);
    const QAction* copy = menu.addAction(tr("Copy"));
    if (menu.exec(event->globalPos()) != copy) return;
    QGuiApplication::clipboard()->setText(
        QString(m_value.text).remove(QChar(0x202f))); // group signs are for the eye
}

} // namespace poolscope
