// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Collects rectangles of phases and fills them one colour at a time, without antialiasing.

#include "ui/charts/theme.h"

#include <QPainter>
#include <QRect>
#include <QVector>

#include <array>
#include <optional>

namespace poolscope {

class BarBatch final {
public:
    explicit BarBatch(const Theme& theme, std::optional<Phase> filter = {});
    void add(const QRect& rect, Phase phase, bool pale = false);
    /// The phases of a column from the foot of `bar` up, as high as it says.
    void addColumn(const Column& column, const QRect& bar);
    /// With the edge of its phase, where it has one and is at least 4 px wide.
    void addEdged(const QRect& rect, Phase phase, bool pale = false);
    void draw(QPainter& painter) const;
    /// Of what is filled without a pattern.
    QColor colourOf(Phase phase, bool pale = false) const { return brushOf(indexOf(phase, pale)).color(); }

private:
    static constexpr std::size_t paleIndex = phaseCount;
    static constexpr std::size_t otherIndex = phaseCount + 1; ///< what the filter leaves out

    std::size_t indexOf(Phase phase, bool pale) const;
    QBrush brushOf(std::size_t index) const;
    void drawTops(QPainter& painter, const QVector<QRect>& rects) const;

    const Theme& m_theme;
    std::optional<Phase> m_filter;
    std::array<QVector<QRect>, phaseCount + 2> m_rects;
    std::array<QVector<QRect>, phaseCount> m_edges;
};

} // namespace poolscope
