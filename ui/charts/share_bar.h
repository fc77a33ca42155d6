// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the bytes of a message are for: one bar in five greys with its legend below.

#include "ui/charts/theme.h"

#include <QWidget>

namespace poolscope {

/// Five greys from ink to track; never a phase's colour.
QColor greyOf(const Theme& theme, ByteUse use);

class ShareBar final : public QWidget {
    Q_OBJECT
public:
    explicit ShareBar(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    void setShares(const MessageShares& shares);
    QSize sizeHint() const override { return {m_theme.px(880), m_theme.px(46)}; }
    QSize minimumSizeHint() const override { return {m_theme.px(640), m_theme.px(46)}; }
    QRect segment(ByteUse use) const; ///< of the bar; empty where there is none

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override; ///< tool tips

private:
    QRect column(std::size_t use) const;
    void paintLabel(QPainter& painter, std::size_t use) const;

    Theme m_theme;
    MessageShares m_shares;
};

} // namespace poolscope
