// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/lanes_parts.h"

#include "ui/charts/controls.h"
#include "ui/charts/figures.h"
#include "ui/charts/hover_card.h"
#include "ui/charts/lane_headers.h"
#include "ui/charts/lanes_plot.h"
#include "ui/charts/overview_plot.h"
#include "ui/charts/phase_fill.h"

#include <QCoreApplication>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace poolscope {

LanesChart::Parts::Parts(LanesChart& chart)
    : headers(new LaneHeaders(&chart)), plot(new LanesPlot(&chart)), overview(new OverviewPlot(&chart)),
      chip(new Chip(&chart)), filterChip(new Chip(&chart)), zoom(new LookButton(LanesChart::tr("Zoom"), 24, LookButton::Kind::Plain, &chart)),
      filter(new LookButton(LanesChart::tr("Filter"), 24, LookButton::Kind::Plain, &chart)),
      clear(new LookButton(LanesChart::tr("Clear the range"), 24, LookButton::Kind::Bare, &chart)),
      bytes(new LookButton(LanesChart::tr("Bytes"), 24, LookButton::Kind::Plain, &chart)),
      scrollBar(new QScrollBar(Qt::Vertical, &chart))
{
    chip->setAccessibleDescription(LanesChart::tr("follows the right edge again"));
    filterChip->setDot(false);
    filterChip->setCross(true);
    filterChip->setToolTip(LanesChart::tr("All charts count this only; click to count all again"));
    zoom->setSign(LookButton::Sign::Span);
    zoom->setToolTip(LanesChart::tr("Show the selected range only (R)"));
    filter->setSign(LookButton::Sign::Funnel);
    filter->setToolTip(LanesChart::tr("Let all charts and lists count the selected range only"));
    clear->setCross(true);
    scrollBar->setAccessibleName(LanesChart::tr("Scroll the lanes"));
    clear->setToolTip(LanesChart::tr("Clear the range (Esc)"));
    bytes->setToolTip(LanesChart::tr("What the messages of the selected task say, byte by byte (Enter)"));
    for (QWidget* widget : {static_cast<QWidget*>(chip), static_cast<QWidget*>(filterChip), static_cast<QWidget*>(zoom),
                            static_cast<QWidget*>(filter), static_cast<QWidget*>(clear), static_cast<QWidget*>(bytes)}) {
        widget->hide();
    }
    scrollBar->hide();
}

int LanesChart::Parts::headWidth(const Theme& theme) const { return theme.px(narrow ? 160 : 184); }

void LanesChart::Parts::styleScrollBar(const Theme& theme)
{
    scrollBar->setStyleSheet(
        QStringLiteral("QScrollBar:vertical { background: transparent; width: 8px; margin: 0; border: 0; }"
                       "QScrollBar::handle:vertical { background: %1; border-radius: 2px; margin: 0 2px;"
                       " min-height: 24px; }"
                       "QScrollBar::handle:vertical:hover { margin: 0; border-radius: 4px; }"
                       "QScrollBar::add-line, QScrollBar::sub-line { height: 0; }"
                       "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }")
            .arg(theme.control.name()));
}

QString LanesChart::Parts::chipText(const TimeRange& range) const
{
    if (range.live() && !range.frozen()) return LanesChart::tr("Live");
    const double behind = range.behind();
    return behind > 0
               ? LanesChart::tr("View paused, %1 behind").arg(spoken(roughTimeText(behind * 1e-9)))
               : LanesChart::tr("View paused");
}

QString LanesChart::Parts::filterText(const Filter& now) const
{
    const QString phase = now.phase ? phaseName(*now.phase) : QString();
    if (!now.hasRange()) return now.phase ? LanesChart::tr("Only %1").arg(phase) : QString();
    return now.phase ? LanesChart::tr("Only %1, %2").arg(phase, stretchText(now))
                     : LanesChart::tr("Only %1").arg(stretchText(now));
}

QString LanesChart::Parts::viewText(const LanesChart& chart) const
{
    const RunModel* const run = chart.run();
    const TimeRange* const range = chart.range();
    if (!run || !range || layout.lanes == 0) return {};
    const LaneSeen& seen = plot->seen();
    const QString length = timeOf(std::min(range->length(), std::max(run->now(), 1.0)) * 1e-9);
    QString text = range->whole() ? LanesChart::tr("the whole run, %1").arg(length)
                   : range->live() && !range->frozen() ? LanesChart::tr("last %1").arg(length)
                                                       : LanesChart::tr("%1 in view").arg(length);
    if (seen.columns) text += LanesChart::tr("; each column shows its exact shares");
    else if (seen.tasks && run->folded() > 0) text += LanesChart::tr("; neighbouring chunks are drawn as one");
    else if (seen.tasks) text += run->plan().chunksize == 1 ? LanesChart::tr("; every task is drawn")
                                                            : LanesChart::tr("; every chunk is drawn");
    if (run->dropped() > 0) {
        text += LanesChart::tr("; %1 events not recorded").arg(countOf(run->dropped()));
    }
    return text;
}

