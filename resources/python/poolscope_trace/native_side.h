// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// One end of a pool's pipe: what sides.py does, call by call; read that first.

#include "native_ring.h"

typedef struct {
    PyObject_HEAD PyObject *pickler, *stars[2], *failed, *send, *connection, *retold;
    uint64_t ready, begun, header, received, unpickled, pickled, size, answer;
    uint32_t job, index, count;
    uint16_t pool;
    uint8_t flags, broken;
} Side;

static PyObject *dumpsName, *loadsName, *sendBytesName, *recvName, *bufferName, *handleName,
    *valueName;

static PyObject* newSide(PyTypeObject* type, PyObject* args, PyObject* kwds)
{
    unsigned pool;
    PyObject *pickler, *star, *starstar, *failed;
    (void)kwds;
    if (!PyArg_ParseTuple(args, "IO(OO)O", &pool, &pickler, &star, &starstar, &failed)) return NULL;
    allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    Side* side = (Side*)allocate(type, 0);
    if (!side) return NULL;
    side->pool = (uint16_t)pool;
    side->pickler = pickler;
    side->stars[0] = star;
    side->stars[1] = starstar;
    side->failed = failed;
    Py_INCREF(pickler);
    Py_INCREF(star);
    Py_INCREF(starstar);
    Py_INCREF(failed);
    return (PyObject*)side;
}

// The type itself is not visited: it lives as long as the process.
static int traverseSide(Side* side, visitproc visit, void* arg)
{
    Py_VISIT(side->pickler);
    Py_VISIT(side->stars[0]);
    Py_VISIT(side->stars[1]);
    Py_VISIT(side->failed);
    Py_VISIT(side->send);
    Py_VISIT(side->connection);
    Py_VISIT(side->retold);
    return 0;
}

static int clearSide(Side* side)
{
    Py_CLEAR(side->pickler);
    Py_CLEAR(side->stars[0]);
    Py_CLEAR(side->stars[1]);
    Py_CLEAR(side->failed);
    Py_CLEAR(side->send);
    Py_CLEAR(side->connection);
    Py_CLEAR(side->retold);
    return 0;
}

static void freeSide(Side* side)
{
    PyTypeObject* type = Py_TYPE(side);
    PyObject_GC_UnTrack(side);
    clearSide(side);
    freefunc release = (freefunc)PyType_GetSlot(type, Py_tp_free);
    release(side);
    Py_DECREF(type);
}

static uint64_t lengthOf(PyObject* data)
{
    const Py_ssize_t size = PyObject_Size(data);
    if (size < 0) PyErr_Clear();
    return size < 0 ? 0 : (uint64_t)size;
}

static int isTuple(PyObject* object, Py_ssize_t size)
{
    return Py_TYPE(object) == &PyTuple_Type && PyTuple_Size(object) == size;
}

static uint32_t number(PyObject* value)
{
    const unsigned long n = PyLong_AsUnsignedLongMask(value);
    if (PyErr_Occurred()) PyErr_Clear();
    return (uint32_t)n;
}

static uint32_t tasksIn(const Side* side, PyObject* task)
{
    PyObject* function = PyTuple_GetItem(task, 2);
    if (function != side->stars[0] && function != side->stars[1]) return 1;
    PyObject* args = PyTuple_GetItem(task, 3);
    PyObject* batch = isTuple(args, 1) ? PyTuple_GetItem(args, 0) : NULL;
    batch = batch && isTuple(batch, 2) ? PyTuple_GetItem(batch, 1) : NULL;
    return batch && PyTuple_Check(batch) ? (uint32_t)PyTuple_Size(batch) : 0;
}

// Calls failed(job, index, object, error) and leaves the error as it is.
static void tell(Side* side, PyObject* message, PyObject* object)
{
    PyObject *type, *error, *traceback;
    PyErr_Fetch(&type, &error, &traceback);
    PyErr_NormalizeException(&type, &error, &traceback);
    PyObject* failed = side->failed ? side->failed : Py_None;
    Py_INCREF(failed);
    PyObject* answer = PyObject_CallFunctionObjArgs(
        failed, PyTuple_GetItem(message, 0), PyTuple_GetItem(message, 1), object, error, NULL);
    if (!answer) PyErr_Clear();
    Py_XDECREF(answer);
    Py_DECREF(failed);
    PyErr_Restore(type, error, traceback);
}

static PyObject* send(Side* side, PyObject* message)
{
    PyObject* function = side->send;
    if (!function) {
        PyErr_SetString(PyExc_ValueError, "send is not set");
        return NULL;
    }
    Py_INCREF(function);
    PyObject* result = PyObject_CallFunctionObjArgs(function, message, NULL);
    Py_DECREF(function);
    return result;
}

// 1: a success, 0: a failure, -1: no result at all.
static int succeeded(PyObject* message)
{
    if (!isTuple(message, 3) || !isTuple(PyTuple_GetItem(message, 2), 2)) return -1;
    return PyTuple_GetItem(PyTuple_GetItem(message, 2), 0) != Py_False;
}
