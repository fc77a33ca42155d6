// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/engine.h"

#include "ui/bridge/values.h"

#include "core/session/session.h"

#include <cmath>

namespace poolscope {

namespace {

constexpr Nanos probeBudget = 200'000'000;
constexpr double pilotSeconds = 0.25; // long enough that starting up weighs little

/// Which Python knows the function: the one that told of its file, or one with the catalogue's own.
Result<PythonProgram> pythonOf(const Job& job)
{
    return job.python ? Result<PythonProgram>(job.python) : catalogueInPython(pythonPlace());
}

/// Two significant digits, so that a measured number reads like a chosen one.
std::uint64_t rounded(double count)
{
    const double step = std::pow(10.0, std::floor(std::log10(std::max(count, 10.0))) - 1);
    return static_cast<std::uint64_t>(std::round(count / step) * step);
}

} // namespace

PoolOptions poolOptionsOf(const RunRequest& request, const std::shared_ptr<LaneStarter>& threads)
{
    PoolOptions options;
    options.backend = request.backend;
    options.workers = request.workers;
    options.protocol = request.protocol;
    options.startMethod = request.startMethod;
    options.transport = request.transport;
    options.outOfBand = request.outOfBand;
    options.taskTimeout = std::chrono::nanoseconds(std::llround(request.taskTimeout * 1e9));
    options.retries = request.retries;
    options.rowsHeld = request.rowsHeld != 0 ? request.rowsHeld : PoolOptions::rowsToWatch(request.workers);
    options.threads = threads;
    return options;
}

Engine::Engine(const Catalogue& catalogue, std::shared_ptr<LaneStarter> threads, RunRequest request)
    : m_catalogue(catalogue), m_threads(std::move(threads)), m_request(std::move(request))
{
}

void Engine::run()
{
    end(attempt());
}

void Engine::cancel()
{
    m_cancelled = true;
    std::shared_ptr<Call> call;
    {
        const MutexLock lock(m_mutex);
        call = m_call;
    }
    if (call) {
        call->cancel();
    }
}

Engine::Look Engine::look()
{
    const MutexLock lock(m_mutex);
    if (m_look.call) { // it may be chosen while it runs
        m_look.plan.chunksize = m_look.call->chunksize();
        m_look.plan.chunksizeReason = m_look.call->chunksizeReason();
    }
    Look copy = m_look;
    m_look.values.clear();
    return copy;
}

std::shared_ptr<Call> Engine::call()
{
    const MutexLock lock(m_mutex);
    return m_look.call;
}

Result<void> Engine::attempt()
{
    const Job* job = m_catalogue.job(m_request.job);
    if (job == nullptr) {
        return Error{"ValueError", "there is no job named " + m_request.job, "job"};
    }
    PoolOptions options = poolOptionsOf(m_request, m_threads);
    if (isPython(m_request.backend)) {
        auto python = pythonOf(*job);
        if (!python) return python.error();
        options.python = std::move(*python);
    }
    Pool pool(m_catalogue, options);
    if (m_request.lastFor) {
        if (auto fitted = fitTo(*m_request.lastFor, *job, pool); !fitted) return fitted.error();
    }
    const auto work = build(*job, pool);
    if (!work) return work.error();
    plan(*job, **work, pool);
    measure(pool, **work);
    if (m_cancelled) return {};
    const auto call = begin(pool, *work);
    if (!call) {
        weigh(**work);
        return call.error();
    }
    collect(**call, **work);
    return (*call)->inputError();
}

Result<std::shared_ptr<const Work>> Engine::build(const Job& job, Pool& pool) const
{
    const auto arguments = job.parse(m_request.parameters);
    if (!arguments) return arguments.error();
    auto work = job.build(*arguments, {m_catalogue.registry(), &pool});
    if (!work) return work.error();
    if (!sendsMessages(m_request.backend) && !work->localRefusal.empty()) {
        return Error{"ValueError", work->localRefusal, "backend"};
    }
    if (!m_request.input.empty()) {
        auto input = openJsonLines(m_request.input);
        if (!input) return Error{"OSError", input.error().text, "input"};
        work->input = std::move(*input);
    }
    return std::make_shared<const Work>(std::move(*work));
}

void Engine::plan(const Job& job, const Work& work, const Pool& pool)
{
    const MutexLock lock(m_mutex);
    RunPlan& plan = m_look.plan;
    plan.job = job.name;
    plan.title = work.title;
    plan.api = nameOf(m_request.api);
    plan.backend = nameOf(m_request.backend);
    const bool sends = sendsMessages(m_request.backend);
    plan.startMethod = sends ? nameOf(pool.startMethod()) : "none";
    plan.transport = sends ? nameOf(pool.transport()) : "none";
    plan.taskTimeout = m_request.taskTimeout;
    plan.retries = m_request.retries;
    plan.protocol = m_request.protocol;
    plan.workers = m_request.backend == Backend::Serial ? 1 : m_request.workers;
    const auto chunksize = m_request.chunksize.value_or(1);
    plan.chunksize = chunksize == autoChunksize ? 1 : chunksize;
    plan.items = work.input->size();
    plan.version = POOLSCOPE_VERSION;
}

/// The serial probe. A function that cannot travel is not worth measuring: the pool will refuse it.
void Engine::measure(Pool& pool, const Work& work)
{
    ProbeResult probe;
    Document document;
    const bool travels = !sendsMessages(m_request.backend)
        || work.callable->reduce(document, work.registry).ok();
    if (m_request.probe && travels && !m_catalogue.job(m_request.job)->python) { // whose calls may have effects
        probe = pool.probe(work, probeBudget, &m_cancelled);
    } else {
        probe.whyNot = travels ? "the serial time was not asked for" : "nothing was run";
    }
    const MutexLock lock(m_mutex);
    m_look.probe = std::move(probe);
}

Result<std::shared_ptr<Call>> Engine::begin(Pool& pool, std::shared_ptr<const Work> work)
{
    const Nanos asked = now();
    auto call = pool.start(std::move(work), m_request.api, m_request.chunksize,
                           m_request.payloadBudget);
    const Nanos took = now() - asked;
    if (call) {
        keep(*call);
    }
    const MutexLock lock(m_mutex);
    m_look.checkedIn = took;
    if (call) {
        m_look.call = *call;
        m_look.stage = RunStage::Running;
    }
    return call;
}

/// From here on cancel() stops this call; one that came before stops it at once.
void Engine::keep(const std::shared_ptr<Call>& call)
{
    {
        const MutexLock lock(m_mutex);
        m_call = call;
    }
    if (m_cancelled) {
        call->cancel();
    }
}

void Engine::collect(Call& call, const Work& work)
{
    Values values(work.registry, work.sums);
    Outcomes outcomes;
    while (call.next(outcomes)) {
        values.add(outcomes);
        auto fresh = values.takeFresh();
        const MutexLock lock(m_mutex);
        std::move(fresh.begin(), fresh.end(), std::back_inserter(m_look.values));
    }
    const MutexLock lock(m_mutex);
    m_look.digest = values.digest();
    m_look.reduction = reductionText(m_look.digest);
}

/// Sets "items" so that the run lasts about this long, from a pilot on the same workers.
Result<void> Engine::fitTo(double seconds, const Job& job, Pool& pool)
{
    const auto rate = pilot(job, pool);
    if (!rate) return rate.error();
    m_request.parameters["items"] = std::to_string(rounded(*rate * seconds));
    return {};
}

/// Items a second: calls of growing length until one is long enough to believe.
Result<double> Engine::pilot(const Job& job, Pool& pool)
{
    for (std::uint64_t items = 1000;; items *= 4) {
        m_request.parameters["items"] = std::to_string(items);
        const auto work = build(job, pool);
        if (!work) return work.error();
        const auto call = pool.start(*work, m_request.api, m_request.chunksize);
        if (!call) return call.error();
        keep(*call);
        Outcomes outcomes;
        while ((*call)->next(outcomes)) {
        }
        const double took = seconds((*call)->totals().wall);
        if (took >= pilotSeconds || m_cancelled || !(*call)->inputError()) {
            return static_cast<double>(items) / std::max(took, 1e-3);
        }
    }
}

/// What the object that holds the culprit would weigh without it, attribute by attribute.
void Engine::weigh(const Work& work)
{
    const auto why = work.callable->explain(work.registry, m_request.protocol);
    const MutexLock lock(m_mutex);
    if (why && !why->objects.empty()) {
        for (const AttributeWeight& attribute : why->objects.back().attributes) {
            if (attribute.bytes) m_look.weights[attribute.name] = *attribute.bytes;
        }
    }
}

void Engine::end(const Result<void>& result)
{
    const MutexLock lock(m_mutex);
    if (!result) {
        m_look.error = result.error();
        const bool unsent = result.error().kind == "PicklingError" && !m_look.call;
        m_look.stage = unsent ? RunStage::CannotPickle : RunStage::Refused;
    } else if (m_cancelled) {
        m_look.stage = RunStage::Cancelled;
    } else {
        m_look.stage = RunStage::Finished;
    }
}

} // namespace poolscope
