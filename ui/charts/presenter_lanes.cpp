// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The lanes of the presenter, their axis, and the overhead below them.
#include "ui/charts/presenter_paint.h"

#include "ui/charts/figures.h"
#include "ui/charts/lane_headers.h"
#include "ui/charts/phase_fill.h"
#include "ui/charts/plot_parts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace poolscope {

namespace {

constexpr double sideMargin = 56, headRight = 356, barsLeft = 388;

struct PresenterLaneTerms {
    Q_DECLARE_TR_FUNCTIONS(Presenter)
};

QString busyOf(const PhaseSeconds& phases)
{
    const double all = phases.total();
    if (!(all > 0)) return {};
    return PresenterLaneTerms::tr("busy %1\u00a0%").arg(std::lround((all - phases[Phase::Wait]) / all * 100));
}

} // namespace

void PresenterPaint::laneHead(int lane, int worker)
{
    const double top = m_layout.lanesTop() + m_layout.pitch * lane, middle = top + m_layout.pitch / 2;
    const bool bar = worker >= 0 && !m_layout.oneLine();
    const double line = bar ? middle - 10 : middle;
    const auto index = static_cast<std::size_t>(std::max(0, worker));
    const QString name = worker < 0 ? PresenterLaneTerms::tr("parent") : QStringLiteral("W%1").arg(worker);
    const bool died = worker >= 0 && m_run.hasDied(index);
    const QString state = died         ? m_run.stateText(index)
                          : worker < 0 ? busyOf(m_run.summary().parent)
                                       : busyOf(m_run.worker(index).phases);
    const double named = put(sideMargin, line, {name, 28, QFont::DemiBold, m_theme.t1}, headRight);
    put(named + 8, line, {state, 24, QFont::Normal, m_theme.t2}, headRight, Qt::AlignRight);
    if (!bar) return;
    const QRectF track(m_layout.px(sideMargin), m_layout.px(middle + 14), m_layout.px(headRight - sideMargin), m_layout.px(10));
    const double filled = laneProgress(m_run)[index].filled;
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.track);
    m_painter.drawRoundedRect(track, track.height() / 2, track.height() / 2);
    m_painter.setBrush(m_theme.fill);
    const QRectF part(track.left(), track.top(), track.width() * filled, track.height());
    if (part.width() >= track.height()) m_painter.drawRoundedRect(part, track.height() / 2, track.height() / 2);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void PresenterPaint::lanes(std::optional<Phase> filter)
{
    Theme inBars = m_large; // their words are of 12 px
    inBars.scale = m_layout.factor * 26 / 12;
    const int left = m_layout.px(barsLeft), width = m_layout.size.width() - m_layout.px(sideMargin) - left;
    const LaneScene scene{m_run, inBars, m_range.begin(), m_range.end(), left, width, filter};
    const double bar = m_layout.bar();
    const int tall = m_layout.px(bar);
    LaneSeen seen;
    for (int lane = 0; lane < m_layout.lanes; ++lane) {
        const int worker = m_run.hasParent() ? lane - 1 : lane;
        const int top = m_layout.px(m_layout.lanesTop() + m_layout.pitch * lane + (m_layout.pitch - bar) / 2);
        laneHead(lane, worker);
        m_painter.save();
        m_painter.setClipRect(QRect(left, top - 2, width, tall + 4));
        if (worker < 0) drawParentLane(m_painter, scene, top, tall, seen);
        else drawWorkerLane(m_painter, scene, static_cast<std::size_t>(worker), top, tall, seen);
        m_painter.restore();
    }
}

/// Ticks with the unit at the last; how much of the run is in view stands left of them.
void PresenterPaint::timeAxis()
{
    const double right = m_layout.size.width() / m_layout.factor - sideMargin, y = m_layout.axis();
    const QString length =
        timeOf(std::min(m_range.length(), std::max(1.0, m_run.now())) * 1e-9);
    const QString wall = timeOf(m_run.now() * 1e-9);
    QString view =
        m_range.whole() ? PresenterLaneTerms::tr("the whole run") : PresenterLaneTerms::tr("%1 of %2").arg(length, wall);
    const TimeScale scale = timeScaleFor(m_range.begin(), m_range.end());
    if (scale.origin > 0) view = scale.title(); // the ticks would say little without it
    if (m_layout.left > 0) view = PresenterLaneTerms::tr("%1 more lanes").arg(m_layout.left);
    put(sideMargin, y + 28, {view, 24, QFont::Normal, m_theme.t3}, headRight + 24);
    m_painter.fillRect(
        QRect(m_layout.px(barsLeft), m_layout.px(y), m_layout.px(right - barsLeft), 1),
        m_theme.axis);
    const double from = scale.toAxis(m_range.begin()), to = scale.toAxis(m_range.end());
    const double step = StepTicker::stepFor(to - from, 7);
    const int decimals = std::max(0, static_cast<int>(-std::floor(std::log10(step) + 1e-9)));
    for (double tick = std::ceil(from / step - 1e-9) * step; tick <= to + step * 1e-6; tick += step) {
        const double x = barsLeft + (tick - from) / (to - from) * (right - barsLeft);
        m_painter.fillRect(QRect(m_layout.px(x), m_layout.px(y), 1, m_layout.px(6)), m_theme.axis);
        QString label = groupedText(std::abs(tick) < step * 1e-6 ? 0 : tick, decimals);
        if (tick + step > to + step * 1e-6) label += QChar(0xa0) + scale.name;
        const Words told{label, 24, QFont::Normal, m_theme.t2};
        const double wide = widthOfWords(told), at = std::clamp(x - wide / 2, barsLeft, right - wide);
        put(at, y + 28, told, at + wide + 2);
    }
}

