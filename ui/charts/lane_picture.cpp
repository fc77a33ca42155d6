// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/lane_picture.h"

#include "ui/charts/bar_batch.h"

#include <QPaintDevice>
#include <QPaintEngine>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace poolscope {

namespace {

constexpr std::size_t pixelBytes = 4;

} // namespace

bool LanePicture::fits(const QPainter& painter, const Theme& theme)
{
    const double ratio = painter.device()->devicePixelRatioF();
    return !theme.blackAndWhite && ratio == std::floor(ratio) &&
           painter.paintEngine()->type() == QPaintEngine::Raster;
}

void LanePicture::draw(QPainter& painter, const QPoint& at, std::int64_t first,
                       const std::vector<ColumnSlice>& slices, int height, const Theme& theme,
                       std::optional<Phase> filter)
{
    fit(slices.size(), height, painter.device()->devicePixelRatioF());
    move(first - m_first);
    m_first = first;
    paint(slices, height, theme, filter);
    painter.drawImage(at, m_image);
}

void LanePicture::fit(std::size_t width, int height, double ratio)
{
    const QSize size(static_cast<int>(static_cast<double>(width) * ratio),
                     static_cast<int>(height * ratio));
    if (m_painted.size() == width && m_image.size() == size) return;
    m_image = QImage(size, QImage::Format_ARGB32_Premultiplied);
    m_image.setDevicePixelRatio(ratio);
    m_image.fill(Qt::transparent);
    m_painted.assign(width, {});
}

void LanePicture::move(std::int64_t by)
{
    const auto width = static_cast<std::int64_t>(m_painted.size());
    if (by == 0) return;
    if (std::abs(by) >= width) {
        m_image.fill(Qt::transparent);
        m_painted.assign(m_painted.size(), {});
        return;
    }
    const auto gone = static_cast<std::size_t>(std::abs(by)), left = m_painted.size() - gone;
    const std::size_t from = by > 0 ? gone : 0, to = by > 0 ? 0 : gone, bare = by > 0 ? left : 0;
    const auto column = pixelBytes * static_cast<std::size_t>(m_image.devicePixelRatio());
    for (int y = 0; y < m_image.height(); ++y) {
        uchar* const line = m_image.scanLine(y);
        std::memmove(line + to * column, line + from * column, left * column);
        std::memset(line + bare * column, 0, gone * column);
    }
    std::vector<ColumnSlice> painted(m_painted.size());
    std::copy_n(m_painted.begin() + static_cast<std::ptrdiff_t>(from), left,
                painted.begin() + static_cast<std::ptrdiff_t>(to));
    m_painted = std::move(painted);
}

/// Pixel by pixel, as a column is one wide: a painter would take ten times as long over them.
void LanePicture::paint(const std::vector<ColumnSlice>& slices, int height, const Theme& theme,
                        std::optional<Phase> filter)
{
    const BarBatch colours(theme, filter);
    const int ratio = static_cast<int>(m_image.devicePixelRatio());
    uchar* const pixels = m_image.bits();
    const auto stride = m_image.bytesPerLine();
    for (std::size_t x = 0; x < slices.size(); ++x) {
        if (slices[x] == m_painted[x]) continue;
        const auto fill = [&](int top, int bottom, QRgb colour) {
            for (int y = top * ratio; y < bottom * ratio; ++y) {
                auto* const line = reinterpret_cast<QRgb*>(pixels + y * stride);
                std::fill_n(line + x * static_cast<std::size_t>(ratio), ratio, colour);
            }
        };
        int y = height;
        for (std::size_t i = 0; i < phaseCount; ++i) {
            const int top = y - slices[x].height[i];
            fill(top, y, qPremultiply(colours.colourOf(static_cast<Phase>(i), slices[x].pale).rgba()));
            y = top;
        }
        fill(0, y, 0);
        m_painted[x] = slices[x];
    }
}

} // namespace poolscope
