// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/charts_board.h"

#include <QDir>
#include <QPainter>

namespace poolscope::test {

ChartsBoard::ChartsBoard(const Theme& theme, double scale)
    : verdict(this), lanes(this), overhead(this), throughput(this), m_theme(theme)
{
    m_theme.scale = scale;
    resize(1280, 728);
    verdict.setGeometry(0, 0, 1280, m_theme.px(120));
    const int top = m_theme.px(120) + 1, lower = 728 - m_theme.px(248);
    lanes.setGeometry(232, top, 1048, lower - top - 1);
    overhead.setGeometry(232, lower, 519, 728 - lower);
    throughput.setGeometry(752, lower, 528, 728 - lower);
    range.setRun(&run);
    edits.setRun(&run);
    lanes.setEdits(&edits);
    for (Chart* chart : {static_cast<Chart*>(&verdict), static_cast<Chart*>(&lanes), static_cast<Chart*>(&overhead), static_cast<Chart*>(&throughput)}) {
        chart->setTheme(m_theme);
        chart->setRun(&run);
        chart->setRange(&range);
        chart->setFilter(&edits.filter());
    }
    show();
}

void ChartsBoard::feed(const SimulatedRun& simulated, Nanos to, int ticks, bool cancelled)
{
    if (m_fed == 0) run.begin(simulated.plan());
    const Nanos from = m_fed;
    for (int i = 1; i <= ticks; ++i) {
        const Nanos at = from + (to - from) * i / ticks;
        const bool over = cancelled && i == ticks;
        m_feed.apply(simulated, m_fed, at, over);
        m_fed = at;
    }
}

void ChartsBoard::show(RunModel& another)
{
    range.setRun(&another);
    for (Chart* chart : {static_cast<Chart*>(&verdict), static_cast<Chart*>(&lanes), static_cast<Chart*>(&overhead), static_cast<Chart*>(&throughput)}) {
        chart->setRun(&another);
    }
}

QImage ChartsBoard::picture()
{
    for (Chart* chart : {static_cast<Chart*>(&verdict), static_cast<Chart*>(&lanes), static_cast<Chart*>(&overhead), static_cast<Chart*>(&throughput)}) {
        chart->refreshNow();
    }
    return grab().toImage();
}

void ChartsBoard::save(const QString& name) { savePicture(picture(), name); }

void ChartsBoard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.line);
    painter.fillRect(QRect(0, 121, 231, 607), m_theme.window);
}

bool apart(const std::vector<QRectF>& rects)
{
    for (std::size_t i = 0; i < rects.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            if (rects[i].intersects(rects[k])) return false;
        }
    }
    return true;
}

void savePicture(const QImage& picture, const QString& name)
{
    const QString folder = qEnvironmentVariable("POOLSCOPE_PICTURES");
    if (!folder.isEmpty()) picture.save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

int countPixels(const QImage& picture, const QRect& rect, const QColor& color)
{
    int count = 0;
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x) count += picture.pixelColor(x, y).rgb() == color.rgb();
    }
    return count;
}

} // namespace poolscope::test
