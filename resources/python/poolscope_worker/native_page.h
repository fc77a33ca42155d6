// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What a worker tells while it works, in memory that its parent sees: core/telemetry/recorder.h, StatusPage.

#ifndef Py_LIMITED_API
#define Py_LIMITED_API 0x03080000
#endif
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#ifndef PyBUF_WRITE // named in the stable ABI since 3.11, the same since 3.3
#define PyBUF_WRITE 0x200
#endif

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
    uint64_t chunk, task, finished;
    int64_t computeBegan;
    uint64_t rss, maxRss; // these and the next are written in Python: usage.py
    int64_t cpuWait;
    uint64_t abandoned, claims;
} StatusPage;

_Static_assert(sizeof(StatusPage) == 72, "nine fields of eight bytes");

static const uint64_t idle = ~(uint64_t)0;

#define STORE(field, value) __atomic_store_n(&(field), (value), __ATOMIC_RELAXED)
#define PUBLISH(field, value) __atomic_store_n(&(field), (value), __ATOMIC_RELEASE)
#define LOAD(field) __atomic_load_n(&(field), __ATOMIC_RELAXED)

static int64_t now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

// Begins with a chunk: false where the parent has taken it back. Both change the word by compare and exchange, so that
// each chunk is either begun or taken back: core/telemetry/claims.cpp.
static int claim(StatusPage* page, uint32_t serial)
{
    uint64_t word = __atomic_load_n(&page->claims, __ATOMIC_SEQ_CST);
    for (;;) {
        const uint32_t gone = (uint32_t)(word >> 32);
        if ((int32_t)(gone - serial) >= 0) return 0;
        const uint64_t begun = (uint64_t)(uint32_t)(serial - 1) << 32 | serial; // numbers may go round
        if (__atomic_compare_exchange_n(&page->claims, &word, begun, 1, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST))
            return 1;
    }
}
