// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/trace_bridge.h"

#include "core/trace/trace.h"

#include <QMetaObject>
#include <QPointer>
#include <QThreadPool>

#include <atomic>
#include <optional>
#include <utility>

namespace poolscope {

namespace {

constexpr int traceTick = 33; // ms

/// One pool, as far as it was followed.
struct FollowedPool {
    TracedPool* pool = nullptr;
    RowKeeper keeper;
    std::vector<LaneEvent> events;
    std::vector<Failure> failures;
    RunTotals totals;
    std::size_t refusals = 0; ///< that were told

    bool any() const { return totals.chunks > 0 || totals.failed > 0; }

    void follow()
    {
        FeedBatch batch;
        totals = pool->totals(now());
        pool->drain(batch);
        keeper.growTo(totals.lane.size());
        keeper.take(batch.rows);
        events.insert(events.end(), batch.events.begin(), batch.events.end());
        std::move(batch.failures.begin(), batch.failures.end(), std::back_inserter(failures));
    }
    TraceTick::Pool tick(std::size_t number)
    {
        TraceTick::Pool told;
        told.number = number;
        told.plan = planOf(*pool, totals);
        told.totals = totals;
        told.fresh = {keeper.kept(), std::exchange(events, {}), std::exchange(failures, {})};
        const LatencyCounts latencies = totals.finished ? told.fresh.rows->notes.latencies() : LatencyCounts();
        told.summary = summarise(told.plan, totals, {}, latencies);
        return told;
    }
};

} // namespace

/// Lives on a thread of its own until the program is over, or nobody follows it any more.
class TraceBridge::Follower final {
public:
    Follower(TraceFolder folder, TracedProgram program)
        : m_folder(std::move(folder)), m_program(std::move(program)), m_reader(m_folder.path())
    {}

    void run(const QPointer<TraceBridge>& bridge)
    {
        for (std::optional<int> code; !code && !m_left;) {
            code = m_program.waitFor(traceTick);
            code ? m_reader.finish() : m_reader.read();
            follow();
            if (code || m_taken.exchange(false)) tell(bridge, code);
        }
    }
    void taken() { m_taken = true; }
    void leave() { m_left = true; }
    void interrupt() const { m_program.interrupt(); }

private:
    void follow()
    {
        for (std::size_t i = m_pools.size(); i < m_reader.pools().size(); ++i) {
            m_pools.push_back({m_reader.pools()[i].get(), RowKeeper(), {}, {}, {}, 0});
        }
        for (FollowedPool& pool : m_pools) pool.follow();
    }
    void tell(const QPointer<TraceBridge>& bridge, const std::optional<int>& code)
    {
        auto tick = std::make_shared<TraceTick>();
        tick->last = code.has_value();
        tick->exitCode = code.value_or(0);
        tick->told = m_watch.look(m_reader.pools(), tick->last);
        for (FollowedPool& pool : m_pools) {
            if (pool.any()) tick->pools.push_back(pool.tick(tick->pools.size()));
            const auto& refusals = pool.pool->refusals();
            for (; pool.refusals < refusals.size(); ++pool.refusals) tick->told.push_back(refusalText(refusals[pool.refusals]));
        }
        const auto show = [bridge, tick] {
            if (bridge) bridge->show(tick);
        };
        if (bridge) QMetaObject::invokeMethod(bridge.data(), show, Qt::QueuedConnection);
    }

    TraceFolder m_folder;
    TracedProgram m_program;
    TraceReader m_reader;
    DeathWatch m_watch;
    std::vector<FollowedPool> m_pools;
    std::atomic<bool> m_taken = true, m_left = false;
};

TraceBridge::TraceBridge(QObject* parent) : QObject(parent) {}

TraceBridge::~TraceBridge()
{
    if (m_follower) m_follower->leave();
}

Result<void> TraceBridge::start(const std::vector<std::string>& command)
{
    if (pythonFolder().empty()) {
        return Error{"OSError", "the tracer's Python package is not beside this program: it was not installed whole.", {}};
    }
    auto folder = TraceFolder::make();
    if (!folder) return folder.error();
    auto program = TracedProgram::start(command, folder->path(), true, TracedProgram::Stands::Beside);
    if (!program) return program.error();
    m_follower = std::make_shared<Follower>(std::move(*folder), std::move(*program));
    QThreadPool::globalInstance()->start([follower = m_follower, bridge = QPointer<TraceBridge>(this)] { follower->run(bridge); });
    return {};
}

void TraceBridge::interrupt()
{
    if (m_follower) m_follower->interrupt();
}

bool TraceBridge::running() const { return m_follower != nullptr; }

void TraceBridge::show(const std::shared_ptr<TraceTick>& tick)
{
    if (tick->last) m_follower.reset();
    else m_follower->taken();
    emit ticked(tick);
}

} // namespace poolscope
