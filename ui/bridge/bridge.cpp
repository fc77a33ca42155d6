// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/bridge.h"

#include "ui/bridge/engine.h"

#include <QFutureWatcher>
#include <QThreadPool>
#include <QTimer>
#include <QtConcurrent>

#include <utility>

namespace poolscope {

namespace {

constexpr std::size_t keptLatencies = 1'000'000; // as many as rows are kept

} // namespace

struct RunBridge::State {
    State(RunBridge& owner, const Catalogue& known, std::shared_ptr<LaneStarter> starter)
        : bridge(owner), catalogue(known), threads(std::move(starter))
    {
        pool.setMaxThreadCount(1);
        keeping.setMaxThreadCount(1);
        timer.setInterval(usualTick);
    }

    void look(bool last);
    void tell();
    std::shared_ptr<RunTick> tick(bool last);
    void keepLatencies(const std::vector<Row>& rows);

    RunBridge& bridge;
    const Catalogue& catalogue;
    std::shared_ptr<LaneStarter> threads;
    QThreadPool pool; // its one thread is the engine's
    QTimer timer;
    QFutureWatcher<void> watcher;
    std::shared_ptr<Engine> engine; // while a run is under way

    // Draining the feed and keeping its rows is work of a thread of its own: one look at a time, and
    // what stands here is the thread's while it looks.
    QThreadPool keeping;
    QFutureWatcher<std::shared_ptr<RunTick>> looking;
    bool looks = false; // under way, or its tick not yet told
    bool over = false;  // the engine has come to its end
    RowKeeper keeper;
    FeedBatch batch; // its memory serves each look
    std::vector<double> latencies;
};

RunBridge::RunBridge(const Catalogue& catalogue, std::shared_ptr<LaneStarter> threads,
                     QObject* parent)
    : QObject(parent), m_state(std::make_unique<State>(*this, catalogue, std::move(threads)))
{
    connect(&m_state->timer, &QTimer::timeout, this, [this] { m_state->look(false); });
    connect(&m_state->looking, &QFutureWatcherBase::finished, this, [this] { m_state->tell(); });
    connect(&m_state->watcher, &QFutureWatcher<void>::finished, this, [this] {
        m_state->timer.stop();
        m_state->over = true;
        m_state->look(true);
    });
}

RunBridge::~RunBridge()
{
    m_state->watcher.disconnect(this);
    m_state->looking.disconnect(this);
    stop();
    m_state->pool.waitForDone();
    m_state->keeping.waitForDone();
}

Result<void> RunBridge::check(const RunRequest& request) const
{
    const Job* job = m_state->catalogue.job(request.job);
    if (job == nullptr) {
        return Error{"ValueError", "there is no job named " + request.job, "job"};
    }
    if (auto checked = poolOptionsOf(request, m_state->threads).check(); !checked) return checked;
    if (request.chunksize && *request.chunksize < 1) {
        return Error{"ValueError", "a chunk has at least 1 item", "chunksize"};
    }
    if (auto arguments = job->parse(request.parameters); !arguments) return arguments.error();
    return {};
}

void RunBridge::start(const RunRequest& request)
{
    Q_ASSERT(!running());
    m_state->latencies.clear();
    m_state->keeper = RowKeeper();
    m_state->over = false;
    m_state->engine = std::make_shared<Engine>(m_state->catalogue, m_state->threads, request);
    m_state->watcher.setFuture(
        QtConcurrent::run(&m_state->pool, [engine = m_state->engine] { engine->run(); }));
    m_state->timer.start();
    emit ticked(m_state->tick(false)); // its thread has nothing to do yet
}

void RunBridge::stop()
{
    if (m_state->engine) {
        m_state->engine->cancel();
    }
}

void RunBridge::setTick(int milliseconds)
{
    m_state->timer.setInterval(milliseconds);
}

bool RunBridge::running() const
{
    return m_state->engine != nullptr;
}

/// Has the thread look, unless it does: then what it missed comes with the next tick.
void RunBridge::State::look(bool last)
{
    if (looks) return;
    looks = true;
    looking.setFuture(QtConcurrent::run(&keeping, [this, last] { return tick(last); }));
}

void RunBridge::State::tell()
{
    const std::shared_ptr<RunTick> tick = looking.result();
    const bool last = tick->last;
    looks = false;
    emit bridge.ticked(tick);
    if (last) {
        engine.reset();
        emit bridge.ended();
    } else if (over) {
        look(true);
    }
}

std::shared_ptr<RunTick> RunBridge::State::tick(bool last)
{
    auto look = engine->look();
    if (!last && look.stage > RunStage::Running) {
        // the workers are still being ended
        look.stage = look.call ? RunStage::Running : RunStage::Measuring;
    }
    const auto tick = std::make_shared<RunTick>();
    if (look.call) {
        batch.rows.clear();
        look.call->drain(batch);
        keeper.take(batch.rows);
        keepLatencies(batch.rows);
        tick->fresh = {keeper.kept(), std::exchange(batch.events, {}), std::exchange(batch.failures, {})};
        tick->totals = look.call->totals();
        tick->payloads = look.call->payloads();
    }
    tick->last = last;
    tick->stage = look.stage;
    tick->plan = std::move(look.plan);
    tick->summary = summarise(tick->plan, tick->totals, look.probe,
                              last ? std::move(latencies) : std::vector<double>());
    tick->freshValues = std::move(look.values);
    tick->reduction = std::move(look.reduction);
    tick->probe = std::move(look.probe);
    tick->digest = std::move(look.digest);
    tick->error = std::move(look.error);
    tick->weights = std::move(look.weights);
    tick->checkedIn = look.checkedIn;
    return tick;
}

void RunBridge::State::keepLatencies(const std::vector<Row>& rows)
{
    for (const Row& row : rows) {
        if (latencies.size() == keptLatencies) return;
        latencies.push_back(latencyOf(row));
    }
}

} // namespace poolscope
