// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The ring of native.c: core/trace/README.md fixes its format. All of this runs under the GIL.

#ifndef Py_LIMITED_API
#define Py_LIMITED_API 0x03080000
#endif
#include <Python.h>
#include <structmember.h>

#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

#ifndef METH_FASTCALL // named in the stable ABI since 3.10, the same since 3.7
#define METH_FASTCALL 0x0080
#endif

enum { headerSize = 4096, recordSize = 64, capacity = 1 << 17, writtenAt = 64, stateAt = 128 };
enum { sent = 1, chunk = 2, received = 3 };
enum { failedFlag = 1, unpicklableFlag = 2 };

typedef struct {
    uint8_t kind, flags;
    uint16_t pool;
    uint32_t job, index, count;
    uint64_t begin, bytes, answer;
    float durations[6];
} Record;

_Static_assert(sizeof(Record) == recordSize, "a record is 64 bytes");

static uint8_t* ring;

static uint64_t now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

// Fills the next place without publishing it: should this process be killed before it can publish the record, a reader
// may still find it. The kind comes last.
static void foresee(const Record* record)
{
    if (!ring) return;
    uint8_t* place =
        ring + headerSize + (*(uint64_t*)(ring + writtenAt) & (capacity - 1)) * recordSize;
    __atomic_store_n(place, 0, __ATOMIC_RELEASE);
    memcpy(place + 1, (const uint8_t*)record + 1, recordSize - 1);
    __atomic_store_n(place, record->kind, __ATOMIC_RELEASE);
}

static void publish(const Record* record)
{
    if (!ring) return;
    uint64_t* written = (uint64_t*)(ring + writtenAt);
    const uint64_t n = *written;
    memcpy(ring + headerSize + (n & (capacity - 1)) * recordSize, record, recordSize);
    __atomic_store_n(written, n + 1, __ATOMIC_RELEASE);
}

// What this worker is at, for whoever finds it dead: what of a chunk is not done stands nowhere else.
static void hold(uint32_t job, uint32_t index, uint32_t count, uint64_t since)
{
    if (!ring) return;
    uint32_t* state = (uint32_t*)(ring + stateAt);
    state[1] = job;
    state[2] = index;
    state[3] = count;
    *(uint64_t*)(state + 4) = since;
    __atomic_store_n(state, 1, __ATOMIC_RELEASE);
}

static void letGo(void)
{
    if (ring) __atomic_store_n((uint32_t*)(ring + stateAt), 0, __ATOMIC_RELEASE);
}

static PyObject* openRing(PyObject* self, PyObject* args)
{
    int fd;
    Py_ssize_t size;
    (void)self;
    if (!PyArg_ParseTuple(args, "in", &fd, &size)) return NULL;
    void* map = size == headerSize + (Py_ssize_t)capacity * recordSize
                    ? mmap(NULL, (size_t)size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0)
                    : MAP_FAILED;
    if (map == MAP_FAILED) {
        PyErr_SetString(PyExc_OSError, "the ring cannot be mapped");
        return NULL;
    }
    ring = map;
    Py_RETURN_TRUE;
}

static PyObject* forgetRing(PyObject* self, PyObject* none)
{
    (void)self;
    (void)none;
    if (ring) munmap(ring, headerSize + (size_t)capacity * recordSize);
    ring = NULL;
    Py_RETURN_NONE;
}

static uint64_t wholeNumber(PyObject* value)
{
    const uint64_t n = PyLong_Check(value) ? PyLong_AsUnsignedLongLongMask(value)
                                           : (uint64_t)PyFloat_AsDouble(value);
    if (PyErr_Occurred()) PyErr_Clear();
    return n;
}

static PyObject* holdChunk(PyObject* self, PyObject* const* args, Py_ssize_t count)
{
    (void)self;
    if (count == 4)
        hold((uint32_t)wholeNumber(args[0]), (uint32_t)wholeNumber(args[1]),
             (uint32_t)wholeNumber(args[2]), wholeNumber(args[3]));
    Py_RETURN_NONE;
}

static PyObject* letGoOfChunk(PyObject* self, PyObject* none)
{
    (void)self;
    (void)none;
    letGo();
    Py_RETURN_NONE;
}

static PyObject* writeRecord(PyObject* self, PyObject* const* args, Py_ssize_t count)
{
    (void)self;
    if (count != 11 && count != 15) Py_RETURN_NONE;
    Record r = {(uint8_t)wholeNumber(args[0]),  (uint8_t)wholeNumber(args[1]),
                (uint16_t)wholeNumber(args[2]), (uint32_t)wholeNumber(args[3]),
                (uint32_t)wholeNumber(args[4]), (uint32_t)wholeNumber(args[5]),
                wholeNumber(args[6]),           wholeNumber(args[7]),
                wholeNumber(args[8]),           {0}};
    for (int i = 0; i < count - 9; ++i) r.durations[i] = (float)PyFloat_AsDouble(args[9 + i]);
    if (PyErr_Occurred()) PyErr_Clear();
    publish(&r);
    Py_RETURN_NONE;
}
