// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long a start takes, as lines `name<TAB>seconds`, each the median of some rounds:
//   start.METHOD.N.result   a new Pool of N workers until it has given its first result
//   start.METHOD.N.ready    N workers of a new Starter, asked for at once, until the last says Ready
//   start.METHOD.warm       one more worker of a Starter that has started before
// Another worker program than the one beside this: bench_start PROGRAM.

#include "core/start/start.h"
#include "app/jobs/jobs.h"
#include "core/pool/pool.h"
#include "core/worker/worker.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <thread>

namespace poolscope {

namespace {

constexpr int rounds = 41;

[[noreturn]] void give(const Error& error)
{
    std::fprintf(stderr, "bench_start: %s\n", error.text.c_str());
    std::exit(1);
}

void tell(const std::string& name, const std::function<Nanos()>& round)
{
    std::vector<Nanos> took;
    for (int i = 0; i < rounds; ++i) {
        took.push_back(round());
    }
    std::nth_element(took.begin(), took.begin() + rounds / 2, took.end());
    std::printf("start.%s\t%.6f\n", name.c_str(), seconds(took[rounds / 2]));
    std::fflush(stdout);
}

/// A worker that has said that it can take chunks.
std::unique_ptr<WorkerProcess> readyWorker(Starter& starter, const std::string& program)
{
    auto worker = WorkerProcess::start(starter, {.path = program});
    if (!worker) {
        give(worker.error());
    }
    Frame frame;
    if (!(*worker)->channel().receiveAll(frame) || frame.head.kind != FrameKind::Ready) {
        give({"OSError", "A worker ended before it was ready.", {}});
    }
    return std::move(*worker);
}

Nanos untilAllReady(StartMethod method, const std::string& program, int workers)
{
    Starter starter(method);
    std::vector<std::unique_ptr<WorkerProcess>> ready(static_cast<std::size_t>(workers));
    const Nanos began = now();
    {
        std::vector<std::jthread> threads;
        for (auto& slot : ready) {
            threads.emplace_back([&] { slot = readyWorker(starter, program); });
        }
    }
    return now() - began;
}

Nanos untilFirstResult(const Catalogue& catalogue, StartMethod method, const std::string& program,
                       int workers)
{
    PoolOptions options;
    options.workers = workers;
    options.startMethod = method;
    options.workerProgram = program;
    const Job& job = *catalogue.job("power");
    const auto arguments = job.parse({{"items", std::to_string(8 * workers)}});
    const Nanos began = now();
    Pool pool(catalogue, options);
    auto work = job.build(*arguments, {catalogue.registry(), &pool});
    auto call = pool.start(std::make_shared<const Work>(std::move(*work)), Api::Map, 1);
    if (!call) {
        give(call.error());
    }
    Outcomes outcomes;
    (*call)->next(outcomes);
    return now() - began;
}

void measure(const Catalogue& catalogue, StartMethod method, const std::string& program)
{
    for (const int workers : {1, 8}) {
        const std::string name = std::string(nameOf(method)) + "." + std::to_string(workers);
        tell(name + ".result",
             [&] { return untilFirstResult(catalogue, method, program, workers); });
        tell(name + ".ready", [&] { return untilAllReady(method, program, workers); });
    }
    Starter starter(method);
    readyWorker(starter, program);
    tell(std::string(nameOf(method)) + ".warm", [&] {
        const Nanos began = now();
        const auto worker = readyWorker(starter, program);
        return now() - began;
    });
}

} // namespace

} // namespace poolscope

int main(int argc, char** argv)
{
    using namespace poolscope;
    Catalogue catalogue;
    addJobs(catalogue);
    const std::string program = workerProgram(argc > 1 ? argv[1] : "");
    for (const StartMethod method : {StartMethod::Spawn, StartMethod::Forkserver}) {
        measure(catalogue, method, program);
    }
    return 0;
}
