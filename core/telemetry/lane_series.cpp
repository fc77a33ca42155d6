// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/telemetry/lane_series.h"

#include "core/telemetry/lane_track.h"

#include <algorithm>

namespace poolscope {

namespace {

double beginOfRow(const Row& row) { return static_cast<double>(row.start); }

double beforeCompute(const Row& row)
{
    double before = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(Step::Compute); ++i) {
        before += static_cast<double>(row.step[i]);
    }
    return before;
}

} // namespace

const LaneSeries::Track LaneSeries::workerTrack{beginOfRow, Step::Wait, Step::Out, 0};
const LaneSeries::Track LaneSeries::outTrack{sentFrom, Step::ParentPickle, Step::ParentSend, 1};
const LaneSeries::Track LaneSeries::backTrack{endOf, Step::ParentReceive, Step::ParentUnpickle, 2};

PhaseTimes LaneSeries::phasesOn(const Track& track, const Sums& sums)
{
    PhaseTimes times{};
    for (auto i = static_cast<std::size_t>(track.first); i <= static_cast<std::size_t>(track.last); ++i) {
        times[phaseTable[i]] += sums.step[i];
    }
    return times;
}

void LaneSeries::add(Sums& sums, const Row& row)
{
    for (std::size_t i = 0; i < stepCount; ++i) sums.step[i] += static_cast<double>(row.step[i]);
    sums.items += row.count;
    sums.bytesOut += row.bytesOut;
    sums.bytesBack += row.bytesBack;
    sums.start += static_cast<double>(row.start);
    sums.lead += static_cast<double>(row.lead);
}

std::size_t LaneSeries::unpack(std::size_t block, std::array<Row, rowsInBlock>& rows) const
{
    std::size_t count = 0;
    each(block, [&](const Row& row) {
        rows[count++] = row;
        return true;
    });
    return count;
}

const LaneSeries::Sums& LaneSeries::sumsBefore(std::size_t block) const
{
    return block == m_blocks.size() ? m_packedSums : m_blocks[block].before;
}

double LaneSeries::beginOf(const Track& track, std::size_t block) const
{
    return block == m_blocks.size() ? track.begin(m_tail.front()) : m_begins[track.index][block];
}

/// How many blocks from the first on are passed.
template <class Passed>
std::size_t LaneSeries::blocksThat(Passed passed) const
{
    std::size_t low = 0, high = blocks();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (passed(middle)) low = middle + 1;
        else high = middle;
    }
    return low;
}

std::size_t LaneSeries::blocksBeginningBefore(const Track& track, double t) const
{
    return blocksThat([&](std::size_t block) { return beginOf(track, block) < t; });
}

std::size_t LaneSeries::blocksBegunAt(const Track& track, double t) const
{
    return blocksThat([&](std::size_t block) { return beginOf(track, block) <= t; });
}

Row LaneSeries::row(std::size_t index) const
{
    Row found;
    std::size_t left = index % rowsInBlock + 1;
    each(index / rowsInBlock, [&](const Row& row) {
        found = row;
        return --left > 0;
    });
    return found;
}

double LaneSeries::begin() const { return empty() ? 0 : beginOf(workerTrack, 0); }

double LaneSeries::end() const
{
    if (!m_tail.empty()) return endOf(m_tail.back());
    return empty() ? 0 : endOf(row(size() - 1));
}

double LaneSeries::settledUntil() const
{
    if (empty()) return 0;
    const std::size_t last = blocks() - 1;
    return std::min(beginOf(workerTrack, last), beginOf(outTrack, last));
}

std::size_t LaneSeries::firstEndingAfter(double t) const
{
    const std::size_t begun = blocksBegunAt(workerTrack, t);
    if (begun == 0) return 0;
    std::size_t ended = 0;
    each(begun - 1, [&](const Row& row) { return endOf(row) <= t && ++ended; });
    return (begun - 1) * rowsInBlock + ended;
}

std::size_t LaneSeries::firstBeginningAt(double t) const
{
    const std::size_t begun = blocksBeginningBefore(workerTrack, t);
    if (begun == 0) return 0;
    std::size_t earlier = 0;
    each(begun - 1, [&](const Row& row) { return beginOfRow(row) < t && ++earlier; });
    return (begun - 1) * rowsInBlock + earlier;
}

PhaseTimes LaneSeries::until(const Track& track, double t) const
{
    const std::size_t begun = blocksBeginningBefore(track, t);
    if (begun == 0) return {};
    PhaseTimes times = phasesOn(track, sumsBefore(begun - 1));
    each(begun - 1, [&](const Row& row) {
        if (track.begin(row) >= t) return false;
        track.addUntil(row, t, times);
        return true;
    });
    return times;
}

PhaseTimes LaneSeries::workerUntil(double t) const { return until(workerTrack, t); }

