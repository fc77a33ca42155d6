// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The parent's end. Connection.send and recv are done here, by the functions that they call, which saves as much time as
// looking at the clock takes. Where one of them fails, the error is raised once more from a copy of send or recv: a
// traceback shows the lines it always shows.

#include "native_side.h"

// Raises the current error again, from a copy of the function it would have come from.
static PyObject* raiseRetold(Side* side, PyObject* which, PyObject* message)
{
    PyObject *type, *error, *traceback;
    PyErr_Fetch(&type, &error, &traceback);
    PyErr_NormalizeException(&type, &error, &traceback);
    if (traceback) PyException_SetTraceback(error, traceback);
    PyObject* teller =
        side->retold ? PyObject_CallFunctionObjArgs(side->retold, which, error, NULL) : NULL;
    if (!teller) {
        PyErr_Restore(type, error, traceback);
        return NULL;
    }
    Py_XDECREF(type);
    Py_XDECREF(error);
    Py_XDECREF(traceback);
    PyObject* result = PyObject_CallFunctionObjArgs(teller, message, NULL);
    Py_DECREF(teller);
    return result;
}

// Raises the error in the list that it was made with, once, and adds nothing to its traceback. The list is emptied: else
// the error would hold itself by way of its traceback.
static PyObject* raiseIt(PyObject* list, PyObject* args)
{
    (void)args;
    PyObject* error = PyList_GetItem(list, 0);
    if (!error) return NULL;
    Py_INCREF(error);
    if (PyList_SetSlice(list, 0, 1, NULL)) PyErr_Clear();
    PyObject* type = (PyObject*)Py_TYPE(error);
    Py_INCREF(type);
    PyErr_Restore(type, error, PyException_GetTraceback(error));
    return NULL;
}

static PyMethodDef raiserMethod = {"raiser", raiseIt, METH_VARARGS, NULL};

static PyObject* raiser(PyObject* self, PyObject* error)
{
    (void)self;
    if (!PyExceptionInstance_Check(error)) {
        PyErr_SetString(PyExc_TypeError, "raiser() takes an exception");
        return NULL;
    }
    PyObject* list = Py_BuildValue("[O]", error);
    PyObject* function = list ? PyCFunction_NewEx(&raiserMethod, list, NULL) : NULL;
    Py_XDECREF(list);
    return function;
}

static int isClosed(PyObject* connection)
{
    PyObject* handle = PyObject_GetAttr(connection, handleName);
    if (!handle) PyErr_Clear();
    Py_XDECREF(handle);
    return !handle || handle == Py_None;
}

static PyObject* putTask(Side* side, PyObject* task)
{
    if (!isTuple(task, 5) || isClosed(side->connection)) return send(side, task);
    Record r = {sent,
                0,
                side->pool,
                number(PyTuple_GetItem(task, 0)),
                number(PyTuple_GetItem(task, 1)),
                tasksIn(side, task),
                0,
                0,
                0,
                {0}};
    r.begin = now();
    PyObject* data = PyObject_CallMethodObjArgs(side->pickler, dumpsName, task, NULL);
    const uint64_t pickled = now();
    r.durations[0] = (float)(pickled - r.begin);
    if (!data) {
        r.flags = unpicklableFlag;
        publish(&r);
        tell(side, task, task);
        return raiseRetold(side, dumpsName, task);
    }
    r.bytes = lengthOf(data);
    PyObject* result = PyObject_CallMethodObjArgs(side->connection, sendBytesName, data, NULL);
    Py_DECREF(data);
    if (!result) return raiseRetold(side, sendBytesName, task);
    r.durations[1] = (float)(now() - pickled);
    publish(&r);
    return result;
}

// The next `size` bytes, as Connection._recv gives them: a BytesIO.
static PyObject* receive(Side* side, uint64_t size)
{
    PyObject* wanted = PyLong_FromUnsignedLongLong(size);
    PyObject* data =
        wanted ? PyObject_CallMethodObjArgs(side->connection, recvName, wanted, NULL) : NULL;
    Py_XDECREF(wanted);
    return data;
}

// Receives a number of `size` bytes, high byte first.
static int receiveNumber(Side* side, int size, uint64_t* number)
{
    PyObject* data = receive(side, (uint64_t)size);
    PyObject* bytes = data ? PyObject_CallMethodObjArgs(data, valueName, NULL) : NULL;
    Py_XDECREF(data);
    const unsigned char* raw = bytes ? (const unsigned char*)PyBytes_AsString(bytes) : NULL;
    *number = 0;
    for (int i = 0; raw && i < size; ++i) *number = *number << 8 | raw[i];
    Py_XDECREF(bytes);
    return raw != NULL;
}

static PyObject* receiveMessage(Side* side)
{
    uint64_t size;
    if (!receiveNumber(side, 4, &size)) return NULL;
    side->header = now();
    if (size == 0xffffffffu && !receiveNumber(side, 8, &size)) return NULL;
    side->size = size;
    PyObject* data = receive(side, size);
    PyObject* buffer = data ? PyObject_CallMethodObjArgs(data, bufferName, NULL) : NULL;
    Py_XDECREF(data);
    side->received = now();
    return buffer;
}

static PyObject* getResult(Side* side, PyObject* none)
{
    (void)none;
    if (isClosed(side->connection)) return send(side, side->connection);
    PyObject* data = receiveMessage(side);
    if (!data) return raiseRetold(side, recvName, NULL);
    PyObject* result = PyObject_CallMethodObjArgs(side->pickler, loadsName, data, NULL);
    const uint64_t end = now();
    Py_DECREF(data);
    if (!result) return raiseRetold(side, loadsName, NULL);
    const int success = succeeded(result);
    if (success >= 0) {
        const Record r = {received,
                          success ? 0 : failedFlag,
                          side->pool,
                          number(PyTuple_GetItem(result, 0)),
                          number(PyTuple_GetItem(result, 1)),
                          0,
                          side->header,
                          side->size,
                          0,
                          {(float)(side->received - side->header), (float)(end - side->received)}};
        publish(&r);
    }
    return result;
}
