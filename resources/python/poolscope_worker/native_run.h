// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Runs the tasks of a chunk, one after the other, as run.py does without this helper. What a task raises is kept
// for its answer, which Python writes then: there is one place for that.

#include "native_answer.h"
#include "native_message.h"

#include <pthread.h>

static int isFork; // a task has forked, and this is the copy
static void noteFork(void) { isFork = 1; }

// Calls a method of the worker's objects; the arguments end with NULL.
#define CALL(object, name, ...) PyObject_CallMethodObjArgs(object, name, __VA_ARGS__)

static PyObject *readName_, *unreadableName, *refusedName, *failureName, *abandonedName, *writeName, *probeName, *leaveName,
    *refreshName, *heartName;

static int makeNames(void)
{
    static const struct {
        PyObject** name;
        const char* text;
    } all[] = {{&readName_, "read"},           {&unreadableName, "unreadable"}, {&refusedName, "refused"},
               {&failureName, "failure"},      {&abandonedName, "abandoned"},   {&writeName, "write"},
               {&probeName, "probe"},          {&leaveName, "leave"},           {&refreshName, "refresh"},
               {&heartName, "heart"}};
    for (size_t i = 0; i < sizeof all / sizeof *all; ++i)
        if (!(*all[i].name = PyUnicode_InternFromString(all[i].text))) return 0;
    return 1;
}

// The exception that is set, which is so no more.
static PyObject* takeError(void)
{
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    PyErr_NormalizeException(&type, &value, &traceback);
    if (traceback) PyException_SetTraceback(value, traceback);
    Py_XDECREF(type);
    Py_XDECREF(traceback);
    return value;
}

// One of the two that came back from a fork is no worker: it leaves with what it printed.
static void leaveFork(PyObject* chunks)
{
    PyErr_Clear();
    CALL(chunks, leaveName, NULL);
    _exit(0);
}

static int noteFailure(PyObject* chunks, PyObject* values, PyObject** failures, Py_ssize_t at)
{
    PyObject* error = takeError();
    PyObject* failure = CALL(chunks, failureName, error, NULL);
    Py_XDECREF(error);
    PyObject* key = PyLong_FromSsize_t(at);
    if (!*failures) *failures = PyDict_New();
    const int well = failure && key && *failures && !PyDict_SetItem(*failures, key, failure) &&
                     !PyList_Append(values, Py_None);
    Py_XDECREF(failure);
    Py_XDECREF(key);
    return well;
}

enum { ranAll, wasAbandoned, couldNot }; // could not: an exception is set, which is our own

// The page names each task while it runs: one that is not among the finished.
static int runTasks(PyObject* chunks, const Chunk* chunk, StatusPage* page, PyObject* values, PyObject** failures)
{
    const Py_ssize_t count = PyTuple_Size(chunk->items);
    const uint64_t serial = LOAD(page->chunk);
    int how = ranAll;
    for (Py_ssize_t i = 0; i < count && how == ranAll; ++i) {
        if (LOAD(page->abandoned) == serial) {
            how = wasAbandoned;
            break;
        }
        STORE(page->task, (uint64_t)i);
        PyObject* value = PyObject_CallFunctionObjArgs(chunk->function, PyTuple_GetItem(chunk->items, i), NULL);
        if (isFork) leaveFork(chunks);
        if ((!value || PyList_Append(values, value)) && !noteFailure(chunks, values, failures, i)) how = couldNot;
        Py_XDECREF(value);
        STORE(page->finished, (uint64_t)i + 1);
    }
    PUBLISH(page->task, idle);
    return how;
}
