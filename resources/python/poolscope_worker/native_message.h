// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Reads messages of calls that are known already. What stands in a message between the chunk's numbers and the items is
// the same in all messages of a call: where it names a function of a module, these bytes stand for that module and that
// name, and the function is looked up there each time.

#include "native_items.h"

enum { knownCalls = 4 };

typedef struct {
    Bytes prelude;
    PyObject* names; // the module's dict
    PyObject* name;
} Known;

typedef struct {
    Known known[knownCalls];
    unsigned next;
    Stack stack;
} Calls;

// A message taken apart; `function` and `items` are references of ours.
typedef struct {
    int64_t job, index;
    PyObject *function, *items;
} Chunk;

static const char mapstarName[] = "\x8c\x14multiprocessing.pool\x94\x8c\x07mapstar\x94\x93\x94";
static const char tail[] = "\x86\x94\x85\x94}\x94t\x94."; // behind the items
enum { mapstarSize = sizeof mapstarName - 1, tailSize = sizeof tail - 1 };

// To behind the numbers; `end` is where the tail begins. Only what lies in one frame of protocol 4 or 5.
static int readNumbers(const Frame* frame, Cursor* in, Chunk* chunk)
{
    const uint8_t* bytes = (const uint8_t*)frame->payload;
    const uint64_t size = frame->head.payloadSize;
    if (size < 12 + mapstarSize + tailSize || bytes[0] != 0x80 || bytes[1] < 4 || bytes[1] > 5 || bytes[2] != 0x95 ||
        unsignedOf(bytes + 3, 8) != size - 11 || bytes[11] != '(')
        return 0;
    in->at = bytes + 12;
    in->end = bytes + size - tailSize;
    return memcmp(in->end, tail, tailSize) == 0 && readInteger(in, &chunk->job) && readInteger(in, &chunk->index);
}

static int readKnown(Calls* calls, const Frame* frame, Chunk* chunk)
{
    Cursor in;
    if (!readNumbers(frame, &in, chunk)) return 0;
    for (int i = 0; i < knownCalls; ++i) {
        const Known* known = &calls->known[i];
        if (!known->names || !has(&in, known->prelude.size) ||
            memcmp(in.at, known->prelude.data, known->prelude.size) != 0)
            continue;
        in.at += known->prelude.size;
        PyObject* function = PyDict_GetItemWithError(known->names, known->name);
        if (!function || !(chunk->items = readItems(&in, &calls->stack))) return 0;
        Py_INCREF(function);
        chunk->function = function;
        return 1;
    }
    return 0;
}

// A short text that is memoized, as names are.
static PyObject* readName(Cursor* in)
{
    PyObject* name = has(in, 2) && *in->at == 0x8c ? readText(in, 1, 1) : NULL;
    if (name && has(in, 1) && *in->at++ == 0x94) return name;
    Py_XDECREF(name);
    return NULL;
}

static void keep(Calls* calls, PyObject* module, PyObject* name, const uint8_t* prelude, size_t size)
{
    Known* known = &calls->known[calls->next++ % knownCalls];
    if (!reserve(&known->prelude, size)) return;
    memcpy(known->prelude.data, prelude, size);
    known->prelude.size = size;
    Py_XDECREF(known->names);
    Py_XDECREF(known->name);
    known->names = PyModule_GetDict(module);
    Py_INCREF(known->names);
    Py_INCREF(name);
    known->name = name;
    PyUnicode_InternInPlace(&known->name);
}

// Learns from a message that pickle has read, where its function is what its module has under its name.
static void learn(Calls* calls, const Frame* frame, PyObject* function)
{
    Cursor in;
    Chunk numbers;
    if (!readNumbers(frame, &in, &numbers) || !has(&in, mapstarSize) || memcmp(in.at, mapstarName, mapstarSize) != 0)
        return;
    const uint8_t* prelude = in.at;
    in.at += mapstarSize;
    PyObject* moduleName = readName(&in);
    PyObject* name = moduleName ? readName(&in) : NULL;
    PyObject* module = NULL;
    if (name && has(&in, 2) && in.at[0] == 0x93 && in.at[1] == 0x94)
        module = PyDict_GetItemWithError(PyImport_GetModuleDict(), moduleName);
    if (module && PyModule_Check(module) && PyDict_GetItemWithError(PyModule_GetDict(module), name) == function)
        keep(calls, module, name, prelude, (size_t)(in.at + 2 - prelude));
    Py_XDECREF(moduleName);
    Py_XDECREF(name);
    PyErr_Clear();
}

static void closeCalls(Calls* calls)
{
    for (int i = 0; i < knownCalls; ++i) {
        free(calls->known[i].prelude.data);
        Py_XDECREF(calls->known[i].names);
        Py_XDECREF(calls->known[i].name);
    }
    free(calls->stack.values);
}
