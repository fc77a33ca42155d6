// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What keys and the window's actions do to the lanes.
#include "ui/charts/lanes_chart.h"

#include "ui/charts/lanes_parts.h"
#include "ui/charts/lanes_plot.h"

#include <QContextMenuEvent>
#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace poolscope {

namespace {

constexpr double zoomStep = 0.7;
constexpr double panStep = 0.15; // of what is in view
constexpr double fewChunks = 24; // a stretch in which single chunks can be seen

} // namespace

void LanesChart::setEdits(RunEdits* edits)
{
    m_parts->edits = edits;
    setFilter(edits != nullptr ? &edits->filter() : nullptr);
}

void LanesChart::filterSelection()
{
    if (!range() || !m_parts->edits) return;
    if (!range()->hasSelection()) return m_parts->edits->clearFilter();
    m_parts->edits->filterForRange(range()->selectionBegin(), range()->selectionEnd());
    range()->clearSelection(); // it is the filter now
}

RowRef LanesChart::selected() const { return m_parts->plot->selected(); }

void LanesChart::select(RowRef row)
{
    if (row.valid() && run() && range()) {
        const Row chosen = run()->row(row);
        const double from = static_cast<double>(chosen.start), to = endOf(chosen);
        const double length = std::max(range()->length(), 1.2 * (to - from));
        const double middle = (from + to) / 2;
        const bool inView = to > range()->begin() && from < range()->end();
        if (!inView) range()->show(middle - length / 2, middle + length / 2);
    }
    m_parts->plot->setSelected(row);
    placeHeader();
    update();
    emit rowSelected(row);
}

void LanesChart::selectNeighbour(int step)
{
    RowRef row = selected();
    if (!row.valid() || !run()) return;
    const auto rows = static_cast<std::ptrdiff_t>(run()->lane(static_cast<std::size_t>(row.lane)).size());
    const auto wanted = std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(row.index) + step, 0, rows - 1);
    select({row.lane, static_cast<std::size_t>(wanted)});
}

std::size_t LanesChart::selectSimilar()
{
    if (!run() || !selected().valid()) return 0;
    const std::vector<RowRef> rows = similarRows(*run(), selected());
    if (rows.size() > 1) select(rows[1]);
    m_parts->plot->setSimilar(rows);
    return rows.size();
}

void LanesChart::clearSelection()
{
    m_parts->plot->setSimilar({});
    if (selected().valid()) select({});
    else if (range()) range()->clearSelection();
}

void LanesChart::showEvidence()
{
    if (!run() || !range()) return;
    const RowRef slowest = run()->slowest();
    if (!slowest.valid()) return;
    const Row row = run()->row(slowest);
    const double begin = static_cast<double>(row.start), length = durationOf(row);
    const bool straggles = static_cast<double>(row[Step::Compute]) > 8 * run()->medianCompute();
    if (straggles) {
        range()->show(begin - length, begin + 2 * length);
        select(slowest);
        return;
    }
    const LaneSeries& lane = run()->lane(static_cast<std::size_t>(slowest.lane));
    const double each = (lane.end() - lane.begin()) / static_cast<double>(lane.size());
    const double middle = (lane.begin() + lane.end()) / 2;
    range()->show(middle - fewChunks / 2 * each, middle + fewChunks / 2 * each);
}

void LanesChart::zoomIn()
{
    if (range()) range()->zoom(zoomStep, (range()->begin() + range()->end()) / 2);
}

void LanesChart::zoomOut()
{
    if (range()) range()->zoom(1 / zoomStep, (range()->begin() + range()->end()) / 2);
}

void LanesChart::panLeft()
{
    if (range()) range()->pan(-panStep * range()->length());
}

void LanesChart::panRight()
{
    if (range()) range()->pan(panStep * range()->length());
}

void LanesChart::fit()
{
    if (range()) range()->fit();
}

/// By the mouse it is about the bar and the moment below it, by key about the task that is selected.
void LanesChart::contextMenuEvent(QContextMenuEvent* event)
{
    m_parts->noteHere.reset();
    if (event->reason() == QContextMenuEvent::Mouse) {
        const LanesPlot& plot = *m_parts->plot;
        const QPoint at = plot.mapFrom(this, event->pos());
        if (!plot.rect().contains(at)) return;
        const RowRef row = plot.rowAt(at);
        if (row.valid()) select(row);
        m_parts->noteHere = Annotation{std::llround(plot.nanosAt(at)), plot.workerAt(at), {}};
        if (const auto note = plot.noteAt(at)) m_parts->noteHere = run()->annotations()[*note];
    }
    if (run()) emit menuWanted(event->globalPos());
    m_parts->noteHere.reset();
}

void LanesChart::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_W: return zoomIn();
    case Qt::Key_S: return zoomOut();
    case Qt::Key_A: return panLeft();
    case Qt::Key_D: return panRight();
    case Qt::Key_F: return fit();
    case Qt::Key_R:
        if (range()) range()->zoomToSelection();
        return;
    case Qt::Key_Escape: return clearSelection();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (selected().valid()) emit bytesWanted(selected());
        return;
    case Qt::Key_Right:
    case Qt::Key_Period: return selectNeighbour(1);
    case Qt::Key_Left:
    case Qt::Key_Comma: return selectNeighbour(-1);
    default: Chart::keyPressEvent(event);
    }
}

} // namespace poolscope
