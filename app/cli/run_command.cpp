// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/run_command.h"

#include "app/cli/report.h"
#include "app/cli/run_course.h"
#include "app/cli/run_export.h"
#include "app/cli/run_python.h"

namespace poolscope {
namespace {

constexpr Nanos probeBudget = 200'000'000;

/// What a run is made from.
struct Asked {
    const RunArguments& typed;
    const CheckedArguments& request;
    Catalogue& catalogue;
    const CliContext& context;
};

PoolOptions poolOptions(const Asked& asked)
{
    PoolOptions options;
    options.backend = asked.request.backend;
    options.workers = asked.request.workers;
    options.protocol = asked.request.protocol;
    options.transport = asked.request.transport;
    options.outOfBand = asked.request.outOfBand;
    options.rowsHeld = PoolOptions::rowsToWatch(asked.request.workers);
    options.startMethod = asked.request.startMethod;
    options.threads = asked.context.threads;
    options.python = asked.request.python;
    options.pythonWorkers = asked.request.pythonWorkers;
    options.taskTimeout = asked.request.taskTimeout;
    options.retries = asked.request.retries;
    options.maxTasksPerChild = asked.request.maxTasksPerChild;
    options.workerMemory = asked.request.workerMemory;
    return options;
}

Result<std::shared_ptr<const Work>> build(const Asked& asked, Pool& pool)
{
    const CheckedArguments& request = asked.request;
    auto work = request.job->build(request.arguments, {asked.catalogue.registry(), &pool});
    if (!work) return work.error();
    if (!sendsMessages(request.backend) && !work->localRefusal.empty()) {
        return Error{"ValueError", work->localRefusal, "backend"};
    }
    if (!asked.typed.input.empty()) {
        auto input = openJsonLines(asked.typed.input);
        if (!input) {
            return Error{"OSError", input.error().text, {}}; // damaged is as bad as missing
        }
        work->input = *input;
    }
    return std::make_shared<const Work>(std::move(*work));
}

/// What cannot travel is refused by the pool: it is not worth a probe, or an output made anew.
bool canTravel(const Asked& asked, const Work& work)
{
    Document document;
    return !sendsMessages(asked.request.backend) ||
           work.callable->reduce(document, work.registry).ok();
}

ProbeResult probe(const Asked& asked, Pool& pool, const Work& work, Watcher& watcher)
{
    ProbeResult none;
    if (asked.typed.noProbe) {
        none.whyNot = "the serial time was not measured (--no-serial-probe)";
        return none;
    }
    if (asked.request.job->python && !asked.typed.probe) { // nobody knows what a second call does
        none.whyNot = "the serial time was not measured (--serial-probe does)";
        return none;
    }
    watcher.measuring("measuring the serial time of " + asked.request.job->name + " …");
    return pool.probe(work, probeBudget, &watcher.interrupted());
}

RunPlan planOf(const CheckedArguments& request, const Pool& pool, const Work& work,
               const Call& call)
{
    const bool sends = sendsMessages(request.backend);
    RunPlan plan;
    plan.job = request.job->name;
    plan.title = work.title;
    plan.api = nameOf(request.api);
    plan.backend = nameOf(request.backend);
    plan.startMethod = sends ? nameOf(pool.startMethod()) : "none";
    plan.transport = sends ? nameOf(pool.transport()) : "none";
    plan.protocol = request.protocol;
    plan.workers = request.backend == Backend::Serial ? 1 : request.workers;
    plan.chunksize = call.chunksize();
    plan.items = work.input->size();
    plan.taskTimeout = static_cast<double>(request.taskTimeout.count()) / 1e9;
    plan.retries = request.retries;
    plan.maxTasksPerChild = request.maxTasksPerChild;
    plan.workerMemory = request.workerMemory;
    plan.version = POOLSCOPE_VERSION;
    return plan;
}

/// `work` is null where it could not even be built.
ExitCode refuse(const Asked& asked, const Error& error, const Work* work = nullptr)
{
    if (error.kind == "PicklingError") {
        const auto why = work != nullptr
                             ? work->callable->explain(work->registry, asked.request.protocol)
                             : std::nullopt;
        explainCannotPickle(error, why, *asked.request.job);
        return ExitCode::CannotStart;
    }
    complain(error.text);
    return codeOf(error);
}

/// Starts the call and follows it. An error of the system is the start's, not a file's.
ExitCode start(const Asked& asked, Pool& pool, const std::shared_ptr<const Work>& work,
               RunOutputs& outputs, const ProbeResult& measured, Watcher& watcher)
{
    const auto call = pool.start(work, asked.request.api, asked.request.chunksize);
    if (!call) {
        watcher.stop();
        const ExitCode code = refuse(asked, call.error(), work.get());
        return call.error().kind == "OSError" ? ExitCode::CannotStart : code;
    }
    RunCourse course(asked.typed, outputs, planOf(asked.request, pool, *work, **call), pool, *work,
                     *call, measured);
    return course.follow(watcher, asked.context);
}

ExitCode runAsked(const Asked& asked)
{
    // The watcher comes before every other thread: see Interrupt.
    Watcher watcher(!asked.typed.quiet, asked.typed.keepsRun());
    Pool pool(asked.catalogue, poolOptions(asked));
    const auto work = build(asked, pool);
    if (!work) {
        return refuse(asked, work.error());
    }
    RunOutputs outputs;
    ProbeResult measured;
    if (canTravel(asked, **work)) {
        if (const auto opened = outputs.open(asked.typed); !opened) {
            return refuse(asked, opened.error());
        }
        measured = probe(asked, pool, **work, watcher);
    }
    if (const std::string remark = pythonRemark(asked.request); !remark.empty() && !asked.typed.quiet) {
        complain(remark);
    }
    if (watcher.interrupted()) {
        watcher.stop();
        complain("interrupted before the run began.");
        return ExitCode::Interrupted;
    }
    return start(asked, pool, *work, outputs, measured, watcher);
}

} // namespace

ExitCode runJob(const RunArguments& typed, Catalogue& catalogue, const CliContext& context)
{
    const auto request = checked(typed, catalogue);
    if (!request) {
        complain(request.error().text);
        return codeOf(request.error());
    }
    for (const std::string& path : typed.exports) {
        if (drawsFor(path) && !context.draw) {
            complain("this Poolscope was built without charts, so --export " + path +
                     " has nothing to draw with.");
            return ExitCode::WrongCall;
        }
    }
    return runAsked({typed, *request, catalogue, context});
}

} // namespace poolscope
