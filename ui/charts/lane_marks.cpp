// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/lane_marks.h"

#include "ui/charts/figures.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace poolscope {

namespace {

constexpr double stragglerFactor = 8; // times the median compute

struct LaneTerms {
    Q_DECLARE_TR_FUNCTIONS(Lanes)
};

bool drawWord(QPainter& painter, const LaneScene& scene, const QRect& rect, const QString& word,
              const QColor& color, int weight)
{
    painter.setFont(scene.theme.font(12, weight));
    const bool fits = rect.height() + 1 >= painter.fontMetrics().height() && rect.width() >= widthOf(painter.font(), word) + 16;
    if (word.isEmpty() || !fits) return false;
    painter.setPen(color);
    drawLabel(painter, rect, word, Qt::AlignCenter);
    return true;
}

QString gapReason(const LaneScene& scene, std::size_t lane, bool last)
{
    const auto& cause = scene.run.totals(lane).waitCause;
    if (last && scene.run.summary().finished) return LaneTerms::tr("nothing left");
    const Nanos input = cause[static_cast<std::size_t>(WaitCause::Input)];
    const auto most = *std::max_element(cause.begin(), cause.end());
    if (most <= 0) return LaneTerms::tr("waits");
    if (input == most) return LaneTerms::tr("parent pulls input");
    return cause[static_cast<std::size_t>(WaitCause::Retry)] == most ? LaneTerms::tr("retry")
                                                                     : LaneTerms::tr("waits");
}

QString computeWord(const LaneScene& scene, RowRef ref, double median)
{
    const Row row = scene.run.row(ref);
    if (!scene.run.live() && ref == scene.run.slowest() && scene.run.rowCount() > 8)
        return LaneTerms::tr("slowest");
    const bool slow = median > 0 && static_cast<double>(row[Step::Compute]) > stragglerFactor * median;
    return slow ? LaneTerms::tr("straggler") : QString();
}

QRect pixels(const LaneScene& scene, double from, double to, int top, int height)
{
    const double x0 = std::max<double>(scene.left, scene.x(from));
    const double x1 = std::min<double>(scene.left + scene.width, scene.x(to));
    return x1 > x0 ? QRect(static_cast<int>(x0), top, static_cast<int>(x1 - x0), height) : QRect();
}

// 2 px of ink over the height of the bar.
void drawEdge(QPainter& painter, const LaneScene& scene, double x, int top, int height)
{
    const int left = std::clamp(static_cast<int>(std::lround(x)) - 1, scene.left, scene.left + scene.width - 2);
    painter.fillRect(QRect(left, top - 2, 2, height + 4), scene.theme.ink);
}

// `next`: when another began in its place, or later than all.
void drawDeath(QPainter& painter, const LaneScene& scene, double at, double next, int top, int height)
{
    const double x = scene.x(at);
    drawEdge(painter, scene, x, top, height);
    painter.setPen(scene.theme.ink);
    const double gap = scene.x(next) - x;
    drawCross(painter, QPointF(x + std::min(12.0, std::max(6.0, gap / 2)), top + height / 2.0), 16);
}

void drawRestart(QPainter& painter, const LaneScene& scene, double died, double began, int top, int height)
{
    drawEdge(painter, scene, scene.x(began), top, height);
    QRect gap = pixels(scene, died, began, top, height);
    gap.adjust(20, 0, -6, 0);
    painter.setFont(scene.theme.font(12));
    if (gap.width() < widthOf(painter.font(), LaneTerms::tr("restart"))) return;
    painter.setPen(scene.theme.t2);
    drawLabel(painter, gap, LaneTerms::tr("restart"), Qt::AlignRight | Qt::AlignVCenter);
}

void drawEvents(QPainter& painter, const LaneScene& scene, std::size_t lane, int top, int height)
{
    double died = -1;
    for (const LaneEvent& event : scene.run.events()) {
        if (event.worker != lane) continue;
        const double at = static_cast<double>(event.at);
        if (event.kind == LaneEvent::Kind::Died) {
            if (died >= 0 && died >= scene.begin) drawDeath(painter, scene, died, at, top, height);
            died = at;
        } else if (event.kind == LaneEvent::Kind::Ready && died >= 0) {
            if (died >= scene.begin && died <= scene.end) drawDeath(painter, scene, died, at, top, height);
            if (at >= scene.begin && at <= scene.end) drawRestart(painter, scene, died, at, top, height);
            died = -1;
        }
    }
    if (died >= scene.begin && died <= scene.end) drawDeath(painter, scene, died, 1e18, top, height);
}

void drawStopped(QPainter& painter, const LaneScene& scene, std::size_t lane, int top, int height)
{
    const RunModel& run = scene.run;
    if (run.state() != RunState::Cancelled || run.now() > scene.end || run.now() < scene.begin) return;
    const double x = scene.x(run.now());
    drawEdge(painter, scene, x, top, height);
    if (lane != 0) return;
    const double items = static_cast<double>(std::max<std::uint64_t>(1, run.plan().items));
    const auto percent = static_cast<int>(100 * static_cast<double>(run.summary().done) / items);
    const QString word = LaneTerms::tr("stopped after %1\u00a0%").arg(percent);
    painter.setFont(scene.theme.font(12));
    painter.setPen(scene.theme.t2);
    const int room = scene.left + scene.width - static_cast<int>(x) - 8;
    const QRect right(static_cast<int>(x) + 8, top, room, height);
    if (room >= widthOf(painter.font(), word)) drawLabel(painter, right, word);
}

// A task that failed: its bar cleared, framed in ink, ✕. Of a chunk in which only some failed the bar
// stays, and so it does where it is too narrow to see.
void drawFailed(QPainter& painter, const LaneScene& scene, const Row& row, int top, int height)
{
    const QRect rect = taskRect(scene, row, top, height);
    if (rect.isEmpty()) return;
    const bool whole = row.failed >= row.count && rect.width() >= 6;
    const QRectF frame = QRectF(rect).adjusted(1, 1, -1, -1);
    if (whole) {
        painter.fillRect(rect, scene.theme.canvas);
        painter.setPen(QPen(scene.theme.ink, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(frame);
    } else {
        const QRectF plate(rect.center().x() - 6, top + height / 2.0 - 7, 14, 14);
        painter.fillRect(plate, scene.theme.canvas);
    }
    painter.setPen(scene.theme.ink);
    const QPointF centre(rect.left() + rect.width() / 2.0, top + height / 2.0);
    if (!whole || rect.width() >= 14) drawCross(painter, centre, whole ? 16 : 14);
}

void drawFailures(QPainter& painter, const LaneScene& scene, std::size_t lane, int top, int height)
{
    double lastX = -100;
    for (const auto& [where, at] : scene.run.failedRows()) {
        if (where != lane || at < scene.begin || at > scene.end || scene.x(at) - lastX < 8) continue;
        const RowRef ref = scene.run.rowAt(lane, at);
        if (!ref.valid()) continue;
        lastX = scene.x(at);
        drawFailed(painter, scene, scene.run.row(ref), top, height);
    }
}

// Gaps between rows where rows were dropped: something was there, and it was not recorded.
void drawNotRecorded(QPainter& painter, const LaneScene& scene, std::size_t lane, int top, int height)
{
    if (scene.run.dropped() == 0) return;
    const LaneSeries& series = scene.run.lane(lane);
    const std::size_t last = series.firstBeginningAt(scene.end);
    const std::size_t first = series.firstEndingAfter(scene.begin);
    if (last - std::min(first, last) > static_cast<std::size_t>(scene.width)) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(scene.theme.t3, 1, Qt::DashLine));
    LaneReader reader(series);
    for (std::size_t i = std::max<std::size_t>(1, first); i < last; ++i) {
        const double from = endOf(reader.row(i - 1)), to = static_cast<double>(reader.row(i).start);
        const QRect gap = pixels(scene, from, to, top, height);
        if (gap.width() >= 4) painter.drawRect(gap.adjusted(0, 0, -1, -1));
    }
}

} // namespace

void drawTaskWords(QPainter& painter, const LaneScene& scene, std::size_t lane, int top, int height)
{
    const double median = scene.run.medianCompute();
    const LaneSeries& series = scene.run.lane(lane);
    const std::size_t last = series.firstBeginningAt(scene.end);
    const auto drawGap = [&](double from, double to, bool atEnd) {
        const QRect gap = pixels(scene, from, to, top, height);
        if (gap.width() < 48) return;
        drawWord(painter, scene, gap, gapReason(scene, lane, atEnd), scene.theme.onPhase(Phase::Wait), QFont::Normal);
    };
    LaneReader reader(series);
    for (std::size_t i = series.firstEndingAfter(scene.begin); i < last; ++i) {
        const Row& row = reader.row(i);
        const double start = static_cast<double>(row.start);
        drawGap(start, start + static_cast<double>(row[Step::Wait]), false);
        const double compute = start + waitBefore(row) + static_cast<double>(row[Step::In]) +
                               static_cast<double>(row[Step::Unpickle]);
        const QRect bar = pixels(scene, compute, compute + static_cast<double>(row[Step::Compute]), top, height);
        if (bar.width() < 40 || row.failed) continue;
        const QString word = computeWord(scene, {static_cast<int>(lane), i}, median);
        drawWord(painter, scene, bar, word, scene.theme.onPhase(Phase::Compute), QFont::DemiBold);
    }
    for (const Stretch& stretch : scene.run.tail(lane)) {
        if (stretch.phase == Phase::Wait) drawGap(stretch.begin, stretch.end, true);
    }
}

void drawColumnWords(QPainter& painter, const LaneScene& scene, std::size_t lane,
                     const std::vector<Column>& columns, int top, int height)
{
    const double median = scene.run.medianCompute();
    for (const Column& column : columns) {
        if (column.width < 40) continue;
        const QRect rect(scene.left + column.x, top, column.width, height);
        const double middle = scene.at(rect.left() + rect.width() / 2.0);
        const RowRef ref = scene.run.rowAt(lane, middle);
        if (column.height[static_cast<std::size_t>(Phase::Compute)] == height && ref.valid()) {
            const QString word = computeWord(scene, ref, median);
            drawWord(painter, scene, rect, word, scene.theme.onPhase(Phase::Compute), QFont::DemiBold);
        } else if (column.height[static_cast<std::size_t>(Phase::Wait)] == height) {
            const QString word = gapReason(scene, lane, !ref.valid());
            drawWord(painter, scene, rect, word, scene.theme.onPhase(Phase::Wait), QFont::Normal);
        }
    }
}

void drawColumnGaps(QPainter& painter, const LaneScene& scene, const std::vector<Column>& columns,
                    int top, int height)
{
    if (scene.run.dropped() == 0) return;
    int edge = -1; // where the last column that says something ends
    for (const Column& column : columns) {
        const auto& heights = column.height;
        if (std::all_of(heights.begin(), heights.end(), [](int tall) { return tall == 0; })) continue;
        if (edge >= 0 && column.x - edge >= 4) {
            const QRect gap(scene.left + edge, top, column.x - edge, height);
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(scene.theme.t3, 1, Qt::DashLine));
            painter.drawRect(gap.adjusted(0, 0, -1, -1));
            drawWord(painter, scene, gap, LaneTerms::tr("not recorded"), scene.theme.t2, QFont::Normal);
        }
        edge = column.x + column.width;
    }
}

void drawLaneMarks(QPainter& painter, const LaneScene& scene, std::size_t lane, int top, int height)
{
    drawNotRecorded(painter, scene, lane, top, height);
    drawFailures(painter, scene, lane, top, height);
    drawEvents(painter, scene, lane, top, height);
    drawStopped(painter, scene, lane, top, height);
}

} // namespace poolscope
