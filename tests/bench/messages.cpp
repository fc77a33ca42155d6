// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a chunk's two messages cost at both ends, without what carries them: `power` on whole
// numbers around a million. By values is the way that any type can go; the other is typed.

#include "app/jobs/power.h"
#include "core/worker/worker.h"

#include <benchmark/benchmark.h>

#include <cstdlib>

namespace poolscope {
namespace {

constexpr std::uint64_t job = 7;
constexpr std::uint64_t chunk = 12345;

/// One chunk of `power`, and its messages.
struct Subject {
    explicit Subject(std::size_t size) : count(size)
    {
        const auto power =
            catalogue.add("poolscope.jobs", "power", &powerOf, Keyword{"n", std::int64_t{10}});
        callable = power();
        items = *rangeInput<Integer>(1'000'000, count)->take(0, count);
        writeTask(task);
        server.load(task.view()); // the first teaches it
        server.run(page);
        check(server.write(answer).ok());
    }
    void writeTask(Buffer& out)
    {
        check(writer.write(job, chunk, *callable, catalogue.registry(), *items, 0, count, out));
    }
    static void check(bool good)
    {
        if (!good) {
            std::abort();
        }
    }

    const std::size_t count;
    Catalogue catalogue;
    std::shared_ptr<const Callable> callable;
    std::shared_ptr<const Items> items;
    TaskWriter writer{defaultProtocol};
    ChunkServer server{catalogue, defaultProtocol};
    StatusPage page;
    Buffer task;
    Buffer answer;
};

void perItem(benchmark::State& state)
{
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void parentWrites(benchmark::State& state)
{
    Subject subject(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        subject.task.clear();
        subject.writeTask(subject.task);
    }
    perItem(state);
}

void parentWritesByValues(benchmark::State& state)
{
    Subject subject(static_cast<std::size_t>(state.range(0)));
    const Registry& registry = subject.catalogue.registry();
    Document document;
    PickleWriter writer;
    for (auto _ : state) {
        document.clear();
        subject.task.clear();
        std::vector<Value> items;
        for (std::size_t i = 0; i < subject.count; ++i) {
            items.push_back(*subject.items->reduce(i, document, registry));
        }
        const auto function = subject.callable->reduce(document, registry);
        Subject::check(
            writer.write(taskMessage(document, job, chunk, *function, items), subject.task).ok());
    }
    perItem(state);
}

/// All three steps of a worker; those below take one away each.
void workerServes(benchmark::State& state)
{
    Subject subject(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        subject.server.load(subject.task.view());
        subject.server.run(subject.page);
        subject.answer.clear();
        Subject::check(subject.server.write(subject.answer).ok());
    }
    perItem(state);
}

void workerReads(benchmark::State& state)
{
    Subject subject(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        subject.server.load(subject.task.view());
        subject.server.forget();
    }
    perItem(state);
}

void workerReadsAndRuns(benchmark::State& state)
{
    Subject subject(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        subject.server.load(subject.task.view());
        subject.server.run(subject.page);
        subject.server.forget();
    }
    perItem(state);
}

void parentReads(benchmark::State& state)
{
    Subject subject(static_cast<std::size_t>(state.range(0)));
    AnswerReader reader;
    for (auto _ : state) {
        const auto answer = reader.read(subject.answer.view(), {job, chunk, subject.count},
                                        *subject.callable, subject.catalogue.registry());
        Subject::check(answer.ok());
    }
    perItem(state);
}

void parentReadsByValues(benchmark::State& state)
{
    Subject subject(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        Buffer bytes;
        bytes.append(subject.answer.view());
        Subject::check(readAnswer(std::move(bytes), 0, {job, chunk, subject.count}).ok());
    }
    perItem(state);
}

/// x ** 10 with nothing around it.
void raises(benchmark::State& state)
{
    std::int64_t x = 1'000'000;
    for (auto _ : state) {
        benchmark::DoNotOptimize(Integer::power(Integer(x++ & 0xfffff), 10));
    }
}

/// A row of x * x + 1 on this thread, as the threads backend runs it.
void runsARow(benchmark::State& state)
{
    const auto count = static_cast<std::size_t>(state.range(0));
    Catalogue catalogue;
    const auto call = catalogue.add("bench", "square", [](std::int64_t x) { return x * x + 1; })();
    const auto items = *rangeInput<std::int64_t>(0, count)->take(0, count);
    StatusPage page;
    const std::atomic<bool> stop{false};
    for (auto _ : state) {
        const auto answer = runLocally(*call, *items, 0, count, catalogue.registry(), page, stop);
        benchmark::DoNotOptimize(answer->results.size());
    }
    perItem(state);
}

void sizes(benchmark::internal::Benchmark* benchmark) { benchmark->Arg(1)->Arg(256)->Arg(125'000); }

} // namespace
} // namespace poolscope

int main(int argc, char** argv)
{
    using namespace poolscope;
    const std::pair<const char*, void (*)(benchmark::State&)> measured[] = {
        {"parent writes", parentWrites},
        {"parent writes by values", parentWritesByValues},
        {"worker reads", workerReads},
        {"worker reads, runs", workerReadsAndRuns},
        {"worker reads, runs, writes", workerServes},
        {"parent reads", parentReads},
        {"parent reads by values", parentReadsByValues},
        {"runs x * x + 1", runsARow},
    };
    for (const auto& [name, function] : measured) {
        benchmark::RegisterBenchmark(name, function)->Apply(sizes);
    }
    benchmark::RegisterBenchmark("x ** 10", raises);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
