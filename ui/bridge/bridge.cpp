// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/bridge.h"

#include "ui/bridge/engine.h"
#include "ui/bridge/feed_watch.h"

#include <QMetaObject>
#include <QThreadPool>

#include <utility>

namespace poolscope {

namespace {

/// A tick of a run that stands so, of which so much was kept up to the moment of `totals`.
std::shared_ptr<RunTick> tickOf(Engine::Look look, const RunTotals& totals, KeptBatch&& fresh,
                                bool last)
{
    if (!last && look.stage > RunStage::Running) {
        // the workers are still being ended
        look.stage = look.call ? RunStage::Running : RunStage::Measuring;
    }
    auto tick = std::make_shared<RunTick>();
    tick->fresh = std::move(fresh);
    if (look.call) {
        tick->totals = totals;
        tick->payloads = look.call->payloads();
    }
    tick->last = last;
    tick->stage = look.stage;
    tick->plan = std::move(look.plan);
    const LatencyCounts latencies = last ? tick->fresh.rows->notes.latencies() : LatencyCounts();
    tick->summary = summarise(tick->plan, tick->totals, look.probe, latencies);
    tick->freshValues = std::move(look.values);
    tick->reduction = std::move(look.reduction);
    tick->probe = std::move(look.probe);
    tick->digest = std::move(look.digest);
    tick->error = std::move(look.error);
    tick->weights = std::move(look.weights);
    tick->checkedIn = look.checkedIn;
    return tick;
}

} // namespace

struct RunBridge::State {
    State(RunBridge& owner, const Catalogue& known, std::shared_ptr<LaneStarter> starter)
        : bridge(owner), catalogue(known), threads(std::move(starter))
    {
        pool.setMaxThreadCount(2);
    }

    FeedWatch::Sides sides(std::shared_ptr<Engine> of);
    void show(const std::shared_ptr<RunTick>& tick);

    RunBridge& bridge;
    const Catalogue& catalogue;
    std::shared_ptr<LaneStarter> threads;
    QThreadPool pool; // one thread is the engine's, one the watch's
    int tickMs = usualTick;
    std::shared_ptr<Engine> engine; // both while a run is under way
    std::shared_ptr<FeedWatch> watch;
};

RunBridge::RunBridge(const Catalogue& catalogue, std::shared_ptr<LaneStarter> threads,
                     QObject* parent)
    : QObject(parent), m_state(std::make_unique<State>(*this, catalogue, std::move(threads)))
{}

RunBridge::~RunBridge()
{
    stop();
    m_state->pool.waitForDone();
}

Result<void> RunBridge::check(const RunRequest& request) const
{
    const Job* job = m_state->catalogue.job(request.job);
    if (job == nullptr) {
        return Error{"ValueError", "there is no job named " + request.job, "job"};
    }
    PoolOptions options = poolOptionsOf(request, m_state->threads);
    options.python.interpreter = "python3"; // which one is found out when it is started
    if (auto checked = options.check(); !checked) return checked;
    if (request.chunksize && *request.chunksize < 1) {
        return Error{"ValueError", "a chunk has at least 1 item", "chunksize"};
    }
    if (auto arguments = job->parse(request.parameters); !arguments) return arguments.error();
    return {};
}

void RunBridge::start(const RunRequest& request)
{
    Q_ASSERT(!running());
    const auto engine = std::make_shared<Engine>(m_state->catalogue, m_state->threads, request);
    const auto watch = std::make_shared<FeedWatch>(m_state->sides(engine), m_state->tickMs);
    m_state->engine = engine;
    m_state->watch = watch;
    emit ticked(tickOf(engine->look(), {}, {std::make_shared<KeptRows>(), {}, {}}, false));
    m_state->pool.start([watch] { watch->run(); });
    m_state->pool.start([engine, watch] {
        engine->run();
        watch->end();
    });
}

void RunBridge::stop()
{
    if (m_state->engine) {
        m_state->engine->cancel();
    }
}

void RunBridge::setTick(int milliseconds)
{
    m_state->tickMs = milliseconds;
    if (m_state->watch) m_state->watch->setTick(milliseconds);
}

bool RunBridge::running() const { return m_state->engine != nullptr; }

/// Totals are those of the moment at which the feed begins to be drained: a machine that is busy may take
/// long over it, and rows that came meanwhile would be missing at the end of a later picture.
FeedWatch::Sides RunBridge::State::sides(std::shared_ptr<Engine> of)
{
    const auto totals = std::make_shared<RunTotals>();
    const auto drain = [of, totals](FeedBatch& batch) {
        const auto call = of->call();
        if (!call) return;
        *totals = call->totals();
        call->drain(batch);
    };
    const auto tell = [this, of, totals](KeptBatch&& fresh, bool last) {
        if (const auto call = of->call(); call && totals->lane.empty())
            *totals = call->totals(); // it began just now
        QMetaObject::invokeMethod(
            &bridge,
            [this, tick = tickOf(of->look(), *totals, std::move(fresh), last)] { show(tick); },
            Qt::QueuedConnection);
    };
    return {drain, tell};
}

/// No other tick is told before this one was shown: what is kept meanwhile comes with the next.
void RunBridge::State::show(const std::shared_ptr<RunTick>& tick)
{
    emit bridge.ticked(tick);
    if (tick->last) {
        engine.reset();
        watch.reset();
        emit bridge.ended();
    } else {
        watch->taken();
    }
}

} // namespace poolscope
