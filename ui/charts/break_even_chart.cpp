// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/break_even_chart.h"

#include "ui/charts/break_even_plot.h"
#include "ui/charts/page_tables.h"

#include <QMouseEvent>

#include <cmath>

namespace poolscope {

namespace {

constexpr double keyStep = 0.1; // of a power of ten

} // namespace

BreakEvenChart::BreakEvenChart(QWidget* parent) : QWidget(parent), m_plot(new BreakEvenPlot(this))
{
    setAccessibleName(tr("Break-even map"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void BreakEvenChart::setModel(BreakEvenModel* model)
{
    m_model = model;
    m_plot->setModel(model);
    connect(model, &BreakEvenModel::changed, this, &BreakEvenChart::refresh);
    refresh();
}

void BreakEvenChart::setTheme(const Theme& theme)
{
    m_plot->setTheme(theme);
    refresh();
}

void BreakEvenChart::refresh()
{
    if (m_model) setAccessibleDescription(m_model->sentence());
    m_plot->setGeometry(rect());
    m_plot->redraw();
}

ChartTable BreakEvenChart::table() const
{
    return m_model ? breakEvenTable(*m_model) : ChartTable();
}

ChartTable BreakEvenChart::contoursTable() const
{
    if (!m_model) return {};
    std::vector<double> bytes;
    for (double power = m_plot->yAxis->range().lower; power <= m_plot->yAxis->range().upper;
         ++power) {
        bytes.push_back(std::pow(10.0, power));
    }
    return poolscope::contoursTable(*m_model, m_plot->speedups(), bytes);
}

std::optional<MapPlace> BreakEvenChart::picked() const { return m_plot->picked; }

void BreakEvenChart::pick(std::optional<MapPlace> place)
{
    m_plot->picked = m_model && m_model->costs() ? place : std::nullopt;
    m_plot->redraw();
    emit pickedChanged();
}

MapPlace BreakEvenChart::placeAt(const QPoint& at) const { return m_plot->placeAt(at); }

QPoint BreakEvenChart::pointOf(const MapPlace& place) const
{
    return m_plot->pointOf(place.work, place.bytes).toPoint();
}

void BreakEvenChart::resizeEvent(QResizeEvent*) { refresh(); }

void BreakEvenChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) pick(placeAt(event->pos()));
}

void BreakEvenChart::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton) {
        pick(placeAt(event->pos()));
        return;
    }
    const bool inside = m_plot->axisRect()->rect().contains(event->pos());
    m_plot->hovered = inside ? std::optional(placeAt(event->pos())) : std::nullopt;
    m_plot->redraw();
}

void BreakEvenChart::leaveEvent(QEvent*)
{
    m_plot->hovered.reset();
    m_plot->redraw();
}

/// By so many powers of ten; from this job on, where none is picked.
void BreakEvenChart::movePicked(double work, double bytes)
{
    if (!m_model || !m_model->job()) return;
    const MapPlace from = picked().value_or(MapPlace{m_model->job()->work, m_model->job()->bytes});
    const QPointF to =
        m_plot->pointOf(from.work * std::pow(10.0, work), from.bytes * std::pow(10.0, bytes));
    pick(m_plot->placeAt(to));
}

void BreakEvenChart::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left: return movePicked(-keyStep, 0);
    case Qt::Key_Right: return movePicked(keyStep, 0);
    case Qt::Key_Up: return movePicked(0, keyStep);
    case Qt::Key_Down: return movePicked(0, -keyStep);
    case Qt::Key_Return:
    case Qt::Key_Enter: emit checkWanted(); return;
    default: QWidget::keyPressEvent(event);
    }
}

void BreakEvenChart::focusInEvent(QFocusEvent* event)
{
    m_plot->focused =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    m_plot->redraw();
}

void BreakEvenChart::focusOutEvent(QFocusEvent*)
{
    m_plot->focused = false;
    m_plot->redraw();
}

} // namespace poolscope
