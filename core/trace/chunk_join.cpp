// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
// What three processes' threads tell of one chunk becomes one row.
#include "core/trace/traced_pool.h"

#include <algorithm>
#include <limits>

namespace poolscope {
namespace {

constexpr std::size_t mostOpenChunks = 1 << 18; // twice what a ring has room for

/// ns that two stretches of time have in common.
double shared(double from, double to, double otherFrom, double otherTo)
{
    return std::max(0.0, std::min(to, otherTo) - std::max(from, otherFrom));
}

/// ns. Of files that tell of more time than there was, as much as there can be.
Nanos summed(Nanos sum, float more)
{
    constexpr Nanos most = Nanos{1} << 62;
    return std::min(most, sum + static_cast<Nanos>(more));
}

std::uint32_t inWord(std::uint64_t value)
{
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(value, std::numeric_limits<std::uint32_t>::max()));
}

} // namespace

void TracedPool::takeRecord(const TraceRecord& record, std::uint32_t pid)
{
    double length = 0;
    for (const float step : record.step) length += static_cast<double>(step);
    see(record.begin + static_cast<std::uint64_t>(length));
    if (m_begin == 0) m_begin = record.begin; // the line that tells of the pool is lost
    const bool neverSent = record.kind == TraceRecord::Kind::Sent && (record.flags & TraceRecord::picklingFailed);
    if (neverSent) {
        const std::uint64_t tasks = std::max<std::uint32_t>(1, record.count);
        m_done += tasks;
        m_failed += tasks;
        return;
    }
    const auto [found, isNew] = m_open.try_emplace(keyOf(record));
    Open& open = found->second;
    if (isNew) open.came = m_known++;
    m_inFlight -= open.isUnderWay() ? 1 : 0;
    put(open, record);
    m_inFlight += open.isUnderWay() ? 1 : 0;
    if (record.kind == TraceRecord::Kind::Chunk) open.lane = static_cast<std::uint16_t>(laneOf(pid));
    if (open.hasSent && open.hasChunk && open.hasReceived) {
        complete(open);
        m_open.erase(found);
    } else if (m_open.size() == mostOpenChunks) {
        giveUpOldest();
    }
}

void TracedPool::put(Open& open, const TraceRecord& record)
{
    switch (record.kind) {
    case TraceRecord::Kind::Sent:
        open.sent = record;
        open.hasSent = true;
        break;
    case TraceRecord::Kind::Chunk:
        open.chunk = record;
        open.hasChunk = true;
        break;
    case TraceRecord::Kind::Received:
        open.received = record;
        open.hasReceived = true;
        break;
    }
}

/// Of the older half of what is known in part no more will come: its workers are lost, or its records overwritten.
void TracedPool::giveUpOldest()
{
    std::vector<std::uint64_t> came;
    came.reserve(m_open.size());
    for (const auto& [key, open] : m_open) came.push_back(open.came);
    const auto middle = came.begin() + static_cast<std::ptrdiff_t>(came.size() / 2);
    std::nth_element(came.begin(), middle, came.end());
    std::erase_if(m_open, [&](const auto& each) {
        const Open& open = each.second;
        if (open.came >= *middle) return false;
        m_inFlight -= open.isUnderWay() ? 1 : 0;
        if (open.hasChunk) complete(open); // as at the end
        else ++m_lost;
        return true;
    });
}

Row TracedPool::rowOf(const Open& open, const TracedCall& call) const
{
    Row row;
    row.start = since(open.chunk.begin);
    row.worker = open.lane;
    row.count = std::max<std::uint32_t>(1, std::max(open.chunk.count, open.sent.count));
    row.item = inWord(itemOf(call, open.chunk.job, open.chunk.index));
    row.bytesOut = inWord(std::max(open.chunk.bytes, open.sent.bytes));
    row.bytesBack = inWord(std::max(open.chunk.answer, open.received.bytes));
    const auto& [wait, in, unpickle, compute, pickle, out] = open.chunk.step;
    const double from = static_cast<double>(row.start), until = from + static_cast<double>(wait);
    const double sent = static_cast<double>(since(open.sent.begin));
    const double pickled = sent + static_cast<double>(open.sent.step[0]);
    const double written = pickled + static_cast<double>(open.sent.step[1]);
    if (open.hasSent) {
        row[Step::ParentPickle] = open.sent.step[0];
        row[Step::ParentSend] = open.sent.step[1];
        row.lead = static_cast<float>(from - sent);
        row[Step::WaitPickle] = static_cast<float>(shared(from, until, sent, pickled));
        row[Step::WaitSend] = static_cast<float>(shared(from, until, pickled, written));
    }
    row[Step::Wait] = std::max(0.0F, wait - row[Step::WaitPickle] - row[Step::WaitSend]);
    row[Step::In] = in;
    row[Step::Unpickle] = unpickle;
    row[Step::Compute] = compute;
    row[Step::Pickle] = pickle;
    row[Step::Out] = out;
    row[Step::ParentReceive] = open.received.step[0];
    row[Step::ParentUnpickle] = open.received.step[1];
    const auto flags = static_cast<std::uint8_t>(open.chunk.flags | open.received.flags);
    const bool failed = (flags & (TraceRecord::taskFailed | TraceRecord::picklingFailed)) != 0;
    row.failed = failed ? static_cast<std::uint8_t>(std::min<std::uint32_t>(row.count, 255)) : 0;
    return row;
}

void TracedPool::complete(const Open& open)
{
    TracedCall& call = callOf(open.chunk.job);
    const Row row = rowOf(open, call);
    call.back += row.count;
    const std::uint64_t before = itemOf(call, open.chunk.job, open.chunk.index) - call.firstItem; // row.item may be cut
    grow(call, std::max(call.back, before + row.count)); // more than it was known to have
    count(row, open, call.sized ? WaitCause::Attendant : WaitCause::Input);
    m_batch.rows.push_back(row);
}

/// `why`: of a wait while nothing was done for this worker.
void TracedPool::count(const Row& row, const Open& open, WaitCause why)
{
    Lane& lane = m_lanes[row.worker];
    LaneTotals& totals = lane.totals;
    totals.items += row.count;
    ++totals.chunks;
    for (std::size_t i = 0; i < stepCount; ++i) totals.step[i] = summed(totals.step[i], row.step[i]);
    Nanos& waited = totals.waitCause[static_cast<std::size_t>(why)];
    waited = summed(waited, row[Step::Wait]);
    totals.bytesOut += open.chunk.bytes;
    totals.bytesBack += open.chunk.answer;
    lane.end = std::max(lane.end, endOf(row));
    m_done += row.count;
    ++m_chunks;
    ++m_rows;
    if (row.failed == 0) return;
    m_failed += row.count;
    totals.failed += row.count;
}

} // namespace poolscope
