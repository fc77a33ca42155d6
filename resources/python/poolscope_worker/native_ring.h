// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Bytes one way between two processes, in memory that both see: the worker's ends of core/transport/ring.h, which says
// why it is sound. Each end keeps its own place in memory of its own and believes the other's as far as it can be.

#include "native_page.h"

#include <sys/uio.h>

enum { ringCapacity = 512 * 1024, placesSize = 128, ringSize = placesSize + ringCapacity, ringOffset = 4096 };

typedef struct {
    _Alignas(64) uint64_t written;
    uint32_t writerWaits; // for room
    _Alignas(64) uint64_t taken;
    uint32_t readerWaits; // for bytes
} RingPlaces;

_Static_assert(sizeof(RingPlaces) == placesSize, "two cache lines");

typedef struct {
    RingPlaces* places;
    char* bytes;
    uint64_t written, taken; // of the two one is ours, and the other as it was seen last
    int isWrong, isAnnounced;
} Ring;

enum { again = 0, ended = -1, broken = -2 }; // in the place of a number of bytes

static void openRing(Ring* ring, char* memory)
{
    memset(ring, 0, sizeof *ring);
    ring->places = (RingPlaces*)memory;
    ring->bytes = memory + placesSize;
    ring->isAnnounced = 1;
}

// The fence stands between what was published and this look, as the other end has one between its flag and its last
// look, so that one of the two sees the other.
static int takeFlag(uint32_t* flag)
{
    __atomic_thread_fence(__ATOMIC_SEQ_CST);
    return LOAD(*flag) != 0 && __atomic_exchange_n(flag, 0, __ATOMIC_SEQ_CST) != 0;
}

static void raiseFlag(uint32_t* flag)
{
    STORE(*flag, 1);
    __atomic_thread_fence(__ATOMIC_SEQ_CST);
}

static size_t ringRoom(Ring* out)
{
    out->taken = __atomic_load_n(&out->places->taken, __ATOMIC_ACQUIRE);
    const uint64_t held = out->written - out->taken; // huge where `taken` runs ahead
    out->isWrong = out->isWrong || held > ringCapacity;
    return out->isWrong ? 0 : ringCapacity - (size_t)held;
}

static void copyIntoRing(Ring* out, const char* bytes, size_t count)
{
    const size_t at = out->written & (ringCapacity - 1);
    const size_t toEnd = count < ringCapacity - at ? count : ringCapacity - at;
    memcpy(out->bytes + at, bytes, toEnd);
    if (toEnd != count) memcpy(out->bytes, bytes + toEnd, count - toEnd);
    out->written += count;
}

// Copies in what there is room for and publishes it: the number of bytes, or `broken`.
static ssize_t ringGive(Ring* out, const struct iovec* parts, int count)
{
    size_t wanted = 0;
    for (int i = 0; i < count; ++i) wanted += parts[i].iov_len;
    size_t left = ringCapacity - (size_t)(out->written - out->taken);
    if (wanted > left) left = ringRoom(out);
    if (out->isWrong) return broken;
    const size_t given = wanted < left ? wanted : left;
    size_t rest = given;
    for (int i = 0; i < count && rest != 0; ++i) {
        const size_t size = rest < parts[i].iov_len ? rest : parts[i].iov_len;
        copyIntoRing(out, parts[i].iov_base, size);
        rest -= size;
    }
    PUBLISH(out->places->written, out->written);
    out->isAnnounced = out->isAnnounced && given == 0;
    return (ssize_t)given;
}

static int readerMustWake(Ring* out)
{
    if (out->isAnnounced) return 0;
    out->isAnnounced = 1;
    return takeFlag(&out->places->readerWaits);
}

// Before a wait for room: false where there is some.
static int mayWaitForRoom(Ring* out)
{
    raiseFlag(&out->places->writerWaits);
    if (ringRoom(out) < ringCapacity / 2 && !out->isWrong) return 1;
    STORE(out->places->writerWaits, 0);
    return 0;
}

static uint64_t ringHolds(Ring* in)
{
    if (in->written == in->taken) in->written = __atomic_load_n(&in->places->written, __ATOMIC_ACQUIRE);
    return in->written - in->taken;
}

// Copies out what there is: the number of bytes, `again` where there is nothing, or `broken`.
static ssize_t ringTake(Ring* in, char* to, size_t count)
{
    const uint64_t held = ringHolds(in);
    if (held > ringCapacity) return broken;
    if (held == 0) return again;
    const size_t size = held < count ? (size_t)held : count;
    const size_t at = in->taken & (ringCapacity - 1);
    const size_t toEnd = size < ringCapacity - at ? size : ringCapacity - at;
    memcpy(to, in->bytes + at, toEnd);
    if (toEnd != size) memcpy(to + toEnd, in->bytes, size - toEnd);
    in->taken += size;
    PUBLISH(in->places->taken, in->taken);
    return (ssize_t)size;
}

static int writerMustWake(Ring* in)
{
    return LOAD(in->places->written) - in->taken <= ringCapacity / 2 && takeFlag(&in->places->writerWaits);
}

// Before a wait for bytes: false where there are some.
static int mayWaitForBytes(Ring* in)
{
    raiseFlag(&in->places->readerWaits);
    if (ringHolds(in) == 0) return 1;
    STORE(in->places->readerWaits, 0);
    return 0;
}
