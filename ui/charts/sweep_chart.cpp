// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sweep_chart.h"

#include "ui/charts/page_tables.h"
#include "ui/charts/sweep_plot.h"

#include <QHelpEvent>
#include <QToolTip>

namespace poolscope {

SweepChart::SweepChart(QWidget* parent) : QWidget(parent), m_plot(new SweepPlot(this))
{
    setAccessibleName(tr("Throughput of the sweep"));
}

void SweepChart::setModel(SweepModel* model)
{
    m_model = model;
    m_plot->setModel(model);
    connect(model, &SweepModel::changed, this, &SweepChart::refresh);
    refresh();
}

void SweepChart::setTheme(const Theme& theme)
{
    m_plot->setTheme(theme);
    refresh();
}

void SweepChart::refresh()
{
    if (m_model) setAccessibleDescription(m_model->sentence());
    m_plot->setGeometry(rect());
    m_plot->redraw();
}

ChartTable SweepChart::table() const { return m_model ? sweepTable(*m_model) : ChartTable(); }

QPoint SweepChart::placeOf(std::size_t point) const
{
    return m_plot->placeOf(m_model->points()[point]).toPoint();
}

void SweepChart::resizeEvent(QResizeEvent*) { refresh(); }

bool SweepChart::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !m_model) return QWidget::event(event);
    const auto* const help = static_cast<QHelpEvent*>(event);
    const SweepPoint* const point = m_plot->pointAt(help->pos());
    if (point == nullptr) {
        QToolTip::hideText();
        return true;
    }
    const auto rate = [](double value) { return spoken(quantityText(value)); };
    const Spread spread = point->spread();
    const QString count = countOf(point->value);
    const bool workers = m_model->variable() == SweepModel::Variable::Workers;
    const QString who = !workers            ? tr("chunks of %1").arg(count)
                        : point->value == 1 ? tr("1 worker")
                                            : tr("%1 workers").arg(count);
    const QString range = point->rates.size() < 2 ? tr("one run")
                                                  : tr("%1 to %2 in %3 runs")
                                                        .arg(rate(spread.low), rate(spread.high))
                                                        .arg(point->rates.size());
    QToolTip::showText(help->globalPos(),
                       tr("%1: %2 items/s (%3)").arg(who, rate(spread.median), range), this);
    return true;
}

} // namespace poolscope
