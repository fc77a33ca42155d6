// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The charts of the report, drawn into the page as shapes and text.
#include "ui/charts/report_page.h"

#include "ui/charts/report_shapes.h"
#include "ui/charts/report_sheet.h"

#include <qcustomplot.h>

namespace poolscope {

namespace {

constexpr int pageWidth = 1104, halfWidth = 540, plotHeight = 220;

/// A chart that is never shown, of the whole run.
template <typename ChartOf> class Hidden final {
public:
    Hidden(RunModel& run, const QSize& size)
    {
        m_range.setRun(&run);
        m_range.fit();
        chart.setAttribute(Qt::WA_DontShowOnScreen);
        chart.setTheme(Theme::lightTheme());
        chart.setRange(&m_range);
        chart.setRun(&run);
        chart.resize(size);
        chart.show();
        chart.refreshNow();
        hideControls(chart);
    }
    ChartOf chart;

private:
    TimeRange m_range;
};

/// Its own <svg>, without what stands before it in a file, named for who cannot see it.
QByteArray inlined(QByteArray svg, const QString& name)
{
    svg.remove(0, svg.indexOf("viewBox="));
    return "<svg class=\"chart\" role=\"img\" aria-label=\"" + name.toHtmlEscaped().toUtf8() +
           "\" " + svg.trimmed();
}

QByteArray shapesOf(QWidget& widget, const QString& name)
{
    return inlined(svgOf(widget.size(), name, {},
                         [&widget](QCPPainter& painter) { paintShapes(widget, painter); }),
                   name);
}

/// The plot of a chart alone: the page has headings of its own.
QByteArray plotOf(QWidget& chart, const QString& name)
{
    for (QCustomPlot* plot : chart.findChildren<QCustomPlot*>()) {
        if (plot->isVisibleTo(&chart)) return shapesOf(*plot, name);
    }
    return {};
}

} // namespace

void ReportWriter::writeChart(const QString& caption, const QByteArray& svg)
{
    m_html.open("figure");
    m_html.leaf("figcaption", caption);
    m_html.raw(svg);
    m_html.close();
}

void ReportWriter::writeCharts()
{
    RunModel& run = m_reported.run;
    if (run.laneCount() == 0) return;
    heading(tr("Which worker, when"));
    Hidden<LanesChart> lanes(run, QSize(pageWidth, lanesHeightFor(run, Theme::lightTheme())));
    writeChart(
        tr("What each worker did over time. The table “What each worker did” says it in figures."),
        shapesOf(lanes.chart, tr("Workers over time")));
    m_html.open("div", {{"class", "pair"}});
    const QSize half(halfWidth, plotHeight + Theme::lightTheme().px(36));
    Hidden<OverheadChart> overhead(run, half);
    writeChart(tr("Serialization overhead"),
               plotOf(overhead.chart, tr("Serialization overhead of each worker and the parent")));
    Hidden<ThroughputChart> throughput(run, half);
    writeChart(tr("Throughput"),
               plotOf(throughput.chart,
                      tr("Items per second, chunks in flight and busy workers over time")));
    m_html.close();
    throughput.chart.showLatency(true);
    writeChart(tr("Latency of chunks, from the first byte pickled to the last result unpickled"),
               plotOf(throughput.chart, tr("How many chunks took how long")));
}

} // namespace poolscope
