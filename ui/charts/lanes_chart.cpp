// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/lanes_chart.h"

#include "ui/charts/chart_tables.h"
#include "ui/charts/controls.h"
#include "ui/charts/figures.h"
#include "ui/charts/hover_card.h"
#include "ui/charts/lane_headers.h"
#include "ui/charts/lanes_parts.h"
#include "ui/charts/lanes_plot.h"
#include "ui/charts/overview_plot.h"

#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

namespace poolscope {

LanesChart::LanesChart(QWidget* parent) : Chart(parent), m_parts(std::make_unique<Parts>(*this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Workers over time"));
    Parts& parts = *m_parts;
    connect(parts.plot, &LanesPlot::rowClicked, this, [this](RowRef row) {
        select(row);
        if (row.valid()) emit rowOpened(row);
    });
    connect(parts.plot, &LanesPlot::rowHovered, this, &LanesChart::hover);
    connect(parts.plot, &LanesPlot::laneScrolled, this, &LanesChart::scrollBy);
    connect(parts.headers, &LaneHeaders::laneScrolled, this, &LanesChart::scrollBy);
    connect(parts.scrollBar, &QScrollBar::valueChanged, this, [this] { invalidate(); });
    connect(parts.chip, &Chip::clicked, this, [this] {
        if (range()) range()->follow();
    });
    connect(parts.zoom, &LookButton::clicked, this, [this] {
        if (range()) range()->zoomToSelection();
    });
    connect(parts.filter, &LookButton::clicked, this, &LanesChart::filterSelection);
    connect(parts.filterChip, &Chip::clicked, this, [this] {
        if (m_parts->edits) m_parts->edits->clearFilter();
    });
    connect(parts.bytes, &LookButton::clicked, this, [this] { emit bytesWanted(selected()); });
    connect(parts.clear, &LookButton::clicked, this, [this] {
        if (range()) range()->clearSelection();
    });
    connectNotes();
}

LanesChart::~LanesChart() = default;

QSize LanesChart::sizeHint() const { return {1048, theme().px(360)}; }
QSize LanesChart::minimumSizeHint() const { return {480, theme().px(32 + 3 * 28 + 88)}; }

void LanesChart::hover(RowRef row, double nanos, const QPoint& at)
{
    Parts& parts = *m_parts;
    if (!row.valid() || !run()) {
        if (parts.card) parts.card->dismiss();
        return;
    }
    if (!parts.card) parts.card = new HoverCard(window());
    parts.card->setTheme(theme());
    parts.card->tell(*run(), row, nanos, parts.plot->mapTo(window(), at));
}

void LanesChart::scrollBy(int pixels)
{
    m_parts->scrollBar->setValue(m_parts->scrollBar->value() + pixels);
}

void LanesChart::setNarrowHeaders(bool narrow)
{
    m_parts->narrow = narrow;
    invalidate();
}

int LanesChart::laneCount() const { return m_parts->layout.lanes; }

ChartTable LanesChart::table() const
{
    if (!run() || !range() || run()->laneCount() == 0) return {tr("Workers over time"), tr("No worker has begun yet."), {}, {}};
    const Counted stretch = counted();
    const double from = stretch.part() ? stretch.begin : range()->begin();
    const double to = stretch.part() ? stretch.end : range()->end();
    return lanesTable(*run(), std::max(0.0, from), std::min(to, run()->now()), filter().phase);
}

void LanesChart::restyle()
{
    Parts& parts = *m_parts;
    parts.headers->setTheme(theme());
    parts.plot->setTheme(theme());
    parts.overview->setTheme(theme());
    for (Chip* chip : {parts.chip, parts.filterChip}) chip->setTheme(theme());
    for (LookButton* button : {parts.zoom, parts.filter, parts.bytes, parts.clear}) button->setTheme(theme());
    parts.styleScrollBar(theme());
}

void LanesChart::resizeEvent(QResizeEvent*) { refreshNow(); }

void LanesChart::refresh()
{
    Parts& parts = *m_parts;
    parts.plot->setSources(run(), range());
    parts.plot->setFilter(filter());
    parts.overview->setSources(run(), range());
    parts.headers->setRun(run());
    parts.headers->setCounted(filter().hasRange() ? Counted{filter().begin, filter().end} : Counted());
    place();
    parts.plot->redraw();
    if (!parts.overviewRest.rests(run(), range())) {
        parts.overview->redraw();
        parts.overviewRest.drawn(run());
    }
    parts.told = parts.viewText(*this); // of what was drawn: the range may go on before it is drawn again
    placeHeader();
}

// Lanes get what the header above and the axis and overview below leave.
void LanesChart::place()
{
    Parts& parts = *m_parts;
    const int top = theme().px(32), axis = theme().px(32), below = theme().px(56);
    const int room = std::max(theme().px(28), height() - top - axis - below);
    parts.layout = laneLayoutFor(run(), theme(), room, parts.scrollBar->value());
    const int lanes = parts.layout.shown();
    const int side = LanesPlot::sideMargin, head = parts.headWidth(theme());
    const int left = side + head; // of the plot's widget, whose bars begin a margin later
    parts.headers->setGeometry(side, top, head, lanes);
    parts.plot->setGeometry(left, top, width() - left, lanes + axis);
    parts.overview->setGeometry(left, top + lanes + axis - 2, width() - left, below + 2);
    parts.headers->setLaneLayout(parts.layout);
    parts.plot->setLaneLayout(parts.layout);
    const QSignalBlocker quiet(parts.scrollBar);
    parts.scrollBar->setRange(0, parts.layout.mostScroll());
    parts.scrollBar->setPageStep(lanes);
    parts.scrollBar->setSingleStep(parts.layout.pitch);
    parts.scrollBar->setVisible(parts.layout.mostScroll() > 0);
    const int pinned = parts.layout.parent ? parts.layout.pitch : 0;
    parts.scrollBar->setGeometry(width() - 12, top + pinned, 8, lanes - pinned);
    parts.scrollBar->raise();
}

// From the right: the chip or the range's buttons, then the legend of the paler compute.
void LanesChart::placeHeader()
{
    Parts& parts = *m_parts;
    const bool selected = range() && range()->hasSelection();
    const bool running = run() && run()->live();
    int right = width() - LanesPlot::sideMargin;
    const auto put = [&](QWidget* widget, bool shown) {
        widget->setVisible(shown);
        if (!shown) return;
        const QSize size = widget->sizeHint();
        widget->setGeometry(right - size.width(), (theme().px(32) - size.height()) / 2, size.width(), size.height());
        right -= size.width() + theme().px(8);
    };
    parts.chip->setText(range() && running ? parts.chipText(*range()) : QString());
    parts.filterChip->setText(parts.filterText(filter()));
    put(parts.clear, selected);
    put(parts.filter, selected && parts.edits);
    put(parts.zoom, selected);
    put(parts.filterChip, !filter().none() && !selected);
    put(parts.chip, running && !selected);
    put(parts.bytes, run() && run()->hasParent() && this->selected().valid() && !parts.narrow && !selected);
    parts.headerRight = right == width() - LanesPlot::sideMargin ? right : right - theme().px(12);
}

void LanesChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().canvas);
    m_parts->paintHeader(painter, *this);
    m_parts->paintAxisTitles(painter, *this);
    if (!m_byKey || !hasFocus()) return;
    const int title = widthOf(theme().font(13, QFont::DemiBold), tr("Workers"));
    drawFocus(painter, theme().ink, QRect(theme().px(8), theme().px(4), title + theme().px(16), theme().px(24)));
}

void LanesChart::focusInEvent(QFocusEvent* event)
{
    m_byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    Chart::focusInEvent(event);
}

void LanesChart::wheelEvent(QWheelEvent* event) { event->accept(); }

} // namespace poolscope
