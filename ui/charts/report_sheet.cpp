// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/report_sheet.h"

#include "ui/charts/controls.h"
#include "ui/charts/figures.h"
#include "ui/charts/html_text.h"

#include <qcustomplot.h>

#include <QAbstractButton>

namespace poolscope {

namespace {

constexpr int titleHeight = 44, verdictHeight = 120, lowerHeight = 248;
constexpr int mostLanes = 17, manyLanes = 9;

/// The title of a chart whose own are tabs.
class ChartTitle final : public QWidget {
public:
    ChartTitle(const QString& text, const Theme& theme, QWidget* parent)
        : QWidget(parent), m_text(text), m_theme(theme)
    {
        resize(theme.px(200), theme.px(36));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setFont(m_theme.font(13, QFont::DemiBold));
        painter.setPen(m_theme.t1);
        drawLabel(painter, rect(), m_text);
    }

private:
    QString m_text;
    const Theme& m_theme;
};

} // namespace

int lanesHeightFor(const RunModel& run, const Theme& theme)
{
    const int lanes = std::min<int>(static_cast<int>(run.laneCount()) + 1, mostLanes);
    return theme.px(120) + std::max(2, lanes) * theme.px(lanes > manyLanes ? 28 : 48);
}

ReportSheet::ReportSheet(RunModel& run, const Theme& theme, int width, double ratio)
    : m_run(run),
      m_theme(theme),
      m_ratio(ratio),
      m_verdict(this),
      m_lanes(this),
      m_overhead(this),
      m_throughput(this),
      m_title(new ChartTitle(ThroughputChart::tr("Throughput"), theme, this))
{
    setAttribute(Qt::WA_DontShowOnScreen);
    m_range.setRun(&run);
    m_range.fit();
    const int title = theme.px(titleHeight), strip = theme.px(verdictHeight),
              lower = theme.px(lowerHeight);
    const int lanes = lanesHeightFor(run, theme);
    resize(width, title + strip + lanes + lower + 2);
    show();
    place(m_verdict, QRect(0, title, width, strip));
    place(m_lanes, QRect(0, title + strip + 1, width, lanes));
    const int below = title + strip + lanes + 2;
    place(m_overhead, QRect(0, below, width / 2 - 1, lower));
    place(m_throughput, QRect(width / 2, below, width - width / 2, lower));
    m_title->move(m_throughput.x() + theme.px(16), below);
    m_title->show();
    m_title->raise();
}

void ReportSheet::place(Chart& chart, const QRect& rect)
{
    chart.setTheme(m_theme);
    chart.setRange(&m_range);
    chart.setRun(&m_run);
    chart.setGeometry(rect);
    for (QCustomPlot* plot : chart.findChildren<QCustomPlot*>())
        plot->setBufferDevicePixelRatio(m_ratio);
    chart.refreshNow();
    hideControls(chart);
}

QImage ReportSheet::picture()
{
    QImage image(size() * m_ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(m_ratio);
    image.fill(m_theme.line);
    QPainter painter(&image);
    render(&painter);
    return image;
}

void ReportSheet::paintShapes(QCPPainter& painter) { poolscope::paintShapes(*this, painter); }

void ReportSheet::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.line);
    const QRect title(0, 0, width(), m_theme.px(titleHeight));
    painter.fillRect(title, m_theme.canvas);
    const QRect line = title.adjusted(m_theme.px(16), m_theme.px(6), -m_theme.px(16), 0);
    const RunPlan& plan = m_run.plan();
    painter.setFont(m_theme.font(15, QFont::DemiBold));
    painter.setPen(m_theme.t1);
    const QString items = tr("%1 items").arg(countOf(plan.items));
    drawFigures(painter, line,
                printable(QString::fromStdString(plan.title)) + QStringLiteral("\u2002·\u2002") +
                    items);
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t3);
    drawFigures(painter, line,
                tr("%1 · Poolscope %2").arg(detailOf(m_run), QString::fromStdString(plan.version)),
                Qt::AlignRight | Qt::AlignVCenter);
}

void hideControls(QWidget& chart)
{
    for (QWidget* widget : chart.findChildren<QWidget*>()) {
        const bool control = qobject_cast<QAbstractButton*>(widget) ||
                             qobject_cast<ChoiceBar*>(widget) || qobject_cast<TabWords*>(widget) ||
                             qobject_cast<HelpMark*>(widget);
        if (control) widget->hide();
    }
}

void paintShapes(QWidget& widget, QCPPainter& painter)
{
    if (auto* plot = qobject_cast<QCustomPlot*>(&widget)) {
        plot->toPainter(&painter, plot->width(), plot->height());
        return;
    }
    widget.render(&painter, {}, {}, QWidget::RenderFlags());
    for (QObject* object : widget.children()) {
        auto* child = qobject_cast<QWidget*>(object);
        if (child == nullptr || !child->isVisibleTo(&widget)) continue;
        painter.save();
        painter.translate(child->pos());
        paintShapes(*child, painter);
        painter.restore();
    }
}

void beginShapes(QCPPainter& painter, QPaintDevice& device)
{
    painter.begin(&device);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
}

} // namespace poolscope
