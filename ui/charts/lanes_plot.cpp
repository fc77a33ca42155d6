// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/lanes_plot.h"

#include <cmath>

namespace poolscope {

LanesPlot::LanesPlot(QWidget* parent)
    : QCustomPlot(parent), m_theme(Theme::lightTheme()), m_ticker(new StepTicker)
{
    preparePlot(*this, QMargins(sideMargin, 0, sideMargin, 0));
    xAxis->setTicker(m_ticker);
    m_marks = addOverlay(*this);
    new Painted(xAxis, yAxis, [this](QCPPainter& painter) { drawBars(painter); });
    auto* const marks = new Painted(xAxis, yAxis, [this](QCPPainter& painter) { drawMarks(painter); }, false);
    marks->setLayer(m_marks);
    setMouseTracking(true);
}

void LanesPlot::setSources(RunModel* run, TimeRange* range)
{
    if (run != m_run) {
        m_selected = m_hovered = {};
        m_similar.clear();
    }
    m_run = run;
    m_range = range;
}

void LanesPlot::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_pictures.clear();
    stylePlot(*this, theme);
    styleAxis(*xAxis, theme, true, true);
}

void LanesPlot::setFilter(const Filter& filter)
{
    if (filter.phase != m_filter.phase) m_pictures.clear();
    m_filter = filter;
}

void LanesPlot::setLaneLayout(const LaneLayout& layout)
{
    m_layout = layout;
    axisRect()->setMargins(QMargins(sideMargin, 0, sideMargin, std::max(0, height() - layout.shown())));
}

std::optional<LaneScene> LanesPlot::scene() const
{
    if (!m_run || !m_range || m_range->length() <= 0) return {};
    const QRect area = axisRect()->rect();
    return LaneScene{*m_run, m_theme, m_range->begin(), m_range->end(), area.left(), area.width(), m_filter.phase};
}

void LanesPlot::redraw()
{
    if (m_range) {
        m_scale = timeScaleFor(m_range->begin(), m_range->end());
        xAxis->setRange(m_scale.toAxis(m_range->begin()), m_scale.toAxis(m_range->end()));
    }
    m_ticker->setMost(std::min(10, std::max(2, width() / m_theme.px(72))));
    replot(QCustomPlot::rpQueuedRefresh);
}

void LanesPlot::drawBars(QCPPainter& painter)
{
    std::optional<LaneScene> here = scene();
    m_seen = {};
    if (!here) return;
    m_grid.set(*m_run, here->begin, here->end, here->width);
    here->grid = &m_grid;
    here->pictures = &m_pictures;
    if (m_range->hasSelection()) drawRange(painter, *here);
    for (int lane = 0; lane < m_layout.lanes; ++lane) {
        if (!m_layout.seen(lane)) continue;
        const int worker = m_layout.worker(lane), top = m_layout.barTop(lane);
        if (worker < 0) {
            drawParentLane(painter, *here, top, m_layout.bar, m_seen);
            coverUncounted(painter, *here, top);
            continue;
        }
        painter.save();
        painter.setClipRect(m_layout.scrolled(width()), Qt::IntersectClip);
        drawWorkerLane(painter, *here, static_cast<std::size_t>(worker), top, m_layout.bar, m_seen);
        coverUncounted(painter, *here, top);
        painter.restore();
    }
}

// What lies outside the stretch that is filtered for is there and says nothing: a faint bar, in no
// phase's colour.
void LanesPlot::coverUncounted(QCPPainter& painter, const LaneScene& scene, int top) const
{
    if (!m_filter.hasRange()) return;
    const int left = scene.left, right = scene.left + scene.width;
    const int from = std::clamp(static_cast<int>(std::lround(scene.x(m_filter.begin))), left, right);
    const int to = std::clamp(static_cast<int>(std::lround(scene.x(m_filter.end))), left, right);
    const int over = std::clamp(static_cast<int>(std::lround(scene.x(m_run->now()))), left, right);
    for (const auto& [begin, end] : {std::pair(left, from), std::pair(to, right)}) {
        if (end <= begin) continue;
        painter.fillRect(QRect(begin, top - 3, end - begin, m_layout.bar + 6), m_theme.canvas);
        painter.fillRect(QRect(begin, top, std::min(end, over) - begin, m_layout.bar), m_theme.grid);
    }
}

void LanesPlot::drawRange(QCPPainter& painter, const LaneScene& scene) const
{
    const int from = static_cast<int>(std::lround(scene.x(m_range->selectionBegin())));
    const int to = static_cast<int>(std::lround(scene.x(m_range->selectionEnd())));
    const int bottom = axisRect()->rect().bottom() + 1;
    painter.fillRect(QRect(from, 0, to - from, bottom), m_theme.select);
    painter.fillRect(QRect(from, 0, 1, bottom), m_theme.ink);
    painter.fillRect(QRect(to - 1, 0, 1, bottom), m_theme.ink);
    painter.fillRect(QRect(from, 0, to - from, m_theme.px(4)), m_theme.ink);
}

void LanesPlot::drawMarks(QCPPainter& painter)
{
    const std::optional<LaneScene> here = scene();
    if (!here) return;
    const QRect lanes = m_layout.scrolled(width());
    painter.setClipRect(lanes.adjusted(0, -2, 0, 2));
    for (const RowRef& row : m_similar) underline(painter, *here, row);
    outline(painter, *here, m_hovered, false);
    outline(painter, *here, m_selected, true);
    painter.setClipping(false);
    drawNotes(painter, *here, flags(*here));
}

