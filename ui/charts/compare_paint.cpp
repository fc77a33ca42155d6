// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the lanes of two runs are drawn.
#include "ui/charts/compare_lanes.h"

#include "ui/charts/figures.h"
#include "ui/charts/lane_headers.h"
#include "ui/charts/plot_parts.h"

#include <QPainter>

#include <cmath>

namespace poolscope {

namespace {

int whole(double pixels) { return static_cast<int>(std::lround(pixels)); }

/// The ticks of an axis in its unit, from `begin` to `end` ns.
struct Ticks {
    TimeScale scale;
    double step = 1;
    std::vector<double> at; ///< in the unit of the axis
};

Ticks ticksOf(double begin, double end, int most)
{
    Ticks ticks;
    ticks.scale = timeScaleFor(begin, end);
    const double from = ticks.scale.toAxis(begin), to = ticks.scale.toAxis(end);
    ticks.step = StepTicker::stepFor(to - from, most);
    for (double tick = std::ceil(from / ticks.step - 1e-6);
         tick * ticks.step <= to + ticks.step * 1e-6; ++tick) {
        ticks.at.push_back(tick * ticks.step);
    }
    return ticks;
}

int mostTicks(const QRect& plot, const Theme& theme)
{
    return std::clamp(plot.width() / theme.px(100), 2, 9);
}

} // namespace

void CompareLanes::paintGrid(QPainter& painter) const
{
    const Ticks ticks = ticksOf(m_begin, m_end, mostTicks(plot(), m_theme));
    for (const double tick : ticks.at) {
        const int at = std::min(whole(x(ticks.scale.toNanos(tick))), plot().right());
        painter.fillRect(QRect(at, plot().top(), 1, plot().height()), m_theme.grid);
    }
}

void CompareLanes::paintAxis(QPainter& painter) const
{
    const int top = axisTop(), tall = m_theme.px(axisTall);
    painter.fillRect(QRect(plot().left(), top, plot().width(), tall), m_theme.canvas);
    for (const int y : {top, top + tall - 1}) {
        painter.fillRect(QRect(plot().left(), y, plot().width(), 1), m_theme.axis);
    }
    const Ticks ticks = ticksOf(m_begin, m_end, mostTicks(plot(), m_theme));
    painter.setFont(m_theme.font(12));
    painter.setPen(m_theme.t3);
    const QString title = ticks.scale.origin > 0
                              ? ticks.scale.title().section(QStringLiteral(" ("), 0, 0)
                              : tr("time since start");
    drawLabel(painter, QRect(m_theme.px(chartSide), top, plot().left() - m_theme.px(chartSide + 8), tall),
              title);
    painter.setPen(m_theme.t2);
    const int decimals = std::max(0, static_cast<int>(-std::floor(std::log10(ticks.step) + 1e-9)));
    for (const double tick : ticks.at) {
        const int at = std::min(whole(x(ticks.scale.toNanos(tick))), plot().right());
        painter.fillRect(QRect(at, top, 1, m_theme.px(4)), m_theme.axis);
        painter.fillRect(QRect(at, top + tall - m_theme.px(4), 1, m_theme.px(4)), m_theme.axis);
        QString label = groupedText(tick, decimals);
        if (tick == ticks.at.back()) label += QChar(0xa0) + ticks.scale.name;
        const int wide = whole(std::ceil(figuresWidth(painter.font(), label)));
        const int left = std::clamp(at - wide / 2, plot().left(), plot().right() + 1 - wide);
        drawFigures(painter, QRect(left, top, wide + 1, tall), label);
    }
}

void CompareLanes::paintRun(QPainter& painter, bool after, LaneSeen& seen) const
{
    const RunModel& here = *run(after);
    const LaneScene scene{here, m_theme, m_begin, m_end, plot().left(), plot().width(), {}};
    painter.save();
    painter.setClipRect(plot());
    for (int lane = here.hasParent() ? -1 : 0; lane < static_cast<int>(here.laneCount()); ++lane) {
        const QRect bar = barOf(after, lane);
        if (lane < 0)
            drawParentLane(painter, scene, bar.top(), bar.height(), seen);
        else
            drawWorkerLane(painter, scene, static_cast<std::size_t>(lane), bar.top(), bar.height(),
                           seen);
    }
    painter.restore();
}

void CompareLanes::paintHeaders(QPainter& painter, bool after) const
{
    const RunModel& here = *run(after);
    const std::vector<LaneProgress> progress = laneProgress(here);
    for (int lane = here.hasParent() ? -1 : 0; lane < static_cast<int>(here.laneCount()); ++lane) {
        const QRect bar = barOf(after, lane);
        const QRect line(m_theme.px(chartSide), bar.top() - 2, plot().left() - m_theme.px(2 * chartSide),
                         bar.height() + 4);
        painter.setFont(m_theme.font(13, QFont::DemiBold));
        painter.setPen(m_theme.t1);
        drawFigures(painter, line, lane < 0 ? tr("parent") : QStringLiteral("W%1").arg(lane));
        if (lane < 0) continue;
        painter.setFont(m_theme.font(13));
        painter.setPen(m_theme.t2);
        drawFigures(painter, line, progress[static_cast<std::size_t>(lane)].share,
                    Qt::AlignRight | Qt::AlignVCenter);
    }
}

/// A line at the end of each run through its own lanes, and what lies between the two ends.
void CompareLanes::paintEnds(QPainter& painter) const
{
    const double ends[] = {run(false)->now(), run(true)->now()};
    const bool shorter = ends[1] < ends[0]; // the one after ends first
    const int top = plot().top(), bottom = plot().bottom() + 1, axis = axisTop(),
              tall = m_theme.px(axisTall);
    painter.save();
    painter.setClipRect(plot().adjusted(0, 0, 2, 0));
    for (const bool after : {false, true}) {
        const int at = whole(x(ends[after ? 1 : 0]));
        painter.fillRect(
            QRect(at, after ? axis + tall : top, 1, after ? bottom - axis - tall : axis - top),
            m_theme.ink);
    }
    const QRect room(plot().left(), shorter ? axis + tall : top, plot().width(),
                     shorter ? bottom - axis - tall : axis - top);
    paintSooner(painter, room, ends[shorter ? 1 : 0], ends[shorter ? 0 : 1]);
    painter.restore();
}

/// `room`: the lanes of the shorter run. Its end and that of the longer are told there, with an arrow between.
void CompareLanes::paintSooner(QPainter& painter, const QRect& room, double shortEnd,
                               double longEnd) const
{
    const int from = whole(x(shortEnd)), to = whole(x(longEnd)), line = m_theme.px(20);
    const bool isAfter = room.top() > axisTop();
    const QString shortName = isAfter ? m_model->afterName() : m_model->beforeName();
    const QString longName = isAfter ? m_model->beforeName() : m_model->afterName();
    const auto text = [](double nanos) { return timeOf(nanos * 1e-9); };
    const QString ends = tr("%1 ends at %2").arg(shortName, text(shortEnd));
    const QString longs = tr("%1 ends at %2").arg(longName, text(longEnd));
    const QString apart = isAfter ? tr("%1 sooner").arg(text(longEnd - shortEnd))
                                  : tr("%1 later").arg(text(longEnd - shortEnd));
    painter.setFont(m_theme.font(12, QFont::DemiBold));
    const int gap = m_theme.px(9),
              most = std::max({widthOf(painter.font(), ends), widthOf(painter.font(), longs),
                               widthOf(painter.font(), apart) + m_theme.px(80)});
    if (to - from < most + 2 * gap || room.height() < 3 * line) return; // no room: the lines say it
    QPen dashed(m_theme.t3, 1);
    dashed.setDashPattern({2, 2});
    painter.setPen(dashed);
    painter.drawLine(QPointF(to + 0.5, room.top()), QPointF(to + 0.5, room.bottom()));
    painter.setPen(m_theme.t1);
    const int near = isAfter ? room.top() : room.bottom() - line, middle = room.center().y();
    const int far = isAfter ? middle + line : middle - 2 * line;
    drawFigures(painter, QRect(from + gap, near, to - from, line), ends);
    drawFigures(painter, QRect(from, far, to - from - gap, line), longs,
                Qt::AlignRight | Qt::AlignVCenter);
    const int wide = widthOf(painter.font(), apart) + m_theme.px(16), centre = (from + to) / 2;
    drawFigures(painter, QRect(centre - wide / 2, middle - line / 2, wide, line), apart,
                Qt::AlignCenter);
    painter.setPen(QPen(m_theme.t1, 1));
    const int head = m_theme.px(4);
    for (const int way : {-1, 1}) {
        const int tip = way < 0 ? from + gap : to - 2;
        painter.drawLine(tip, middle, centre + way * wide / 2, middle);
        painter.drawLine(tip, middle, tip - way * head, middle - head);
        painter.drawLine(tip, middle, tip - way * head, middle + head);
    }
}

void CompareLanes::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.canvas);
    if (!run(false) || !run(true)) return;
    LaneSeen seen;
    paintGrid(painter);
    paintRun(painter, false, seen);
    paintRun(painter, true, seen);
    paintHeaders(painter, false);
    paintHeaders(painter, true);
    paintEnds(painter);
    paintAxis(painter);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        drawFocus(painter, m_theme.ink, rect());
    if (seen.pale != m_seen.pale)
        QMetaObject::invokeMethod(this, &CompareLanes::seenChanged, Qt::QueuedConnection);
    m_seen = seen;
}

} // namespace poolscope
