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

    void run()
    {
        while (!m_lanes.closed()) {
            enterCalls();
            auto pulled = m_lanes.pull(m_lane);
            if (pulled) {
                runChunk(*pulled);
                continue;
            }
            pollfd bell{m_lanes.bell(m_lane), POLLIN, 0};
            ::poll(&bell, 1, -1);
            m_lanes.silence(m_lane);
        }
    }

private:
    void enterCalls()
    {
        for (const auto& call : m_lanes.callsAfter(m_lastCall)) {
            m_lastCall = call->id();
            LaneRecorder& lane = call->telemetry().lane(static_cast<std::size_t>(m_lane));
            const Nanos at = std::max(call->telemetry().begin(), m_began);
            lane.started(at, ::getpid(), m_page);
            lane.ready(at);
        }
    }

    void runChunk(Pulled& pulled)
    {
        const Chunk& chunk = pulled.chunk;
        const Nanos began = now();
        m_page->finished = 0;
        m_page->computeBegan = began;
        m_page->chunk = ++m_serial;
        const Work& work = pulled.call->work();
        auto answer = runLocally(*work.callable, *chunk.items, chunk.offset, chunk.count,
                                 work.registry, *m_page, pulled.call->cancelled());
        m_page->chunk = StatusPage::idle;
        m_page->computeBegan = 0;
        if (!answer) {
            pulled.call->drop();
            return;
        }
        record(*pulled.call, chunk, began, now(), *answer);
        pulled.call->complete(chunk, std::move(*answer), m_lane, ::getpid());
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
    std::shared_ptr<StatusPage> m_page;
    std::uint64_t m_lastCall = 0;
    std::uint64_t m_serial = 0;
};

} // namespace

void runLocalLane(Lanes& lanes, int lane)
{
    becomeWorker(lane);
    LocalLane(lanes, lane).run();
}

} // namespace poolscope