void LanesChart::Parts::paintHeader(QPainter& painter, const LanesChart& chart) const
{
    const Theme& theme = chart.theme();
    const int tall = theme.px(32);
    painter.setFont(theme.font(13, QFont::DemiBold));
    painter.setPen(theme.t1);
    const int side = LanesPlot::sideMargin;
    drawLabel(painter, QRect(side, 0, headWidth(theme), tall), LanesChart::tr("Workers"));
    const int left = side + headWidth(theme) + side;
    QRect line(left, 0, headerRight - left, tall);
    painter.setFont(theme.font(12));
    if (chart.range() && chart.range()->hasSelection()) {
        paintSelection(painter, chart, line);
        return;
    }
    if (plot->seen().pale) {
        const QString legend = LanesChart::tr("compute that costs less than its overhead");
        const int wide = widthOf(painter.font(), legend) + theme.px(16);
        const QRect here(line.right() + 1 - wide, 0, wide, tall);
        if (here.left() > left + theme.px(160)) {
            const int swatch = theme.px(10);
            const QRect square(here.left(), (tall - swatch) / 2, swatch, swatch);
            fillPhase(painter, square, theme, Phase::Compute, true);
            painter.setPen(theme.t2);
            drawLabel(painter, here.adjusted(theme.px(16), 0, 2, 0), legend);
            line.setRight(here.left() - theme.px(12));
        }
    }
    painter.setPen(theme.t3);
    const bool fits = widthOf(painter.font(), told) <= line.width();
    drawLabel(painter, line, fits ? told : told.section(QLatin1Char(';'), 0, 0));
}

void LanesChart::Parts::paintSelection(QPainter& painter, const LanesChart& chart, const QRect& line) const
{
    const Theme& theme = chart.theme();
    const TimeRange& range = *chart.range();
    const QString length = timeOf((range.selectionEnd() - range.selectionBegin()) * 1e-9);
    const RunModel* const run = chart.run();
    const double items = run ? run->itemsBetween(range.selectionBegin(), range.selectionEnd()) : 0;
    const auto count = static_cast<std::uint64_t>(std::llround(std::max(0.0, items)));
    const QString told = count == 1 ? LanesChart::tr(", 1 item") : LanesChart::tr(", %1 items").arg(countOf(count));
    const QString strong = LanesChart::tr("%1 selected").arg(length);
    painter.setFont(theme.font(12));
    painter.setPen(theme.t2);
    drawFigures(painter, line, told, Qt::AlignRight | Qt::AlignVCenter);
    const int used = static_cast<int>(figuresWidth(painter.font(), told));
    painter.setFont(theme.font(12, QFont::DemiBold));
    painter.setPen(theme.t1);
    const QRect before = line.adjusted(0, 0, -used, 0);
    drawFigures(painter, before, strong, Qt::AlignRight | Qt::AlignVCenter);
    const int taken = static_cast<int>(figuresWidth(painter.font(), strong)) + theme.px(16);
    painter.setFont(theme.font(12));
    painter.setPen(theme.t3);
    const QString inView = LanesChart::tr("%1 in view").arg(timeOf(range.length() * 1e-9));
    if (before.width() - taken > widthOf(painter.font(), inView)) drawLabel(painter, before, inView);
}

void LanesChart::Parts::paintAxisTitles(QPainter& painter, const LanesChart& chart) const
{
    if (layout.lanes == 0) return;
    const Theme& theme = chart.theme();
    const int side = LanesPlot::sideMargin;
    painter.setFont(theme.font(12));
    painter.setPen(theme.t3);
    const QRect axis(side, theme.px(32) + layout.shown() + theme.px(6), headWidth(theme) - theme.px(8), theme.px(18));
    drawLabel(painter, axis, plot->timeScale().title(), Qt::AlignRight | Qt::AlignVCenter);
    const QRect strip(side, overview->y() + 2, headWidth(theme) - theme.px(8), theme.px(OverviewPlot::stripHeight));
    drawLabel(painter, strip, LanesChart::tr("overview, busy workers"), Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace poolscope
