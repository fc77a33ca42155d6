// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/dispatch/attendant.h"

#include <algorithm>

namespace poolscope {

namespace {

constexpr double aheadTime = 200'000; ///< ns of work that may be queued at a worker
constexpr double longChunk =
    2'000'000; ///< ns: from here on nothing is queued, so that a straggler keeps nothing
constexpr std::size_t aheadChunks = 512;
constexpr std::uint64_t aheadBytes = 65'536;
constexpr std::size_t pulledAtOnce = 32;

} // namespace

void Attendant::fill()
{
    if (!m_worker && m_failedStarts != 0) {
        tellNoWorker(m_startError.text);
        refuseAll();
    }
    bool sentSome = false;
    m_moment = 0;
    while (mayTake() && !m_worker->channel().sending()) {
        pullAhead();
        if (m_pulled.empty() || (m_sent.size() >= 2 && m_sentBytes >= aheadBytes)) {
            break;
        }
        const std::size_t before = m_sent.size();
        give(*m_pulled.call, m_pulled.take());
        if (m_sent.size() != before && !std::exchange(sentSome, true)) {
            flush(); // it may begin while we pickle more
        }
    }
    if (sentSome) {
        flush();
        const auto lane = static_cast<std::size_t>(m_lane);
        m_sent.back().call->telemetry().lane(lane).setInFlight(m_sent.size());
    }
}

/// Gives the worker a chunk, unless nobody wants it any more or it cannot travel.
void Attendant::give(CallState& call, Chunk chunk)
{
    if (call.cancelled()) {
        call.drop(chunk);
        return;
    }
    cutToRest(call, chunk);
    SentChunk sent;
    if (prepare(call, chunk, sent)) {
        m_given += chunk.count;
        send(sent);
    }
}

/// Sees to it that a chunk lies ready to be sent, as long as the worker may have more.
void Attendant::pullAhead()
{
    const std::size_t ahead = chunksAhead();
    if (!m_pulled.empty() || ahead == 0) {
        return;
    }
    m_moment = 0;
    m_lanes.pull(m_lane, std::min(ahead, pulledAtOnce), m_pulled);
    if (m_pulled.empty()) {
        m_hungrySince = m_hungrySince == 0 ? now() : m_hungrySince;
    } else if (m_hungrySince != 0) {
        m_activity.addHungry(std::exchange(m_hungrySince, 0), now());
    }
    if (!m_pulled.empty() && m_pulled.call->id() > m_lastCall) {
        enterCalls(); // it came since
    }
}

/// How many chunks more the worker may be given: one ahead, or 200 µs of measured work, whichever is
/// more; nothing ahead of long chunks.
std::size_t Attendant::chunksAhead() const
{
    if (m_sent.empty()) {
        return 1;
    }
    if (m_chunkTime <= 0 || m_chunkTime > longChunk || m_sent.front().serial == m_standsAt) {
        return 0;
    }
    const auto ahead =
        1 + std::min(aheadChunks,
                     std::max<std::size_t>(1, static_cast<std::size_t>(aheadTime / m_chunkTime)));
    return ahead > m_sent.size() ? ahead - m_sent.size() : 0;
}

/// The worker stands at a chunk for longer than was to be expected, and others have nothing to do: what
/// lies ready behind that chunk is theirs.
void Attendant::shareOut()
{
    giveBackPulled();
    const SentChunk front = m_sent.front();
    const auto begun = m_worker->takeBack(front.serial, m_serial);
    while (begun && static_cast<std::int32_t>(m_sent.back().serial - *begun) > 0) {
        const SentChunk last = m_sent.popBack();
        m_sentBytes -= last.bytes;
        m_given -= last.chunk.count;
        last.call->putBack(last.chunk);
    }
    m_standsAt = front.serial;
    front.call->telemetry().lane(static_cast<std::size_t>(m_lane)).setInFlight(m_sent.size());
}

/// No worker can be started, here or in any other lane: tasks fail with the reason rather than wait for
/// ever.
void Attendant::refuseAll()
{
    if (!givenUp() || !m_lanes.giveUp(m_lane)) {
        return;
    }
    for (m_lanes.pull(m_lane, 1, m_pulled); !m_pulled.empty(); m_lanes.pull(m_lane, 1, m_pulled)) {
        m_pulled.call->fail(m_pulled.take(), m_startError, m_lane, 0);
    }
    m_failedStarts = m_lanes.busy() ? m_failedStarts : 0;
}

bool Attendant::prepare(CallState& call, Chunk& chunk, SentChunk& sent)
{
    m_out.clear();
    m_beside = 0;
    sent.pickleBegan = moment();
    const Work& work = call.work();
    const bool written = m_tasks.write(call.id(), chunk.number, *work.callable, work.registry,
                                       chunk.items(), chunk.offset(), chunk.count, m_out);
    if (!written && !prepareByValues(call, chunk)) {
        return false;
    }
    sent.pickled = now();
    sent.beside = m_beside;
    const std::size_t bytes = m_out.size() + m_beside;
    sent.bytes = static_cast<std::uint32_t>(std::min<std::size_t>(bytes, ~std::uint32_t{0}));
    sent.serial = ++m_serial;
    sent.call = &call;
    sent.chunk = chunk;
    return true;
}

/// What the fast way does not know, or what is wrong: as Values, which can say so.
bool Attendant::prepareByValues(CallState& call, Chunk& chunk)
{
    m_document.clear();
    const Work& work = call.work();
    auto function = work.callable->reduce(m_document, work.registry);
    if (!function) {
        Error error = function.error();
        error.path = functionPath + error.path;
        call.fail(chunk, std::move(error), m_lane, pid());
        return false;
    }
    std::vector<Value> items;
    if (!reduceItems(call, chunk, items)) {
        return false;
    }
    const Value message = taskMessage(m_document, call.id(), chunk.number, *function, items);
    if (auto written = writeMessage(m_writer, message, m_out, placeBeside()); !written) {
        call.fail(chunk, written.error(), m_lane, pid());
        return false;
    }
    return true;
}

/// Large bytes are copied once, to where the worker looks at them.
PlaceBuffers Attendant::placeBeside()
{
    PlaceBuffers place = placeBuffersOn(m_worker->channel(), m_options.programOf(m_lane).options);
    return !place ? place : [this, place](std::span<const std::string_view> buffers) {
        const bool placed = place(buffers);
        for (std::size_t i = 0; placed && i < buffers.size(); ++i) {
            m_beside += buffers[i].size();
        }
        return placed;
    };
}

/// An argument that cannot be pickled is its own task's failure: those before it are sent, those
/// behind it go back to the call. False when nothing is left to send.
bool Attendant::reduceItems(CallState& call, Chunk& chunk, std::vector<Value>& items)
{
    const Registry& registry = call.work().registry;
    items.reserve(chunk.count);
    for (std::uint32_t i = 0; i < chunk.count; ++i) {
        auto value = chunk.items().reduce(chunk.offset() + i, m_document, registry);
        if (value) {
            items.push_back(*value);
            continue;
        }
        Error error = value.error();
        error.path = std::string(itemsPath) + "[" + std::to_string(i) + "]" + error.path;
        const std::uint32_t behind = chunk.count - i - 1;
        call.split(1 + (i != 0 ? 1u : 0u) + (behind != 0 ? 1u : 0u));
        if (behind != 0) {
            call.putBack(chunk.part(i + 1, behind));
        }
        call.fail(chunk.part(i, 1), std::move(error), m_lane, pid());
        chunk = chunk.part(0, i);
        break;
    }
    return chunk.count != 0;
}

/// A worker that is gone cannot be sent to; it is not given up here, because its last answers are read
/// first (receive), or the ledger would blame the wrong task.
void Attendant::send(SentChunk sent)
{
    FrameHead head;
    head.kind = FrameKind::Task;
    head.serial = sent.serial;
    head.payloadSize = m_out.size();
    const Nanos began = sent.pickled;
    m_worker->channel().send(head, {}, m_out.view());
    const Nanos ended = m_moment = now();
    sent.sendTook = ended - began;
    m_activity.add(Step::ParentPickle, sent.pickleBegan, sent.pickled);
    m_activity.add(Step::ParentSend, began, ended);
    sent.call->keep(Way::Out, sent.chunk, m_lane, m_out.view());
    m_sentBytes += sent.bytes;
    m_sent.push(sent);
}

void Attendant::flush()
{
    const Nanos began = now();
    m_worker->channel().flush();
    const Nanos ended = m_moment = now();
    m_activity.add(Step::ParentSend, began, ended);
    if (!m_sent.empty()) {
        m_sent.back().sendTook += ended - began;
    }
}

} // namespace poolscope