double PresenterPaint::overheadY(std::size_t row) const
{
    const double sigma = row + 1 == m_layout.rows.size() ? 8 : 0;
    return m_layout.axis() + 64 + 38 + 34 * static_cast<double>(row) + sigma;
}

void PresenterPaint::overheadRow(std::size_t row, double y, double axisLeft, double perPercent)
{
    const OverheadRow& here = m_layout.rows[row];
    const bool last = row + 1 == m_layout.rows.size();
    put(barsLeft, y, {here.name, 24, last ? QFont::DemiBold : QFont::Medium, m_theme.t1}, axisLeft - 8);
    if (!(here.whole > 0)) return;
    double before = 0;
    int left = m_layout.px(axisLeft);
    const std::pair<Phase, double> parts[] = {
        {Phase::Pickle, here.pickle}, {Phase::Unpickle, here.unpickle}, {Phase::Transfer, here.transfer}};
    for (const auto& [phase, seconds] : parts) {
        before += seconds / here.whole * 100;
        const int right = m_layout.px(axisLeft + before * perPercent);
        fillPhase(m_painter, QRect(left, m_layout.px(y - 11), right - left, m_layout.px(22)), m_theme, phase);
        left = std::max(left, right);
    }
    const QString share = QString::number(std::lround(before)) + QStringLiteral("\u00a0%");
    put(axisLeft + before * perPercent + 14, y, {share, 24, QFont::DemiBold, m_theme.t1}, 1e5);
}

void PresenterPaint::overhead()
{
    const double right = m_layout.size.width() / m_layout.factor - sideMargin, top = m_layout.axis() + 64;
    const double axisLeft = barsLeft + 110, axisRight = right - 120;
    m_painter.fillRect(QRect(0, m_layout.px(top), m_layout.size.width(), 1), m_theme.line);
    put(sideMargin, top + 38, {PresenterLaneTerms::tr("Serialization overhead"), 28, QFont::DemiBold, m_theme.t1},
        barsLeft - 4);
    const bool range = m_range.hasSelection();
    put(sideMargin, top + 76,
        {range ? PresenterLaneTerms::tr("% of the time in") : PresenterLaneTerms::tr("% of the time of each"), 24,
         QFont::Normal, m_theme.t3},
        barsLeft);
    put(sideMargin, top + 109,
        {range ? PresenterLaneTerms::tr("the range") : PresenterLaneTerms::tr("worker or attendant"), 24, QFont::Normal,
         m_theme.t3},
        barsLeft);
    double most = 1;
    for (const OverheadRow& row : m_layout.rows) {
        if (row.whole > 0) most = std::max(most, row.time() / row.whole * 100);
    }
    const double step = StepTicker::stepFor(most, 4), length = std::min(100.0, std::ceil(most / step - 1e-9) * step);
    const double perPercent = (axisRight - axisLeft) / length;
    const std::size_t rows = m_layout.rows.size();
    for (std::size_t row = 0; row < rows; ++row) overheadRow(row, overheadY(row), axisLeft, perPercent);
    const double sigma = overheadY(rows - 1), axis = sigma + 19;
    const int line = m_layout.px(sigma - 21);
    m_painter.fillRect(QRect(m_layout.px(barsLeft), line, m_layout.px(axisRight - barsLeft), 1), m_theme.line);
    m_painter.fillRect(QRect(m_layout.px(axisLeft) - 1, m_layout.px(top + 20), 1, m_layout.px(axis - top - 20)), m_theme.axis);
    m_painter.fillRect(QRect(m_layout.px(axisLeft), m_layout.px(axis), m_layout.px(axisRight - axisLeft), 1), m_theme.axis);
    for (double tick = 0; tick <= length + 1e-6; tick += step) {
        const bool last = tick + step > length + 1e-6;
        const QString label =
            decimalText(tick, step < 1 ? 1 : 0) + (last ? QStringLiteral("\u00a0%") : QString());
        const double x = axisLeft + tick * perPercent;
        put(x - 60, axis + 22, {label, 24, QFont::Normal, m_theme.t2}, x + 60, Qt::AlignHCenter);
    }
}

} // namespace poolscope