PhaseTimes LaneSeries::attendantUntil(double t) const
{
    PhaseTimes times = until(outTrack, t);
    return times += until(backTrack, t);
}

/// Whether `block` is the last that begins before `t`.
bool LaneSeries::lastBeginsBefore(const Track& track, std::size_t block, double t) const
{
    return beginOf(track, block) < t && (block + 1 == blocks() || beginOf(track, block + 1) >= t);
}

LaneTimes LaneSeries::timesUntil(double t) const
{
    const std::size_t begun = blocksBeginningBefore(workerTrack, t);
    const std::size_t block = begun - 1;
    if (begun == 0 || !lastBeginsBefore(outTrack, block, t) || !lastBeginsBefore(backTrack, block, t)) {
        return {workerUntil(t), attendantUntil(t)};
    }
    const Sums& sums = sumsBefore(block);
    LaneTimes times{phasesOn(workerTrack, sums), phasesOn(outTrack, sums)};
    times.attendant += phasesOn(backTrack, sums);
    each(block, [&](const Row& row) {
        workerTrack.addUntil(row, t, times.worker);
        outTrack.addUntil(row, t, times.attendant);
        backTrack.addUntil(row, t, times.attendant);
        return outTrack.begin(row) < t || workerTrack.begin(row) < t;
    });
    return times;
}

double LaneSeries::spreadUntil(double t, double Sums::*sum, std::uint32_t Row::*amount,
                               bool overCompute) const
{
    const std::size_t begun = blocksBeginningBefore(workerTrack, t);
    if (begun == 0) return 0;
    double spread = sumsBefore(begun - 1).*sum;
    Row row;
    row.*amount = 0;
    each(begun - 1, [&](const Row& next) {
        if (beginOfRow(next) >= t) return false;
        spread += row.*amount; // all of the one before it
        row = next;
        return true;
    });
    const bool compute = overCompute && row[Step::Compute] > 0;
    const double from = beginOfRow(row) + (compute ? beforeCompute(row) : 0);
    const double length = compute ? static_cast<double>(row[Step::Compute]) : durationOf(row);
    const double share = length > 0 ? std::clamp((t - from) / length, 0.0, 1.0) : 1.0;
    return spread + share * (row.*amount);
}

double LaneSeries::items(double from, double to) const
{
    return spreadUntil(to, &Sums::items, &Row::count, true) -
           spreadUntil(from, &Sums::items, &Row::count, true);
}

double LaneSeries::bytesOut(double from, double to) const
{
    return spreadUntil(to, &Sums::bytesOut, &Row::bytesOut, false) -
           spreadUntil(from, &Sums::bytesOut, &Row::bytesOut, false);
}

double LaneSeries::bytesBack(double from, double to) const
{
    return spreadUntil(to, &Sums::bytesBack, &Row::bytesBack, false) -
           spreadUntil(from, &Sums::bytesBack, &Row::bytesBack, false);
}

// ∫ until t of how many moments have passed: Σ (t − moment) over those that have.
double LaneSeries::momentsUntil(double t, bool answered) const
{
    const auto moment = answered ? answeredAt : sentFrom;
    std::size_t begun = blocksBegunAt(answered ? backTrack : outTrack, t);
    double moments = 0;
    std::size_t passed = 0;
    for (; begun > 0 && passed == 0; --begun) { // of a block that has begun, no row may have been answered yet
        each(begun - 1, [&](const Row& row) {
            if (moment(row) > t) return false;
            moments += moment(row);
            return ++passed > 0;
        });
    }
    if (passed == 0) return 0;
    const Sums& sums = sumsBefore(begun);
    moments += sums.start;
    if (answered) moments += total(phasesOn(workerTrack, sums)) + total(phasesOn(backTrack, sums));
    else moments -= sums.lead;
    return static_cast<double>(begun * rowsInBlock + passed) * t - moments;
}

double LaneSeries::inFlight(double from, double to) const
{
    if (to <= from) return 0;
    const auto until = [this](double t) { return momentsUntil(t, false) - momentsUntil(t, true); };
    return (until(to) - until(from)) / (to - from);
}

std::size_t LaneSeries::bytesHeld() const
{
    std::size_t bytes = sizeof *this + m_bytes.bytesHeld() + m_blocks.bytesHeld();
    for (const auto& begins : m_begins) bytes += begins.bytesHeld();
    for (const auto& level : m_longest) bytes += level.bytesHeld();
    return bytes + m_tail.capacity() * sizeof(Row);
}

const Row& LaneReader::row(std::size_t index)
{
    const std::size_t block = index / rowsInBlock;
    if (block != m_block) m_series.unpack(m_block = block, m_rows);
    return m_rows[index % rowsInBlock];
}

} // namespace poolscope
