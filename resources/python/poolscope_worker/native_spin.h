// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Looks again and again for what is about to come, where sleeping and being woken would take longer; after three times
// in vain only at every sixteenth wait, so that an idle worker uses no CPU. core/transport/spinner.h says why two that
// wait for each other on one CPU have to part. Nothing here may touch Python: the GIL is not held.

#include "native_ring.h"

#include <sched.h>
#include <unistd.h>

enum { looksAtOnce = 32, mostInVain = 3, leastPatience = 8, longestPatience = 4096, triedAgain = 16 };
static const int64_t longestSpin = 50000, otherRan = 1500; // ns

typedef struct {
    int isWorthIt, inVain, gaveWay, mostGaveWay;
    unsigned skipped;
} Spinner;

static void openSpinner(Spinner* spinner)
{
    memset(spinner, 0, sizeof *spinner);
    spinner->isWorthIt = sysconf(_SC_NPROCESSORS_ONLN) > 1;
    spinner->mostGaveWay = leastPatience;
}

// To another CPU, where others are allowed; what is allowed stays as it was.
static void leaveThisCpu(void)
{
    cpu_set_t allowed;
    const int here = sched_getcpu();
    if (here < 0 || sched_getaffinity(0, sizeof allowed, &allowed) != 0 || CPU_COUNT(&allowed) < 2) return;
    cpu_set_t others = allowed;
    CPU_CLR((size_t)here, &others);
    if (CPU_COUNT(&others) != 0 && sched_setaffinity(0, sizeof others, &others) == 0)
        sched_setaffinity(0, sizeof allowed, &allowed);
}

static int found(Spinner* spinner, int gaveWay)
{
    spinner->inVain = 0;
    spinner->gaveWay = gaveWay ? spinner->gaveWay + 1 : 0;
    if (!gaveWay) spinner->mostGaveWay = leastPatience;
    return 1;
}

static int lookOften(Ring* in)
{
    for (int i = 0; i < looksAtOnce; ++i) {
        if (ringHolds(in)) return 1;
#if defined(__x86_64__)
        __builtin_ia32_pause();
#endif
    }
    return 0;
}

static int spin(Spinner* spinner, Ring* in)
{
    if (ringHolds(in)) return 1;
    if (!spinner->isWorthIt || (spinner->inVain >= mostInVain && ++spinner->skipped % triedAgain != 0)) return 0;
    if (spinner->gaveWay >= spinner->mostGaveWay) {
        spinner->gaveWay = 0;
        if (spinner->mostGaveWay < longestPatience) spinner->mostGaveWay *= 2;
        leaveThisCpu();
    }
    int gaveWay = 0;
    int64_t at = now();
    const int64_t until = at + longestSpin;
    do {
        if (lookOften(in)) return found(spinner, gaveWay);
        const int64_t before = now();
        sched_yield();
        at = now();
        gaveWay = gaveWay || at - before > otherRan;
    } while (at < until);
    if (spinner->inVain < mostInVain) ++spinner->inVain;
    return 0;
}