void LanesPlot::outline(QCPPainter& painter, const LaneScene& scene, RowRef ref, bool chosen) const
{
    if (!m_run->has(ref)) return;
    const int lane = ref.lane + (m_layout.parent ? 1 : 0);
    const QRect rect = taskRect(scene, m_run->row(ref), m_layout.barTop(lane), m_layout.bar);
    if (rect.isEmpty()) return;
    painter.setBrush(Qt::NoBrush);
    const int width = chosen ? 2 : 1;
    painter.setPen(QPen(m_theme.ink, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(chosen ? rect.adjusted(-1, -1, 1, 1) : rect.adjusted(0, 0, -1, -1));
}

// 2 px of ink below the bar, 1 px apart from it.
void LanesPlot::underline(QCPPainter& painter, const LaneScene& scene, RowRef ref) const
{
    const auto lane = static_cast<std::size_t>(ref.lane);
    if (lane >= m_run->laneCount() || ref.index >= m_run->lane(lane).size()) return;
    const int top = m_layout.barTop(ref.lane + (m_layout.parent ? 1 : 0));
    const QRect rect = taskRect(scene, m_run->row(ref), top, m_layout.bar);
    if (!rect.isEmpty()) painter.fillRect(QRect(rect.left(), rect.bottom() + 2, std::max(2, rect.width()), 2), m_theme.ink);
}

void LanesPlot::setSimilar(std::vector<RowRef> rows)
{
    if (rows.empty() && m_similar.empty()) return;
    m_similar = std::move(rows);
    m_marks->replot();
}

void LanesPlot::setSelected(RowRef row)
{
    if (row == m_selected) return;
    m_selected = row;
    m_marks->replot();
}

RowRef LanesPlot::rowUnder(const QPoint& point, double& nanos) const
{
    const std::optional<LaneScene> here = scene();
    const int lane = m_layout.laneAt(point.y());
    if (!here || lane < 0 || m_layout.worker(lane) < 0) return {};
    const int inBar = point.y() - m_layout.barTop(lane);
    if (inBar < 0 || inBar >= m_layout.bar || !axisRect()->rect().contains(point)) return {};
    nanos = here->at(point.x() + 0.5);
    return m_run->rowAt(static_cast<std::size_t>(m_layout.worker(lane)), nanos);
}

RowRef LanesPlot::rowAt(const QPoint& point) const
{
    double nanos = 0;
    return rowUnder(point, nanos);
}

void LanesPlot::hover(const QPoint& point)
{
    double nanos = 0;
    const auto note = noteAt(point);
    setToolTip(note ? noteText(m_run->annotations()[*note]) : QString());
    const RowRef row = note ? RowRef() : rowUnder(point, nanos);
    emit rowHovered(row, nanos, point);
    if (row == m_hovered) return;
    m_hovered = row;
    m_marks->replot();
}

void LanesPlot::mousePressEvent(QMouseEvent* event)
{
    m_dragging = false;
    if (event->button() != Qt::LeftButton) return;
    m_pressed = event->pos();
    m_heldNote = noteAt(event->pos());
    m_heldAt = m_heldNote ? static_cast<double>(m_run->annotations()[*m_heldNote].at) : 0;
}

void LanesPlot::mouseMoveEvent(QMouseEvent* event)
{
    const std::optional<LaneScene> here = scene();
    if (!m_pressed || !here) return hover(event->pos());
    if (!m_dragging && (event->pos() - *m_pressed).manhattanLength() < 5) return;
    m_dragging = true;
    hover(QPoint(-1, -1));
    if (dragNote(event->pos())) return;
    m_range->select(here->at(m_pressed->x()), here->at(event->pos().x()));
}

void LanesPlot::mouseReleaseEvent(QMouseEvent* event)
{
    const bool clicked = m_pressed && !m_dragging;
    if (m_pressed && dropNote(event->pos())) return;
    m_pressed.reset();
    m_dragging = false;
    if (clicked) emit rowClicked(rowAt(event->pos()));
}

void LanesPlot::mouseDoubleClickEvent(QMouseEvent* event)
{
    const RowRef ref = rowAt(event->pos());
    if (!ref.valid()) return;
    const Row row = m_run->row(ref);
    const double length = durationOf(row);
    m_range->show(static_cast<double>(row.start) - length, endOf(row) + length);
}

void LanesPlot::wheelEvent(QWheelEvent* event)
{
    const std::optional<LaneScene> here = scene();
    if (!here) return;
    event->accept();
    const QPoint turned = event->angleDelta();
    if (event->modifiers() & Qt::ShiftModifier || std::abs(turned.x()) > std::abs(turned.y())) {
        const int by = turned.x() != 0 ? turned.x() : turned.y();
        m_range->pan(-by / 120.0 * 0.1 * m_range->length());
    } else if (event->modifiers() & Qt::AltModifier) {
        emit laneScrolled(-turned.y() / 120 * m_layout.pitch);
    } else {
        m_range->zoom(std::pow(0.8, turned.y() / 120.0), here->at(event->position().x()));
    }
}

void LanesPlot::leaveEvent(QEvent*) { hover(QPoint(-1, -1)); }

} // namespace poolscope
