// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/dispatch/attendant.h"

#include <algorithm>
#include <cstring>
#include <functional>

namespace poolscope {

namespace {

constexpr double smoothing = 0.2;
constexpr std::uint32_t answeredAtOnce = 256; ///< chunks

std::size_t at(Step step) { return static_cast<std::size_t>(step); }

/// The steps that a worker noted, from moments that follow each other. A worker that lies gives no
/// negative times.
void addWorkerSteps(std::array<Nanos, stepCount>& steps, const AnswerRecord& answer)
{
    const auto between = [](Nanos begin, Nanos end) { return std::max<Nanos>(0, end - begin); };
    steps[at(Step::In)] = between(answer.readBegan, answer.read);
    steps[at(Step::Unpickle)] = between(answer.read, answer.unpickled);
    steps[at(Step::Compute)] = between(answer.unpickled, answer.computed);
    steps[at(Step::Pickle)] = between(answer.computed, answer.pickled);
}

/// When the worker began to wait for its first chunk, as its Ready frame says.
Nanos readyMoment(const Frame& frame, Nanos otherwise)
{
    Nanos moment = otherwise;
    if (frame.record().size() == sizeof moment) {
        std::memcpy(&moment, frame.record().data(), sizeof moment);
    }
    return moment;
}

std::uint32_t bytes32(std::size_t size)
{
    return static_cast<std::uint32_t>(std::min<std::size_t>(size, ~std::uint32_t{0}));
}

} // namespace

void Attendant::receive()
{
    m_moment = 0;
    while (m_worker && !m_gone) {
        const Nanos began = moment();
        const Progress progress = m_worker->channel().receive(m_frame);
        if (progress != Progress::Done) {
            m_gone = progress == Progress::Closed;
            break;
        }
        m_moment = now();
        m_patience = 0;
        m_activity.add(Step::ParentReceive, began, m_moment);
        accept(began, m_moment);
    }
    m_moment = 0;
    completeAnswered();
}

/// Tells the call of the chunks that were answered: of many at once where many are small.
void Attendant::completeAnswered()
{
    if (!m_answeredCall) {
        return;
    }
    LaneRecorder& lane = m_answeredCall->telemetry().lane(static_cast<std::size_t>(m_lane));
    lane.setInFlight(m_sent.size());
    lane.release(); // before the call may end
    if (!m_answeredCall->cancelled()) {
        m_answeredCall->complete(m_answered, m_lane, pid());
    } else { // the worker may have left them half-way
        for (const CallState::Answered& each : m_answered) {
            m_answeredCall->drop(each.chunk, each.chunks);
        }
    }
    m_answered.clear();
    m_answeredChunks = 0;
    m_answeredCall = nullptr;
}

/// Chunks of this call are going to be recorded.
void Attendant::beginAnswered(CallState& call)
{
    if (m_answeredCall != &call || m_answeredChunks >= answeredAtOnce) {
        completeAnswered();
        m_answeredCall = &call;
        call.telemetry().lane(static_cast<std::size_t>(m_lane)).hold();
    }
}

void Attendant::accept(Nanos began, Nanos received)
{
    if (m_frame.head.kind == FrameKind::Ready && !m_ready && !initializing()) {
        greet(std::clamp(readyMoment(m_frame, received), m_startedAt, received));
        return;
    }
    if (initializing()) {
        initializerAnswered();
        return;
    }
    const bool expected = m_frame.head.kind == FrameKind::Result && !m_sent.empty() &&
                          m_frame.head.serial == m_sent.front().serial;
    if (!expected) {
        distrust("It answered what it was not asked."); // it is ended, and the ledger decides
        return;
    }
    answered(began, received);
}

bool Attendant::readRecord(AnswerRecord& record) const
{
    if (m_frame.record().size() != sizeof record) {
        return false;
    }
    std::memcpy(&record, m_frame.record().data(), sizeof record);
    return true;
}

Result<ChunkAnswer> Attendant::readAnswerTo(const SentChunk& sent)
{
    const Work& work = sent.call->work();
    return m_answers.read(m_frame.bytes, m_frame.head.skip(),
                          {sent.call->id(), sent.chunk.number, sent.chunk.count}, *work.callable,
                          work.registry, std::move(m_frame.beside));
}

void Attendant::answered(Nanos began, Nanos received)
{
    AnswerRecord noted;
    if (!readRecord(noted)) {
        distrust("Its answer does not say what it took.");
        return;
    }
    ++m_served;
    SentChunk sent = m_sent.pop();
    m_sentBytes -= sent.bytes;
    m_received = received;
    Row row;
    row.bytesBack = bytes32(m_frame.payload().size() + m_frame.beside.size());
    sent.beside += m_frame.beside.size();
    if (m_sent.empty()) {
        fill(); // the worker gets its next chunk before we look at what it made of the last
    }
    sent.call->keep(Way::Back, sent.chunk, m_lane, m_frame.payload());
    const Nanos unpickleBegan = moment();
    auto answer = readAnswerTo(sent);
    const Nanos unpickled = m_moment = now();
    m_activity.add(Step::ParentUnpickle, unpickleBegan, unpickled);
    if (!answer) {
        redo(sent, answer.error());
        return;
    }
    noteMemory(*answer);
    std::array<Nanos, stepCount> steps{};
    steps[at(Step::ParentReceive)] = received - began;
    steps[at(Step::ParentUnpickle)] = unpickled - unpickleBegan;
    beginAnswered(*sent.call);
    const Nanos cost = (noted.pickled - noted.readBegan) + (received - began) +
                       (unpickled - unpickleBegan) + sent.sendTook + sent.pickled -
                       sent.pickleBegan;
    record(sent, noted, steps, row, answer->failedTasks());
    keepAnswered(*sent.call, {sent.chunk, std::move(*answer), std::max<Nanos>(1, cost)});
}

void Attendant::keepAnswered(const CallState& call, CallState::Answered answered)
{
    ++m_answeredChunks;
    if (m_answered.empty() || !call.join(m_answered.back(), answered)) {
        m_answered.push_back(std::move(answered));
    }
}

/// The write of an answer ends after its record has left: it is guessed from the one before, and put
/// right when the next record says. Returns what the guess fell short by.
Nanos Attendant::correctLastWrite(CallState& call, const AnswerRecord& answer,
                                  std::uint32_t bytesBack)
{
    Nanos rest = 0;
    const bool sameCall = std::exchange(m_lastWritten, call.id()) == call.id();
    if (m_lastPickled != 0 && sameCall) {
        const Nanos wrote = answer.waitBegan - m_lastPickled;
        rest = wrote - m_outGuess;
        call.telemetry().lane(static_cast<std::size_t>(m_lane)).add(Step::Out, rest);
        m_outPerByte = static_cast<double>(wrote) / (m_lastBytes + 1.0);
    }
    m_lastPickled = answer.pickled;
    m_lastBytes = bytesBack;
    const auto guess = static_cast<Nanos>(m_outPerByte * (bytesBack + 1.0));
    m_outGuess = std::clamp<Nanos>(guess, 0, std::max<Nanos>(0, m_received - answer.pickled));
    const double busy = static_cast<double>(answer.pickled - answer.readBegan);
    m_chunkTime = m_chunkTime == 0 ? busy : m_chunkTime + smoothing * (busy - m_chunkTime);
    return std::max<Nanos>(0, rest);
}

/// One row, and the exact times for the counters.
void Attendant::record(const SentChunk& sent, const AnswerRecord& answer,
                       std::array<Nanos, stepCount> steps, Row row, std::uint32_t failed)
{
    LaneRecorder& lane = sent.call->telemetry().lane(static_cast<std::size_t>(m_lane));
    const Nanos begin = sent.call->telemetry().begin();
    const Nanos stillWriting = correctLastWrite(*sent.call, answer, row.bytesBack);
    const Nanos laneEnd = begin + lane.accountedUntil();
    const Nanos waitBegan = std::max(answer.waitBegan, begin);
    if (waitBegan > laneEnd) {
        lane.addWait(WaitCause::NothingLeft, waitBegan - laneEnd); // served another call meanwhile
    }
    const WaitCut wait = m_activity.cut(waitBegan, std::max(waitBegan, answer.readBegan));
    std::transform(steps.begin(), steps.end(), wait.step.begin(), steps.begin(), std::plus<>());
    addWorkerSteps(steps, answer);
    steps[at(Step::Out)] = m_outGuess;
    steps[at(Step::ParentPickle)] = sent.pickled - sent.pickleBegan;
    steps[at(Step::ParentSend)] = sent.sendTook;
    std::transform(steps.begin(), steps.end(), row.step.begin(),
                   [](Nanos nanos) { return static_cast<float>(nanos); });
    // What was left of the last write belongs to no row any more: this one shows it as the transfer
    // that it was, so that a lane has no gap.
    row.start = std::max<Nanos>(0, waitBegan - begin - stillWriting);
    row[Step::WaitReceive] += static_cast<float>(waitBegan - begin - row.start);
    row.lead = static_cast<float>(row.start + begin - sent.pickleBegan);
    row.item = static_cast<std::uint32_t>(sent.chunk.first);
    row.count = sent.chunk.count;
    row.bytesOut = sent.bytes;
    row.worker = static_cast<std::uint16_t>(m_lane);
    row.attempt = sent.chunk.attempt;
    row.failed = static_cast<std::uint8_t>(std::min<std::uint32_t>(failed, 255));
    lane.record(row, steps, wait.cause, failed);
    if (sent.beside != 0) {
        lane.addOutOfBand(sent.beside);
    }
}

/// The answer cannot be read: the tasks are run again one by one, so that only the one whose result
/// cannot be rebuilt fails.
void Attendant::redo(const SentChunk& sent, const Error& error)
{
    if (sent.chunk.count == 1) {
        sent.call->fail(sent.chunk, error, m_lane, pid());
        return;
    }
    sent.call->split(sent.chunk.count);
    sent.call->telemetry().countRetried(sent.chunk.count);
    for (std::uint32_t i = sent.chunk.count; i-- > 0;) {
        Chunk one = sent.chunk.part(i, 1);
        ++one.attempt;
        sent.call->putBack(std::move(one));
    }
}

} // namespace poolscope
