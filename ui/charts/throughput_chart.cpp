// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/throughput_chart.h"

#include "ui/charts/chart_tables.h"
#include "ui/charts/controls.h"
#include "ui/charts/latency_plot.h"
#include "ui/charts/throughput_plot.h"

#include <QPainter>

namespace poolscope {

struct ThroughputChart::Parts {
    explicit Parts(ThroughputChart& chart)
        : tabs(new TabWords({tr("Throughput"), tr("Latency")}, &chart)), throughput(new ThroughputPlot(&chart)),
          latency(new LatencyPlot(&chart))
    {
        latency->hide();
    }
    TabWords* tabs;
    ThroughputPlot* throughput;
    LatencyPlot* latency;
};

ThroughputChart::ThroughputChart(QWidget* parent) : Chart(parent), m_parts(std::make_unique<Parts>(*this))
{
    setAccessibleName(tr("Throughput and latency"));
    restWhileLive();
    m_parts->tabs->setAccessibleName(tr("Which of the two"));
    connect(m_parts->tabs, &TabWords::chosenChanged, this, [this](int index) { showLatency(index == 1); });
}

ThroughputChart::~ThroughputChart() = default;

QSize ThroughputChart::sizeHint() const { return {528, theme().px(248)}; }

void ThroughputChart::showLatency(bool latency)
{
    m_parts->tabs->choose(latency ? 1 : 0);
    m_parts->throughput->setVisible(!latency);
    m_parts->latency->setVisible(latency);
    refreshNow();
}

ChartTable ThroughputChart::table() const
{
    return tableOf(!m_parts->latency->isHidden());
}

ChartTable ThroughputChart::tableOf(bool latency) const
{
    if (latency) return latencyTable(run() ? durationsOf(*run(), counted(), filter().phase).counts : LatencyCounts());
    if (!run()) return {tr("Throughput"), tr("Nothing has run yet."), {}, {}};
    m_parts->throughput->setSources(run(), range()); // it may be behind another tab and not up to date
    m_parts->throughput->setFilter(filter());
    m_parts->throughput->redraw();
    return throughputTable(*run(), m_parts->throughput->series());
}

void ThroughputChart::restyle()
{
    m_parts->tabs->setTheme(theme());
    m_parts->throughput->setTheme(theme());
    m_parts->latency->setTheme(theme());
}

void ThroughputChart::refresh()
{
    const int head = theme().px(36);
    m_parts->tabs->move(theme().px(16), 0);
    m_parts->tabs->resize(m_parts->tabs->sizeHint());
    for (QWidget* plot : {static_cast<QWidget*>(m_parts->throughput), static_cast<QWidget*>(m_parts->latency)}) {
        plot->setGeometry(0, head, width(), std::max(0, height() - head));
    }
    m_parts->throughput->setSources(run(), range());
    m_parts->throughput->setFilter(filter());
    m_parts->latency->setSources(run(), counted(), filter().phase);
    if (m_parts->latency->isHidden()) m_parts->throughput->redraw();
    else m_parts->latency->redraw();
}

void ThroughputChart::resizeEvent(QResizeEvent*) { refreshNow(); }

void ThroughputChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().canvas);
}

} // namespace poolscope
