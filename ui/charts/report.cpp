// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/report.h"

#include "ui/charts/figures.h"
#include "ui/charts/lane_layout.h"
#include "ui/charts/lanes_chart.h"
#include "ui/charts/overhead_chart.h"
#include "ui/charts/throughput_chart.h"
#include "ui/charts/verdict_strip.h"

#include <qcustomplot.h>

#include <QPainter>

namespace poolscope {

namespace {

constexpr int titleHeight = 44, verdictHeight = 120, lowerHeight = 248;

/// The four charts on one sheet that is never shown.
class Sheet final : public QWidget {
public:
    Sheet(RunModel& run, const Theme& theme, int width, double ratio);
    QImage picture(double ratio);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void place(Chart& chart, const QRect& rect, double ratio);

    RunModel& m_run;
    const Theme& m_theme;
    TimeRange m_range;
    VerdictStrip m_verdict;
    LanesChart m_lanes;
    OverheadChart m_overhead;
    ThroughputChart m_throughput;
};

Sheet::Sheet(RunModel& run, const Theme& theme, int width, double ratio)
    : m_run(run), m_theme(theme), m_verdict(this), m_lanes(this), m_overhead(this), m_throughput(this)
{
    setAttribute(Qt::WA_DontShowOnScreen);
    m_range.setRun(&run);
    m_range.fit();
    const int lanes = std::min<int>(static_cast<int>(run.laneCount()) + 1, 17);
    const int pitch = theme.px(lanes > 9 ? 28 : 48);
    const int lanesHeight = theme.px(120) + std::max(2, lanes) * pitch;
    const int title = theme.px(titleHeight), strip = theme.px(verdictHeight), lower = theme.px(lowerHeight);
    resize(width, title + strip + lanesHeight + lower + 2);
    show();
    place(m_verdict, QRect(0, title, width, strip), ratio);
    place(m_lanes, QRect(0, title + strip + 1, width, lanesHeight), ratio);
    const int below = title + strip + lanesHeight + 2;
    place(m_overhead, QRect(0, below, width / 2 - 1, lower), ratio);
    place(m_throughput, QRect(width / 2, below, width - width / 2, lower), ratio);
}

void Sheet::place(Chart& chart, const QRect& rect, double ratio)
{
    chart.setTheme(m_theme);
    chart.setRange(&m_range);
    chart.setRun(&m_run);
    chart.setGeometry(rect);
    for (QCustomPlot* plot : chart.findChildren<QCustomPlot*>()) plot->setBufferDevicePixelRatio(ratio);
    chart.refreshNow();
    for (QAbstractButton* button : chart.findChildren<QAbstractButton*>()) button->hide(); // nobody can press them
}

QImage Sheet::picture(double ratio)
{
    QImage image(size() * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(m_theme.line);
    QPainter painter(&image);
    render(&painter);
    painter.end();
    return image;
}

void Sheet::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.line);
    const QRect title(0, 0, width(), m_theme.px(titleHeight));
    painter.fillRect(title, m_theme.canvas);
    const QRect line = title.adjusted(m_theme.px(16), m_theme.px(6), -m_theme.px(16), 0);
    const RunPlan& plan = m_run.plan();
    painter.setFont(m_theme.font(15, QFont::DemiBold));
    painter.setPen(m_theme.t1);
    const QString items = tr("%1 items").arg(QString::fromStdString(countText(plan.items)));
    drawFigures(painter, line, QString::fromStdString(plan.title) + QStringLiteral("\u2002·\u2002") + items);
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t3);
    drawFigures(painter, line, tr("%1 · Poolscope %2").arg(detailOf(m_run), QString::fromStdString(plan.version)),
                Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace

QImage renderReportPicture(RunModel& run, const Theme& theme, int width, double ratio)
{
    return Sheet(run, theme, width, ratio).picture(ratio);
}

} // namespace poolscope
