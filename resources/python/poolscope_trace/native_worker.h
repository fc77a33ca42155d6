// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The worker's end: copies of multiprocessing's own functions pass by here.

#include "native_side.h"

static PyObject* begin(Side* side, PyObject* none)
{
    (void)none;
    side->ready = now();
    Py_RETURN_NONE;
}

// struct.unpack, which is asked for "!i" and then, of messages beyond 2 GiB, for "!Q".
static PyObject* unpack(Side* side, PyObject* const* args, Py_ssize_t count)
{
    uint8_t bytes[8];
    char* data;
    Py_ssize_t size;
    if (count != 2 || PyBytes_AsStringAndSize(args[1], &data, &size) || (size != 4 && size != 8)) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_TypeError, "unpack() takes a format and 4 or 8 bytes");
        return NULL;
    }
    memcpy(bytes, data, (size_t)size);
    uint64_t n = 0;
    for (Py_ssize_t i = 0; i < size; ++i) n = n << 8 | bytes[i];
    side->size = n;
    if (size == 8) return Py_BuildValue("(K)", (unsigned long long)n);
    side->header = now();
    return Py_BuildValue("(i)", (int)(int32_t)(uint32_t)n);
}

static PyObject* getLoads(Side* side, void* none)
{
    (void)none;
    side->received = now();
    return PyObject_GetAttr(side->pickler, loadsName);
}

static Record chunkSent(const Side* side, float sending)
{
    const Record r = {chunk,
                      side->flags,
                      side->pool,
                      side->job,
                      side->index,
                      side->count,
                      side->ready,
                      side->size,
                      side->answer,
                      {(float)(side->header - side->ready), (float)(side->received - side->header),
                       (float)(side->unpickled - side->received),
                       (float)(side->begun - side->unpickled), (float)(side->pickled - side->begun),
                       sending}};
    return r;
}

// As soon as the answer is sent the parent may kill this process: its record has to stand before.
static PyObject* dumps(Side* side, PyObject* object)
{
    PyObject* data = PyObject_CallMethodObjArgs(side->pickler, dumpsName, object, NULL);
    if (data) {
        side->answer = lengthOf(data);
        side->pickled = now();
        const Record r = chunkSent(side, 0);
        foresee(&r);
    }
    return data;
}

static PyObject* takeTask(Side* side, PyObject* task)
{
    side->unpickled = now();
    if (isTuple(task, 5)) {
        side->job = number(PyTuple_GetItem(task, 0));
        side->index = number(PyTuple_GetItem(task, 1));
        side->count = tasksIn(side, task);
        hold(side->job, side->index, side->count, side->unpickled);
    }
    Py_INCREF(task);
    return task;
}

static PyObject* putResult(Side* side, PyObject* message)
{
    const uint64_t computed = now();
    const int success = succeeded(message);
    if (success < 0) return send(side, message);
    if (!side->broken) side->begun = computed;
    side->pickled = 0;
    side->flags = (uint8_t)((success ? 0 : failedFlag) | (side->broken ? unpicklableFlag : 0));
    PyObject* result = send(side, message);
    if (!result) {
        if (!side->pickled) {
            side->broken = 1;
            tell(side, message, PyTuple_GetItem(PyTuple_GetItem(message, 2), 1));
        }
        return NULL;
    }
    const uint64_t end = now();
    const Record r = chunkSent(side, (float)(end - side->pickled));
    publish(&r);
    letGo();
    side->ready = end;
    side->broken = 0;
    return result;
}
