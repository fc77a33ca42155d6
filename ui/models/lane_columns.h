// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lanes as columns of pixels: the exact shares of the time that each column covers, as whole
// pixels that add up to the height of the bar.

#include "core/telemetry/telemetry.h"

#include <cstdint>
#include <vector>

namespace poolscope {

class RunModel;

/// One column of a lane. Where less than half of its time is covered it is empty: all heights are 0.
struct ColumnSlice {
    std::array<int, phaseCount> height{}; ///< by Phase; they add up to the bar's height
    bool pale = false;                    ///< its compute costs less than its overhead
    bool empty() const { return height == std::array<int, phaseCount>{}; }
    bool operator==(const ColumnSlice&) const = default;
};

/// One column of a lane, or several equal neighbours in one.
struct Column {
    int x = 0;
    int width = 1;
    std::array<int, phaseCount> height{}; ///< by Phase; they add up to the bar's height, or all are 0
    bool pale = false;                    ///< its compute costs less than its overhead
    bool operator==(const Column&) const = default;
};
/// Empty columns are left out, and neighbours that are equal are one.
std::vector<Column> joined(const std::vector<ColumnSlice>& slices);

/// Whole parts of `height` in proportion to `times` by largest remainder; all 0 where times are 0.
std::array<int, phaseCount> wholeHeights(const PhaseTimes& times, int height);

/// Draws a stretch of time on a grid of columns that begins at time 0, and keeps what lanes had come to
/// at the edges of columns from one picture to the next: a view that moves on by some pixels, or a run
/// that grows at its end, costs only the columns that are new.
class ColumnGrid final {
public:
    /// `from` to `to` (ns) over `width` pixels, to the nearest column. Before each picture.
    void set(const RunModel& run, double from, double to, int width);
    std::int64_t first() const { return m_first; } ///< the column at the left, counted from time 0
    /// The columns of one worker lane, from the left; until the next call.
    const std::vector<ColumnSlice>& worker(std::size_t lane, int height);
    /// The same for all attendants together; the time in which they do nothing is wait.
    const std::vector<ColumnSlice>& parent(int height);

private:
    struct Slices {
        std::vector<ColumnSlice> slice; ///< from the left
        std::vector<char> known;        ///< both its edges are known for good
        int height = 0;                 ///< that they add up to
        void clear() { known.clear(); }
    };
    struct Lane {
        std::vector<LaneTimes> edge; ///< of the columns, from the left; one more than there are columns
        std::vector<char> known;
        Slices slices;
        std::uint64_t revision = 0;
    };
    void move(Lane& lane, std::int64_t by) const;
    void move(Slices& slices, std::int64_t by) const;
    const LaneTimes& at(std::size_t lane, std::size_t edge);
    PhaseTimes parentAt(std::size_t edge);
    bool parentKnows(std::size_t edge) const;
    template <class Edge, class Knows>
    const std::vector<ColumnSlice>& slices(Slices& kept, int height, Edge edge, Knows knows) const;
    double time(std::size_t edge) const { return static_cast<double>(m_first + static_cast<std::int64_t>(edge)) * m_step; }

    const RunModel* m_run = nullptr;
    double m_step = 0;        ///< ns a column
    std::int64_t m_first = 0;
    std::size_t m_width = 0;
    std::vector<Lane> m_lanes;
    Slices m_parent;
};

/// One picture of one lane; where many follow, a ColumnGrid costs less.
std::vector<Column> workerColumns(const RunModel& run, std::size_t lane, double from, double to,
                                  int width, int height);
std::vector<Column> parentColumns(const RunModel& run, double from, double to, int width, int height);

/// Whether every task of a lane is drawn, one by one: where the median phase is wider than about 2
/// pixels, or the median row wider than 10.
bool everyTaskFits(const LaneSeries& lane, double from, double to, double width);

} // namespace poolscope
