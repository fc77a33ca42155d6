// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/dispatch/local_lane.h"

#include <algorithm>
#include <poll.h>
#include <unistd.h>

namespace poolscope {

namespace {

class LocalLane final {
public:
    LocalLane(Lanes& lanes, int lane)
        : m_lanes(lanes), m_lane(lane), m_page(std::make_shared<StatusPage>())
    {}

    void run(const Initializer& initializer)
    {
        const std::optional<Error> refused = initialize(initializer);
        m_readyAt = now();
        const bool idle = refused && !m_lanes.giveUp(m_lane); // another lane may do better
        while (!m_lanes.closed()) {
            enterCalls();
            if (!idle) {
                m_lanes.pull(m_lane, 1, m_pulled);
            }
            if (!m_pulled.empty()) {
                const auto call = std::exchange(m_pulled.call, nullptr);
                const Chunk chunk = m_pulled.take();
                if (refused) {
                    call->fail(chunk, *refused, m_lane, ::getpid());
                } else {
                    runChunk(*call, chunk);
                }
                continue;
            }
            pollfd bell{m_lanes.bell(m_lane), POLLIN, 0};
            ::poll(&bell, 1, -1);
            m_lanes.silence(m_lane);
        }
    }

private:
    std::optional<Error> initialize(const Initializer& initializer)
    {
        if (!initializer) {
            return {};
        }
        const std::atomic<bool> never{false};
        auto answer = runLocally(*initializer.callable, *initializer.argument, 0, 1,
                                 initializer.registry, *m_page, never);
        if (!answer || answer->errors.empty() || !answer->errors[0]) {
            return {};
        }
        answer->errors[0]->path = "initializer" + answer->errors[0]->path;
        return answer->errors[0];
    }

    void enterCalls()
    {
        for (const auto& call : m_lanes.callsAfter(m_lastCall)) {
            m_lastCall = call->id();
            LaneRecorder& lane = call->telemetry().lane(static_cast<std::size_t>(m_lane));
            const Nanos begin = call->telemetry().begin();
            lane.started(std::max(begin, m_began), ::getpid(), m_page);
            lane.ready(std::max(begin, m_readyAt));
        }
    }

    void runChunk(CallState& call, const Chunk& chunk)
    {
        const Nanos began = now();
        m_page->finished = 0;
        m_page->computeBegan = began;
        m_page->chunk = ++m_serial;
        const Work& work = call.work();
        auto answer = runLocally(*work.callable, chunk.items(), chunk.offset(), chunk.count,
                                 work.registry, *m_page, call.cancelled());
        m_page->chunk = StatusPage::idle;
        m_page->computeBegan = 0;
        if (!answer) {
            call.drop(chunk);
            return;
        }
        const Nanos ended = now();
        record(call, chunk, began, ended, *answer);
        CallState::Answered answered{chunk, std::move(*answer), ended - began};
        call.complete({&answered, 1}, m_lane, ::getpid());
    }

    void record(CallState& call, const Chunk& chunk, Nanos began, Nanos ended,
                const ChunkAnswer& answer)
    {
        LaneRecorder& lane = call.telemetry().lane(static_cast<std::size_t>(m_lane));
        const Nanos begin = call.telemetry().begin();
        std::array<Nanos, stepCount> steps{};
        Row row;
        row.start = std::min(lane.accountedUntil(), began - begin);
        steps[static_cast<std::size_t>(Step::Wait)] = began - begin - row.start;
        steps[static_cast<std::size_t>(Step::Compute)] = ended - began;
        row.item = static_cast<std::uint32_t>(chunk.first);
        row.count = chunk.count;
        row.worker = static_cast<std::uint16_t>(m_lane);
        row.attempt = chunk.attempt;
        const std::uint32_t failed = answer.failedTasks();
        row.failed = static_cast<std::uint8_t>(std::min<std::uint32_t>(failed, 255));
        std::transform(steps.begin(), steps.end(), row.step.begin(),
                       [](Nanos nanos) { return static_cast<float>(nanos); });
        lane.record(row, steps, WaitCause::Input, failed);
    }

    Lanes& m_lanes;
    const int m_lane;
    const Nanos m_began = now();
    Nanos m_readyAt = m_began;
    std::shared_ptr<StatusPage> m_page;
    std::uint64_t m_lastCall = 0;
    std::uint64_t m_serial = 0;
    Pulled m_pulled;
};

} // namespace

void runLocalLane(Lanes& lanes, int lane, const Initializer& initializer)
{
    becomeWorker(lane);
    LocalLane(lanes, lane).run(initializer);
}

} // namespace poolscope
