// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// 64 MiB of bytes to a worker, and there and back. The parent's object is made beforehand; the worker
// looks at every page of what arrives, and so does the parent at what comes back.

#include "tests/bench/pool/pools.h"

namespace poolscope::bench {

namespace {

constexpr std::size_t bufferSize = std::size_t{64} << 20U;

const Blob& bigBlob()
{
    static const Blob blob(std::string(bufferSize, 'x'));
    return blob;
}

double sendBuffer(Bench& bench, Pool& pool)
{
    const Nanos began = now();
    const std::int64_t size = pool.apply(bench.sizeOf, bigBlob());
    const double took = since(began);
    check(size == static_cast<std::int64_t>(bufferSize),
          "the worker did not get all of the buffer");
    return took;
}

double sendAndReturnBuffer(Bench& bench, Pool& pool)
{
    const Nanos began = now();
    const Blob back = pool.apply(bench.echo, bigBlob());
    const std::int64_t size = lookAtPages(back);
    const double took = since(began);
    check(size == static_cast<std::int64_t>(bufferSize) &&
              back.bytes().find_first_not_of('x') == std::string::npos,
          "the buffer did not come back as it went");
    return took;
}

/// A pool that has started its worker and sent it nothing of size.
std::unique_ptr<Pool> freshPool(Bench& bench, const Setup& setup)
{
    bigBlob();
    auto pool = std::make_unique<Pool>(bench.catalogue, optionsOf(setup, 1));
    check(pool->apply(bench.power, 1) == Integer(1), "1 ** 10 is something else");
    return pool;
}

} // namespace

void addBuffers(Lines& lines, WarmPools& pools)
{
    for (const Setup& setup : setups()) {
        lines.add("buffer/" + setup.name,
                  [&pools, setup] { return sendBuffer(pools.bench(), pools.get(setup, 1)); });
        lines.add("buffer-back/" + setup.name, [&pools, setup] {
            return sendAndReturnBuffer(pools.bench(), pools.get(setup, 1));
        });
        lines.add("buffer-first/" + setup.name, [&pools, setup] {
            return sendBuffer(pools.bench(), *freshPool(pools.bench(), setup));
        });
        lines.add("buffer-back-first/" + setup.name, [&pools, setup] {
            return sendAndReturnBuffer(pools.bench(), *freshPool(pools.bench(), setup));
        });
    }
}

} // namespace poolscope::bench
