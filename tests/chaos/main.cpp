// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// chaos [--seconds N] [--seed N] [--transport ring|pipe] [--start-method forkserver|spawn]: workers
// are killed at random moments while tasks run whose results prove which tasks ran. Every task must
// have its one right value, nothing may be left over (no descriptor, process, thread or mapping), and
// nothing may ever have a name. Prints what it did; exit code 1 where a promise was broken.

#include "core/pool/pool.h"
#include "tests/chaos/killer.h"
#include "tests/support/holdings.h"

#include <algorithm>
#include <cinttypes>
#include <cstdio>
#include <cstdlib>

namespace poolscope::chaos {

namespace {

using namespace std::chrono_literals;
using test::Holdings;

std::uint64_t mixed(std::uint64_t x)
{
    x ^= x >> 33;
    x *= 0xff51afd7ed558ccdULL;
    x ^= x >> 33;
    x *= 0xc4ceb9fe1a85ec53ULL;
    return x ^ (x >> 33);
}

/// What task `i` gives: no other gives the same. Some results are larger than any buffer.
std::string valueOf(std::int64_t i)
{
    const std::uint64_t mix = mixed(static_cast<std::uint64_t>(i));
    std::string value = std::to_string(i) + ":" + std::to_string(mix) + ":";
    value.append(mix % 500 == 0 ? 400'000 : mix % 60, static_cast<char>('a' + mix % 26));
    return value;
}

/// Some tasks take longer, so that workers die in all of their moments.
std::string work(std::int64_t i)
{
    if (mixed(static_cast<std::uint64_t>(i) + 1) % 40 == 0) {
        const Nanos until = now() + 300'000;
        while (now() < until) {
        }
    }
    return valueOf(i);
}

struct Counts {
    Kills kills;
    std::uint64_t rounds = 0, tasks = 0, lost = 0, retried = 0, wrong = 0, leftOver = 0, named = 0;
    std::set<std::string> namedBefore; ///< what was given to this process
};

/// What the call asked for.
struct Asked {
    double seconds = 5;
    std::uint64_t seed = static_cast<std::uint64_t>(now());
    Transport transport = Transport::Ring;
    StartMethod startMethod = StartMethod::Forkserver;
};

struct Round {
    std::uint64_t seed = 0;
    std::uint64_t tasks = 0;
    std::uint64_t chunksize = 1;
    PoolOptions options;
};

Round roundOf(std::uint64_t seed, const Asked& asked)
{
    constexpr std::uint64_t chunksizes[] = {1, 3, 20, 100, 1000};
    const std::uint64_t mix = mixed(seed);
    Round round;
    round.seed = seed;
    round.chunksize = chunksizes[mix % std::size(chunksizes)];
    round.tasks = round.chunksize == 1 ? 3'000 : 12'000;
    if (mix / 512 % 4 != 0) {
        round.tasks /= 60; // short ones: workers die while their pool begins and ends
    }
    round.options.workers = 2 + static_cast<int>(mix / 7 % 3);
    round.options.workerProgram = programPath();
    round.options.transport = asked.transport;
    round.options.startMethod = asked.startMethod;
    round.options.retries = PoolOptions::mostRetries;
    round.options.taskTimeout = mix / 64 % 2 == 0 ? 0ms : 400ms;
    round.options.maxTasksPerChild = mix / 128 % 4 == 0 ? 500 : 0;
    return round;
}

/// Holds every outcome against what it must be, in order and once.
class Judge final {
public:
    explicit Judge(const Registry& registry) : m_registry(registry) {}

    void take(const Outcomes& outcomes)
    {
        if (outcomes.first != m_next) {
            complain("outcome " + std::to_string(outcomes.first) + " came where " +
                     std::to_string(m_next) + " was due");
        }
        m_next = outcomes.first;
        for (std::size_t i = 0; i < outcomes.size(); ++i, ++m_next) {
            if (i < outcomes.failures.size() && outcomes.failures[i]) {
                const Error& error = outcomes.failures[i]->error;
                complain("task " + std::to_string(m_next) + " failed: " + error.kind + ": " +
                         error.text);
                continue;
            }
            check(outcomes, i);
        }
    }
    void end(std::uint64_t tasks)
    {
        if (m_next != tasks) {
            complain(std::to_string(m_next) + " outcomes of " + std::to_string(tasks));
        }
    }
    std::uint64_t wrong() const { return m_wrong; }

private:
    void check(const Outcomes& outcomes, std::size_t i)
    {
        Document document;
        const auto value = outcomes.results->reduce(i, document, m_registry);
        if (!value || value->kind() != Kind::Str ||
            value->text() != valueOf(static_cast<std::int64_t>(m_next))) {
            complain("task " + std::to_string(m_next) + " has the value of another");
        }
    }
    void complain(const std::string& what)
    {
        if (++m_wrong <= 10) {
            std::fprintf(stderr, "chaos: %s\n", what.c_str());
        }
    }

    const Registry& m_registry;
    std::uint64_t m_next = 0;
    std::uint64_t m_wrong = 0;
};

/// Nothing that a pool makes has a name, so that nothing can stay when everybody is killed.
std::uint64_t named(const std::set<std::string>& before)
{
    std::uint64_t count = 0;
    for (const std::string& thing : test::namedThingsHere()) {
        if (!before.contains(thing)) {
            ++count;
            std::fprintf(stderr, "chaos: %s has a name\n", thing.c_str());
        }
    }
    return count;
}

void play(const Round& round, const Catalogue& catalogue, std::shared_ptr<const Callable> callable,
          Counts& counts)
{
    auto given = std::make_shared<Work>();
    given->callable = std::move(callable);
    given->input = rangeInput(0, round.tasks);
    given->registry = catalogue.registry();
    auto pool = std::make_unique<Pool>(catalogue, round.options);
    const auto call = pool->start(given, Api::Map, round.chunksize);
    if (!call) {
        std::fprintf(stderr, "chaos: %s\n", call.error().text.c_str());
        ++counts.wrong;
        return;
    }
    Killer killer(*call, round.seed, round.options.taskTimeout.count() != 0);
    Judge judge(catalogue.registry());
    Outcomes outcomes;
    while ((*call)->next(outcomes)) {
        judge.take(outcomes);
    }
    judge.end(round.tasks);
    counts.named += named(counts.namedBefore);
    pool.reset(); // while its workers are killed
    const Kills kills = killer.stop();
    const RunTotals totals = (*call)->totals();
    counts.kills.alone += kills.alone;
    counts.kills.afterStop += kills.afterStop;
    counts.kills.together += kills.together;
    counts.kills.stopped += kills.stopped;
    counts.wrong += judge.wrong();
    counts.tasks += round.tasks;
    counts.lost += totals.lostWorkers;
    counts.retried += totals.retried;
    ++counts.rounds;
}

void report(const Counts& counts, const Asked& asked)
{
    std::printf("chaos: %" PRIu64 " tasks in %" PRIu64 " calls over a %s by %s, seed %" PRIu64 "\n"
                "  workers killed: %" PRIu64 " (%" PRIu64 " at once, %" PRIu64
                " after a stop, %" PRIu64 " beside another, %" PRIu64
                " stopped and left to the limit)\n"
                "  workers lost: %" PRIu64 ", tasks run again: %" PRIu64 "\n"
                "  tasks without their one right value: %" PRIu64 "\n"
                "  descriptors, processes, threads and segments left over: %" PRIu64 "\n"
                "  files, sockets and shared memory with a name: %" PRIu64 "\n",
                counts.tasks, counts.rounds, nameOf(asked.transport), nameOf(asked.startMethod),
                asked.seed, counts.kills.all(), counts.kills.alone, counts.kills.afterStop,
                counts.kills.together, counts.kills.stopped, counts.lost, counts.retried,
                counts.wrong, counts.leftOver, counts.named);
}

/// Waits for nothing: a pool that has gone has taken everything along.
std::uint64_t leftOver(const Holdings& before)
{
    const Holdings after = test::holdingsHere();
    if (after == before) {
        return 0;
    }
    std::fprintf(
        stderr,
        "chaos: descriptors %zu → %zu, children %zu → %zu, threads %zu → %zu, segments %zu → %zu\n",
        before.descriptors, after.descriptors, before.children, after.children, before.threads,
        after.threads, before.segments, after.segments);
    return 1;
}

int play(const Asked& asked)
{
    Catalogue catalogue;
    const auto callable = catalogue.add("chaos", "work", &work);
    const Nanos until = now() + static_cast<Nanos>(asked.seconds * 1e9);
    const Holdings before = test::holdingsHere();
    Counts counts;
    counts.namedBefore = test::namedThingsHere();
    for (std::uint64_t round = 0; round == 0 || now() < until; ++round) {
        play(roundOf(asked.seed + round, asked), catalogue, callable(), counts);
        counts.leftOver += leftOver(before);
    }
    report(counts, asked);
    const bool kept = counts.wrong == 0 && counts.leftOver == 0 && counts.named == 0;
    return kept && counts.kills.all() != 0 ? 0 : 1;
}

/// False where the call is wrong.
bool read(const std::string& option, const char* value, Asked& asked)
{
    if (option == "--seconds") {
        asked.seconds = std::atof(value);
        return asked.seconds > 0;
    }
    if (option == "--seed") {
        asked.seed = std::strtoull(value, nullptr, 10);
        return true;
    }
    if (const auto transport = transportNamed(value); option == "--transport" && transport) {
        asked.transport = *transport;
        return true;
    }
    if (const auto method = startMethodNamed(value); option == "--start-method" && method) {
        asked.startMethod = *method;
        return true;
    }
    return false;
}

} // namespace

} // namespace poolscope::chaos

int main(int argc, char** argv)
{
    using namespace poolscope;
    Catalogue catalogue;
    catalogue.add("chaos", "work", &chaos::work);
    serveIfWorker(argc, argv, catalogue);
    chaos::Asked asked;
    for (int i = 1; i < argc; i += 2) {
        if (i + 1 == argc || !chaos::read(argv[i], argv[i + 1], asked)) {
            std::fprintf(stderr, "chaos [--seconds N] [--seed N] [--transport ring|pipe] "
                                 "[--start-method forkserver|spawn]\n");
            return 2;
        }
    }
    return chaos::play(asked);
}
