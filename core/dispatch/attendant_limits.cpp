// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/dispatch/attendant.h"

#include <algorithm>
#include <cstring>

namespace poolscope {

namespace {

constexpr int startsTried = 3;
constexpr Nanos longestStart = 10'000'000'000; ///< ns, where tasks have a limit of their own

constexpr std::uint64_t mebibyte = 1 << 20;

/// Where allocations begin to fail: past the limit by a quarter, but by 64 to 128 MiB, so that a
/// task which is only the last of many to grow is replaced before it is stopped.
std::uint64_t hardLimit(std::uint64_t memory)
{
    return memory + std::clamp(memory / 4, 64 * mebibyte, 128 * mebibyte);
}

} // namespace

/// It has said that it is ready: to run the initializer, where there is one.
void Attendant::greet(Nanos readyAt)
{
    m_worker->expect(m_serial);
    if (m_options.limits.memory != 0) {
        m_worker->process().limitMemory(hardLimit(m_options.limits.memory));
    }
    if (!m_options.limits.initializer) {
        becomeReady(readyAt);
    } else if (auto sent = sendInitializer(); !sent) {
        giveUpStarting(sent.error());
    }
}

void Attendant::becomeReady(Nanos at)
{
    m_ready = true;
    m_readyAt = at;
    m_lastPickled = m_outGuess = 0;
    for (const auto& call : m_calls) {
        call->telemetry().lane(static_cast<std::size_t>(m_lane)).ready(at);
    }
    tellNoWorker({});
}

/// As the one task of a chunk that no call knows of.
Result<void> Attendant::sendInitializer()
{
    const Initializer& initializer = m_options.limits.initializer;
    m_document.clear();
    m_out.clear();
    auto function = initializer.callable->reduce(m_document, initializer.registry);
    if (!function) return function.error();
    const auto argument = initializer.argument->reduce(0, m_document, initializer.registry);
    if (!argument) return argument.error();
    const Value message = taskMessage(m_document, 0, 0, *function, std::array{*argument});
    if (auto written = m_writer.write(message, m_out); !written) return written;
    FrameHead head;
    head.kind = FrameKind::Task;
    head.serial = m_initializer = ++m_serial;
    head.payloadSize = m_out.size();
    m_worker->channel().send(head, {}, m_out.view());
    flush();
    return {};
}

void Attendant::initializerAnswered()
{
    AnswerRecord noted;
    if (m_frame.head.kind != FrameKind::Result || m_frame.head.serial != m_initializer ||
        !readRecord(noted)) {
        distrust("It did not answer its initializer.");
        return;
    }
    m_initializer = 0;
    const auto answer =
        readAnswer(std::exchange(m_frame.bytes, Buffer()), m_frame.head.skip(), AnswerTo{0, 0, 1});
    if (!answer) {
        giveUpStarting(answer.error());
    } else if (!answer->errors.empty() && answer->errors[0]) {
        giveUpStarting(*answer->errors[0]);
    } else {
        becomeReady(std::clamp(noted.pickled, m_startedAt, now()));
    }
}

/// Another worker would fare no better: this lane takes nothing until there is another call.
void Attendant::giveUpStarting(Error why)
{
    why.path = "initializer" + why.path;
    m_startError = std::move(why);
    m_failedStarts = startsTried + m_options.limits.retries;
    m_refused = true;
}

/// A call goes on without this lane's worker, but who reads its summary is to know.
void Attendant::tellNoWorker(const std::string& why)
{
    for (const auto& call : m_calls) {
        call->telemetry().noWorker(static_cast<std::size_t>(m_lane), why);
    }
}

bool Attendant::givenUp() const { return m_failedStarts >= startsTried + m_options.limits.retries; }

/// Looks where the worker stands: m_overdue when it has stood there for too long.
void Attendant::watch()
{
    const Nanos limit = m_options.limits.taskTimeout;
    if (limit == 0 || !works()) {
        m_clock.rest();
        return;
    }
    if (!m_ready && !initializing()) {
        m_overdue = now() - m_startedAt > std::max(limit, longestStart);
        return;
    }
    const Stand stand = initializing() ? standOf(m_worker->page(), m_initializer, 1)
                                       : standOf(m_worker->page(), m_sent.front().serial,
                                                 m_sent.front().chunk.count);
    m_overdue = m_clock.overdue(stand, now());
}

int Attendant::pause() const
{
    return m_options.limits.taskTimeout != 0 && works() ? m_clock.pause() : -1;
}

/// It gets nothing more, and is replaced when what it has is answered.
bool Attendant::spent() const
{
    const std::uint64_t most = m_options.limits.maxTasksPerChild;
    return m_outgrown || (most != 0 && m_given >= most);
}

/// No worker gets more tasks than it may run: what is too much of a chunk goes back.
void Attendant::cutToRest(CallState& call, Chunk& chunk)
{
    const std::uint64_t most = m_options.limits.maxTasksPerChild;
    if (most == 0 || chunk.count <= most - m_given) {
        return;
    }
    const auto rest = static_cast<std::uint32_t>(most - m_given);
    call.split(2);
    call.putBack(chunk.part(rest, chunk.count - rest));
    chunk = chunk.part(0, rest);
}

/// A task that ran out of memory is told how much it had; its worker is replaced, as is one that
/// holds too much after a chunk.
void Attendant::noteMemory(ChunkAnswer& answer)
{
    const std::uint64_t limit = m_options.limits.memory;
    if (limit == 0) {
        return;
    }
    for (auto& error : answer.errors) {
        if (error && error->kind == memoryError) {
            error->text += " The limit of its worker's memory is " +
                           std::to_string(limit / mebibyte) + " MiB.";
            m_outgrown = true;
        }
    }
    m_outgrown = m_outgrown || m_worker->process().resident() > limit;
}

/// What it says cannot be: it is ended, and the ledger decides.
void Attendant::distrust(std::string why)
{
    m_gone = true;
    m_fault = std::move(why);
}

} // namespace poolscope
