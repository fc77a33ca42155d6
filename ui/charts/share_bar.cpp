// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/share_bar.h"

#include "ui/charts/figures.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace poolscope {

namespace {

constexpr int barHeight = 16;

ByteUse useAt(std::size_t i)
{
    return static_cast<ByteUse>(i);
}

} // namespace

QColor greyOf(const Theme& theme, ByteUse use)
{
    constexpr std::array<double, byteUseCount> shares{0, 0.34, 0.6, 0.79, 1};
    return towards(theme.ink, theme.track, shares[static_cast<std::size_t>(use)]);
}

ShareBar::ShareBar(QWidget* parent) : QWidget(parent), m_theme(Theme::lightTheme())
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("What the bytes are for"));
}

void ShareBar::setTheme(const Theme& theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void ShareBar::setShares(const MessageShares& shares)
{
    m_shares = shares;
    QStringList parts;
    for (std::size_t i = 0; i < byteUseCount; ++i) {
        parts += tr("%1 %2 B, %3 %").arg(nameOfUse(useAt(i))).arg(shares.bytes[i]).arg(shares.percent[i]);
    }
    setAccessibleDescription(parts.join(QStringLiteral("; ")));
    update();
}

/// Ends are rounded, not widths, so that the segments fill the bar; a pixel of canvas between them.
QRect ShareBar::segment(ByteUse use) const
{
    if (m_shares.total == 0) return {};
    std::size_t before = 0;
    for (std::size_t i = 0; useAt(i) != use; ++i) before += m_shares.bytes[i];
    const std::size_t behind = before + m_shares.bytes[static_cast<std::size_t>(use)];
    const auto at = [this](std::size_t bytes) {
        const double share = static_cast<double>(bytes) / static_cast<double>(m_shares.total);
        return static_cast<int>(std::lround(share * (width() + 1)));
    };
    return {at(before), 0, std::max(0, at(behind) - at(before) - 1), m_theme.px(barHeight)};
}

QRect ShareBar::column(std::size_t use) const
{
    const int wide = std::min(m_theme.px(176), width() / static_cast<int>(byteUseCount));
    return {static_cast<int>(use) * wide, m_theme.px(24), wide, m_theme.px(22)};
}

void ShareBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    for (std::size_t i = 0; i < byteUseCount && m_shares.total != 0; ++i) {
        painter.fillRect(segment(useAt(i)), greyOf(m_theme, useAt(i)));
        paintLabel(painter, i);
    }
}

void ShareBar::paintLabel(QPainter& painter, std::size_t use) const
{
    const QRect line = column(use);
    const int swatch = m_theme.px(10);
    painter.fillRect(QRect(line.left(), line.center().y() - swatch / 2, swatch, swatch), greyOf(m_theme, useAt(use)));
    double x = line.left() + m_theme.px(16);
    const auto put = [&](const QString& text, const QFont& font, const QColor& colour) {
        painter.setFont(font);
        painter.setPen(colour);
        drawFigures(painter, QRectF(x, line.top(), line.right() - x, line.height()), text);
        x += figuresWidth(font, text);
    };
    put(nameOfUse(useAt(use)) + QLatin1Char(' '), m_theme.font(13), m_theme.t1);
    const QString bytes = spoken(bytesText(static_cast<double>(m_shares.bytes[use])));
    put(bytes, m_theme.font(13, QFont::DemiBold), m_theme.t1);
    x += m_theme.px(8);
    put(tr("%1 %").arg(m_shares.percent[use]), m_theme.font(12), m_theme.t3);
}

bool ShareBar::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    for (std::size_t i = 0; i < byteUseCount; ++i) {
        if (segment(useAt(i)).contains(help->pos()) || column(i).contains(help->pos())) {
            QToolTip::showText(help->globalPos(), helpOfUse(useAt(i)), this);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

} // namespace poolscope
