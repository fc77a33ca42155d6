// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/lane_bars.h"

#include "ui/charts/bar_batch.h"
#include "ui/charts/lane_marks.h"

#include <algorithm>
#include <cmath>

namespace poolscope {

namespace {

/// Snaps stretches that follow each other to whole pixels, so that none overlaps its neighbour and
/// no slit is left between them.
class Snapper final {
public:
    explicit Snapper(const LaneScene& scene) : m_scene(scene) {}

    QRect operator()(const Stretch& stretch, int top, int height)
    {
        const double x0 = m_scene.x(stretch.begin), x1 = m_scene.x(stretch.end);
        const int right = m_scene.left + m_scene.width;
        if (x1 <= m_scene.left || x0 >= right || x1 - x0 < 0.4) return {};
        int from = static_cast<int>(std::lround(x0));
        if (x0 - m_end < 1 && from > m_edge) from = m_edge;
        int to = std::max(static_cast<int>(std::lround(x1)), from + 1);
        m_end = x1;
        m_edge = to;
        from = std::max(from, m_scene.left);
        to = std::min(to, right);
        return to > from ? QRect(from, top, to - from, height) : QRect();
    }

private:
    const LaneScene& m_scene;
    double m_end = -1e18;
    int m_edge = -1;
};

// Each phase has a line of ink on top of it; this is the one below the last.
void drawFoot(QPainter& painter, const LaneScene& scene, const std::vector<Column>& columns, int y)
{
    for (const Column& column : columns) {
        const bool any = std::any_of(column.height.begin(), column.height.end(),
                                     [](int height) { return height > 0; });
        const QRect foot(scene.left + column.x, y, column.width, 1);
        if (any) painter.fillRect(foot, scene.theme.ink);
    }
}

void drawColumns(QPainter& painter, const LaneScene& scene, const std::vector<Column>& columns, int top,
                 int height)
{
    BarBatch batch(scene.theme, scene.filter);
    for (const Column& column : columns) {
        batch.addColumn(column, QRect(scene.left + column.x, top, column.width, height));
    }
    batch.draw(painter);
    if (scene.theme.blackAndWhite) drawFoot(painter, scene, columns, top + height - 1);
}

/// The columns of a grid, painted anew where they are not in the lane's picture. `place`: among pictures.
std::vector<Column> drawSlices(QPainter& painter, const LaneScene& scene, const std::vector<ColumnSlice>& slices,
                               std::size_t place, int top, int height)
{
    const std::vector<Column> columns = joined(slices);
    if (scene.pictures == nullptr || !LanePicture::fits(painter, scene.theme)) {
        drawColumns(painter, scene, columns, top, height);
        return columns;
    }
    scene.pictures->resize(std::max(scene.pictures->size(), place + 1));
    (*scene.pictures)[place].draw(painter, {scene.left, top}, scene.grid->first(), slices, height, scene.theme,
                                  scene.filter);
    return columns;
}

void drawTasks(QPainter& painter, const LaneScene& scene, std::size_t lane, int top, int height,
               LaneSeen& seen)
{
    const LaneSeries& series = scene.run.lane(lane);
    BarBatch batch(scene.theme, scene.filter);
    Snapper snap(scene);
    const std::size_t last = series.firstBeginningAt(scene.end);
    LaneReader reader(series);
    for (std::size_t i = series.firstEndingAfter(scene.begin); i < last; ++i) {
        const Row& row = reader.row(i);
        const bool pale = isPale(phasesOf(row));
        for (const Stretch& stretch : workerStretches(row)) {
            const QRect rect = snap(stretch, top, height);
            batch.addEdged(rect, stretch.phase, pale);
            seen.pale |= pale && stretch.phase == Phase::Compute && !rect.isEmpty();
        }
        seen.tasks = true;
    }
    Snapper loose(scene);
    for (const Stretch& stretch : scene.run.lost(lane)) {
        batch.addEdged(loose(stretch, top, height), stretch.phase);
    }
    for (const Stretch& stretch : scene.run.tail(lane)) {
        batch.addEdged(snap(stretch, top, height), stretch.phase);
    }
    batch.draw(painter);
}

// In order of time: the next chunk is often pickled before the last one's results are read.
std::vector<Stretch> attendantsWork(const LaneScene& scene, std::size_t lane)
{
    const LaneSeries& series = scene.run.lane(lane);
    std::vector<Stretch> stretches;
    const double margin = (scene.end - scene.begin) / 4; // rows beside the view whose chunks are pickled in it
    const std::size_t last = series.firstBeginningAt(scene.end + margin);
    LaneReader reader(series);
    for (std::size_t r = series.firstEndingAfter(scene.begin - margin); r < last; ++r) {
        const std::vector<Stretch> more = attendantStretches(reader.row(r));
        stretches.insert(stretches.end(), more.begin(), more.end());
    }
    const auto earlier = [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; };
    std::sort(stretches.begin(), stretches.end(), earlier);
    return stretches;
}

void drawAttendants(QPainter& painter, const LaneScene& scene, int top, int height, LaneSeen& seen)
{
    const int count = static_cast<int>(scene.run.laneCount());
    const int pitch = (height + 1) / count;
    BarBatch base(scene.theme, scene.filter), batch(scene.theme, scene.filter);
    for (int i = 0; i < count; ++i) {
        const int y = top + i * pitch, tall = std::max(1, pitch - 1);
        Snapper snap(scene), whole(scene);
        base.add(whole({0, scene.run.now(), Phase::Wait}, y, tall), Phase::Wait);
        for (const Stretch& stretch : attendantsWork(scene, static_cast<std::size_t>(i))) {
            batch.add(snap(stretch, y, tall), stretch.phase);
        }
    }
    base.draw(painter);
    batch.draw(painter);
    seen.tasks = true;
}

bool everyAttendantFits(const LaneScene& scene, int height)
{
    const int count = static_cast<int>(scene.run.laneCount());
    if (count == 0 || (height + 1) / count < 3) return false;
    for (int i = 0; i < count; ++i) {
        const LaneSeries& lane = scene.run.lane(static_cast<std::size_t>(i));
        if (!everyTaskFits(lane, scene.begin, scene.end, scene.width)) return false;
        std::vector<double> lengths;
        for (const Stretch& stretch : attendantsWork(scene, static_cast<std::size_t>(i))) {
            lengths.push_back(stretch.end - stretch.begin);
        }
        if (lengths.empty()) continue;
        const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
        std::nth_element(lengths.begin(), middle, lengths.end());
        if (*middle * scene.perNano() < 1) return false; // shares say more than what is too short to draw
    }
    return true;
}

} // namespace

void drawWorkerLane(QPainter& painter, const LaneScene& scene, std::size_t lane, int top, int height,
                    LaneSeen& seen)
{
    if (everyTaskFits(scene.run.lane(lane), scene.begin, scene.end, scene.width)) {
        drawTasks(painter, scene, lane, top, height, seen);
        drawTaskWords(painter, scene, lane, top, height);
    } else {
        std::vector<Column> columns;
        if (scene.grid != nullptr) {
            columns = drawSlices(painter, scene, scene.grid->worker(lane, height), lane + 1, top, height);
        } else {
            columns = workerColumns(scene.run, lane, scene.begin, scene.end, scene.width, height);
            drawColumns(painter, scene, columns, top, height);
        }
        for (const Column& column : columns) seen.pale |= column.pale && column.height[0] > 0;
        seen.columns |= !columns.empty();
        drawColumnWords(painter, scene, lane, columns, top, height);
        drawColumnGaps(painter, scene, columns, top, height);
    }
    drawLaneMarks(painter, scene, lane, top, height);
}

void drawParentLane(QPainter& painter, const LaneScene& scene, int top, int height, LaneSeen& seen)
{
    if (everyAttendantFits(scene, height)) {
        drawAttendants(painter, scene, top, height, seen);
        return;
    }
    std::vector<Column> columns; // the parent computes nothing: no paler compute of its own
    if (scene.grid != nullptr) {
        columns = drawSlices(painter, scene, scene.grid->parent(height), 0, top, height);
    } else {
        columns = parentColumns(scene.run, scene.begin, scene.end, scene.width, height);
        drawColumns(painter, scene, columns, top, height);
    }
    seen.columns |= !columns.empty();
}

double waitBefore(const Row& row)
{
    double wait = 0;
    for (auto i = static_cast<std::size_t>(Step::Wait); i <= static_cast<std::size_t>(Step::WaitSend); ++i) {
        wait += static_cast<double>(row.step[i]);
    }
    return wait;
}

QRect taskRect(const LaneScene& scene, const Row& row, int top, int height)
{
    const double x0 = scene.x(static_cast<double>(row.start) + waitBefore(row));
    const double x1 = scene.x(endOf(row));
    const int from = std::max(scene.left, static_cast<int>(std::lround(x0)));
    const int to = std::min(scene.left + scene.width, std::max(static_cast<int>(std::lround(x1)), from + 1));
    return to > from ? QRect(from, top, to - from, height) : QRect();
}

} // namespace poolscope
