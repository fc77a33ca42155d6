// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Reads messages of calls that are known already. What stands in a message between the chunk's numbers and the items is
// the same in all messages of a call. Where it names a function of a module, or is a partial of one (chunk.py, `heart`),
// these bytes stand for what was unpickled from them, for as long as the module has that function under that name.

#include "native_function.h"

enum { knownCalls = 4 };

typedef struct {
    Bytes prelude;
    PyObject* names; // the dict of the module whose function is at the heart
    PyObject* name;
    PyObject* heart;
    PyObject* function; // what is called
} Known;

typedef struct {
    Known known[knownCalls];
    unsigned next;
    int isKnown; // the call of the last message: there is nothing to learn from it
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
    calls->isKnown = 0;
    if (!readNumbers(frame, &in, chunk)) return 0;
    for (int i = 0; i < knownCalls; ++i) {
        const Known* known = &calls->known[i];
        if (!known->heart || !has(&in, known->prelude.size) ||
            memcmp(in.at, known->prelude.data, known->prelude.size) != 0)
            continue;
        if (PyDict_GetItemWithError(known->names, known->name) != known->heart) continue;
        calls->isKnown = 1;
        in.at += known->prelude.size;
        if (!(chunk->items = readItems(&in, &calls->stack))) return 0;
        chunk->function = known->function;
        Py_INCREF(chunk->function);
        return 1;
    }
    return 0;
}

static void forgetCall(Known* known)
{
    Py_CLEAR(known->names);
    Py_CLEAR(known->name);
    Py_CLEAR(known->heart);
    Py_CLEAR(known->function);
}

static PyObject* grabbed(PyObject* object)
{
    Py_INCREF(object);
    return object;
}

static PyObject* textOf(View view) { return PyUnicode_DecodeUTF8(view.text, (Py_ssize_t)view.size, "surrogatepass"); }

static void keep(Calls* calls, const uint8_t* prelude, size_t size, PyObject* names, PyObject* name, PyObject* heart,
                 PyObject* function)
{
    Known* known = &calls->known[calls->next++ % knownCalls];
    forgetCall(known);
    if (!reserve(&known->prelude, size)) return;
    memcpy(known->prelude.data, prelude, size);
    known->prelude.size = size;
    known->names = grabbed(names);
    known->name = grabbed(name);
    known->heart = grabbed(heart);
    known->function = grabbed(function);
}

// Learns from a message that pickle has read, where what is at the heart of its function is what a module has under the
// name that stands in the message.
static void learn(Calls* calls, const Frame* frame, PyObject* function, PyObject* heart)
{
    Cursor in;
    Chunk numbers;
    View module = {NULL, 0}, name = {NULL, 0};
    if (!readNumbers(frame, &in, &numbers) || !has(&in, mapstarSize) || memcmp(in.at, mapstarName, mapstarSize) != 0)
        return;
    const uint8_t* prelude = in.at;
    in.at += mapstarSize;
    const uint8_t* end = endOfFunction(in, &module, &name);
    PyObject* moduleName = end ? textOf(module) : NULL;
    PyObject* ownName = moduleName ? textOf(name) : NULL;
    PyObject* found = ownName ? PyDict_GetItemWithError(PyImport_GetModuleDict(), moduleName) : NULL;
    if (found && PyModule_Check(found) && PyDict_GetItemWithError(PyModule_GetDict(found), ownName) == heart)
        keep(calls, prelude, (size_t)(end - prelude), PyModule_GetDict(found), ownName, heart, function);
    Py_XDECREF(moduleName);
    Py_XDECREF(ownName);
    PyErr_Clear();
}

static void closeCalls(Calls* calls)
{
    for (int i = 0; i < knownCalls; ++i) {
        free(calls->known[i].prelude.data);
        forgetCall(&calls->known[i]);
    }
    free(calls->stack.values);
}
