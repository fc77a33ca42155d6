// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The columns of one lane, painted and kept: where a view moves on, or a run grows at its end, what
// was painted is moved along and only columns that became others are painted.

#include "ui/charts/theme.h"

#include <QImage>
#include <QPainter>

#include <cstdint>
#include <optional>
#include <vector>

namespace poolscope {

class LanePicture final {
public:
    /// Whether pictures can be kept for what `painter` paints on: whole pixels, and no patterns, which
    /// would not meet where a picture was moved.
    static bool fits(const QPainter& painter, const Theme& theme);
    /// Paints the columns of a grid whose leftmost is number `first` counted from time 0. Theme and
    /// filter are always the same: another has another picture.
    void draw(QPainter& painter, const QPoint& at, std::int64_t first,
              const std::vector<ColumnSlice>& slices, int height, const Theme& theme,
              std::optional<Phase> filter);

private:
    void fit(std::size_t width, int height, double ratio);
    void move(std::int64_t by);
    void paint(const std::vector<ColumnSlice>& slices, int height, const Theme& theme,
               std::optional<Phase> filter);

    QImage m_image;
    std::vector<ColumnSlice> m_painted; ///< what the image shows, by column
    std::int64_t m_first = 0;
};

} // namespace poolscope
