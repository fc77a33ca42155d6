// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/pool/pools.h"

#include "app/jobs/spin.h"

#include <filesystem>

namespace poolscope::bench {

namespace {

constexpr const char* module = "bench";
constexpr std::size_t page = 4096;

Integer powerTen(const Integer& x) { return Integer::power(x, 10); }

bool isPrime(std::int64_t number)
{
    for (std::int64_t divisor = 2; divisor <= number / divisor; ++divisor) {
        if (number % divisor == 0) {
            return false;
        }
    }
    return number > 1;
}

std::int64_t primesIn(std::int64_t block)
{
    std::int64_t count = 0;
    for (std::int64_t number = block * 5000; number < block * 5000 + 5000; ++number) {
        count += isPrime(number) ? 1 : 0;
    }
    return count;
}

std::int64_t spinFor(std::int64_t micros)
{
    Spin(static_cast<double>(micros)).finish();
    return micros;
}

Blob echoBlob(const Blob& blob) { return blob; }

} // namespace

std::int64_t lookAtPages(const Blob& blob)
{
    std::size_t ones = 0;
    for (std::size_t i = 0; i < blob.size(); i += page) {
        ones += blob.bytes()[i] == 'x' ? 1 : 0;
    }
    return static_cast<std::int64_t>(ones * page);
}

Bench::Bench()
    : power(catalogue.add(module, "power", &powerTen)),
      primes(catalogue.add(module, "primes", &primesIn)),
      spin(catalogue.add(module, "spin", &spinFor)),
      sizeOf(catalogue.add(module, "size", &lookAtPages)),
      echo(catalogue.add(module, "echo", &echoBlob))
{}

std::vector<Setup> setups()
{
    const std::string who = POOLSCOPE_BENCH_OURS;
    std::vector<Setup> all{{who, [](PoolOptions&) {}}};
    if (who == "ours") {
        all.push_back({who + "-pipe", [](PoolOptions& o) { o.transport = Transport::Pipe; }});
    }
    return all;
}

PoolOptions optionsOf(const Setup& setup, int workers)
{
    PoolOptions options;
    options.workers = workers;
    options.workerProgram = std::filesystem::read_symlink("/proc/self/exe").string();
    setup.change(options);
    return options;
}

Pool& WarmPools::get(const Setup& setup, int workers)
{
    const std::string key = setup.name + "/" + std::to_string(workers);
    for (auto& [name, pool] : m_pools) {
        if (name == key) {
            return *pool;
        }
    }
    m_pools.emplace_back(key, std::make_unique<Pool>(m_bench.catalogue, optionsOf(setup, workers)));
    return *m_pools.back().second;
}

std::shared_ptr<const Work> workOf(const Bench& bench, const Call0& call,
                                   std::shared_ptr<Input> input)
{
    auto work = std::make_shared<Work>();
    work->callable = call();
    work->input = std::move(input);
    work->registry = bench.catalogue.registry();
    return work;
}

std::shared_ptr<Call> begin(Pool& pool, std::shared_ptr<const Work> work, Api api,
                            std::optional<std::uint64_t> chunksize)
{
    auto call = pool.start(std::move(work), api, chunksize);
    check(call.ok(), call.ok() ? "" : call.error().text);
    return *call;
}

} // namespace poolscope::bench
