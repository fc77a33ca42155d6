// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A program of its own that takes core home: it maps x**10 over a pool of processes, and a method of an
// object that holds the pool.

#include <poolscope/pool.h>

#include <iostream>
#include <numeric>

using namespace poolscope;

struct BigPow {
    int n = 10;
    Pool* pool = nullptr;
    Integer pow(std::int64_t x) const { return Integer::power(x, static_cast<unsigned>(n)); }
};

auto describe(Type<BigPow> type) // what travels when a BigPow is pickled
{
    return type.named("blog", "BigPow").field("n", &BigPow::n).skip("pool", &BigPow::pool);
} // without the skip: PicklingError at BigPow.pool

int main(int argc, char** argv)
{
    Catalogue catalogue;
    const auto power =
        catalogue.add("power", [](std::int64_t x) { return Integer::power(x, 10); });
    const auto bigPow = catalogue.addMethod("BigPow.pow", &BigPow::pow);
    serveIfWorker(argc, argv, catalogue); // in a worker this never returns

    Pool pool(catalogue, {.workers = 4});
    for (const Integer& y : pool.imap(power, range(10, 20))) {
        std::cout << y.toString() << '\n';
    }
    const auto pending = pool.mapAsync(bigPow(BigPow{.n = 10, .pool = &pool}), range(0, 20));
    const std::vector<Integer> all = pending.get();
    std::cout << std::accumulate(all.begin(), all.end(), Integer(0)).toString() << '\n';
}
