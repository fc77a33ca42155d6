// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/overhead_chart.h"

#include "ui/charts/chart_tables.h"
#include "ui/charts/controls.h"
#include "ui/charts/figures.h"
#include "ui/charts/overhead_plot.h"

#include <QPainter>

namespace poolscope {

namespace {

QString helpText()
{
    return OverheadChart::tr("What it costs to carry tasks and results. A worker's share includes the time in which it "
                             "waited for its attendant to pickle, send or unpickle for it. "
                             "% = (pickle + unpickle + transfer) ÷ elapsed.");
}

} // namespace

struct OverheadChart::Parts {
    explicit Parts(OverheadChart& chart)
        : plot(new OverheadPlot(&chart)),
          units(new ChoiceBar({tr("time"), QStringLiteral("%"), tr("bytes")}, 22, &chart)),
          help(new HelpMark(helpText(), &chart))
    {
        units->setAccessibleName(tr("Unit of the overhead"));
    }
    OverheadPlot* plot;
    ChoiceBar* units;
    HelpMark* help;
    Unit unit = Unit::Percent;
};

OverheadChart::OverheadChart(QWidget* parent) : Chart(parent), m_parts(std::make_unique<Parts>(*this))
{
    setAccessibleName(tr("Serialization overhead"));
    restWhileLive();
    ignoreView();
    m_parts->units->choose(static_cast<int>(m_parts->unit));
    connect(m_parts->units, &ChoiceBar::chosenChanged, this, [this](int index) { setUnit(static_cast<Unit>(index)); });
}

OverheadChart::~OverheadChart() = default;

QSize OverheadChart::sizeHint() const { return {520, theme().px(248)}; }

QSize OverheadChart::minimumSizeHint() const { return {0, theme().px(36) + m_parts->plot->leastHeight()}; }

OverheadChart::Unit OverheadChart::unit() const { return m_parts->unit; }

void OverheadChart::setUnit(Unit unit)
{
    m_parts->unit = unit;
    m_parts->units->choose(static_cast<int>(unit));
    invalidate();
}

ChartTable OverheadChart::table() const
{
    const bool told = run() && run()->laneCount() > 0;
    const auto rows = told ? overheadRows(*run(), counted()) : std::vector<OverheadRow>();
    return overheadTable(rows, unit(), counted().part());
}

void OverheadChart::restyle()
{
    m_parts->plot->setTheme(theme());
    m_parts->units->setTheme(theme());
    m_parts->help->setTheme(theme());
}

void OverheadChart::refresh()
{
    const bool told = run() && run()->laneCount() > 0;
    auto rows = told ? onlyPhase(overheadRows(*run(), counted()), filter().phase) : std::vector<OverheadRow>();
    m_parts->plot->show(std::move(rows), m_parts->unit, counted().part());
    place();
    m_parts->plot->redraw();
}

void OverheadChart::resizeEvent(QResizeEvent*) { refreshNow(); }

void OverheadChart::place()
{
    const int head = theme().px(36);
    m_parts->plot->setGeometry(0, head, width(), std::max(0, height() - head));
    const QSize units = m_parts->units->sizeHint();
    m_parts->units->setGeometry(width() - chartSide - units.width(), (head - units.height()) / 2, units.width(), units.height());
    const int title = widthOf(theme().font(13, QFont::DemiBold), tr("Serialization overhead"));
    m_parts->help->move(chartSide + title + theme().px(8), (head - m_parts->help->height()) / 2);
}

void OverheadChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().canvas);
    painter.setFont(theme().font(13, QFont::DemiBold));
    painter.setPen(theme().t1);
    drawLabel(painter, QRect(chartSide, 0, width(), theme().px(36)), tr("Serialization overhead"));
}

} // namespace poolscope
