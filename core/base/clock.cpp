// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/base/clock.h"

#include <atomic>
#include <ctime>

#if defined(__x86_64__)
#include <cpuid.h>
#endif

namespace poolscope {

namespace {

Nanos readClock()
{
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return static_cast<Nanos>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

#if defined(__x86_64__)

constexpr Nanos reachNanos = 1'000'000;     ///< counted on from an anchor at most
constexpr Nanos leastBaseline = 2'000'000;  ///< for a scale that is good to 30 parts in a million
constexpr Nanos wrongBy = reachNanos / 20;  ///< what the counter may be off at the end of its reach
constexpr int tries = 3;

/// The counter beside the clock at one moment.
struct Pair {
    std::uint64_t ticks = 0;
    Nanos nanos = 0;
};

/// The two are read one after the other: what comes between them is small in the best of some tries.
Pair readPair()
{
    Pair best;
    std::uint64_t least = ~std::uint64_t{0};
    for (int i = 0; i < tries; ++i) {
        const std::uint64_t before = __rdtsc();
        const Nanos nanos = readClock();
        const std::uint64_t took = __rdtsc() - before;
        if (took < least) {
            least = took;
            best = {before + took / 2, nanos};
        }
    }
    return best;
}

/// CPUID's "invariant TSC": it runs at one speed in all states of the processor.
bool counterIsSteady()
{
    unsigned a = 0, b = 0, c = 0, d = 0;
    return __get_cpuid(0x80000007, &a, &b, &c, &d) != 0 && (d >> 8 & 1) != 0;
}

/// Where this process first looked: the scale is the slope from there to now, ever more exact.
const Pair& firstPair()
{
    static const Pair first = readPair();
    return first;
}

std::atomic<bool> counterIsTrusted{counterIsSteady()};

#endif

} // namespace

Nanos lookAtClock(ClockAnchor& anchor)
{
#if defined(__x86_64__)
    if (counterIsTrusted.load(std::memory_order_relaxed)) {
        const Pair& first = firstPair();
        const Pair here = readPair();
        const Nanos baseline = here.nanos - first.nanos;
        const std::uint64_t ticks = here.ticks - first.ticks;
        const std::uint64_t passed = here.ticks - anchor.ticks;
        const bool follows = anchor.reach != 0 && passed < 2 * anchor.reach;
        const Nanos guess = anchor.nanos + static_cast<Nanos>(passed * anchor.scale >> 32);
        anchor = {here.ticks, 0, 0, here.nanos, anchor.told};
        if (follows && std::max(guess, here.nanos) - std::min(guess, here.nanos) > wrongBy) {
            counterIsTrusted.store(false, std::memory_order_relaxed); // it jumped
        } else if (baseline >= leastBaseline && ticks != 0) {
            __extension__ using Wide = unsigned __int128;
            anchor.scale =
                static_cast<std::uint64_t>((static_cast<Wide>(baseline) << 32) / ticks);
            anchor.reach = static_cast<std::uint64_t>(
                static_cast<Wide>(reachNanos) * ticks / static_cast<Wide>(baseline));
        }
        return anchor.tell(here.nanos);
    }
    anchor.reach = 0;
#endif
    return anchor.tell(readClock());
}

} // namespace poolscope
