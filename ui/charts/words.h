// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A line of words in several fonts and colours, as headlines have it. Private to ui/charts.

#include "ui/charts/figures.h"
#include "ui/charts/theme.h"

#include <vector>

namespace poolscope {

class Words final {
public:
    explicit Words(const Theme& theme) : m_theme(theme) {}

    /// Adds words; without a colour in t2, with weight 600 in t1.
    Words& add(const QString& text, int pixels, int weight = QFont::Normal,
               const QColor& color = {});
    double width() const;
    /// Draws the words one after the other; what has no room ends in "…". Returns where they end.
    double draw(QPainter& painter, const QRectF& line) const;
    QString text() const; ///< all of it, to be read out

private:
    struct Piece {
        QString text;
        QFont font;
        QColor color;
    };
    const Theme& m_theme;
    std::vector<Piece> m_pieces;
};

} // namespace poolscope
