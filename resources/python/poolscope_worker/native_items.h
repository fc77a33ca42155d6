// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Reads the items of a message where they are plain: numbers, texts, bytes, and tuples, lists and dicts of them. All
// else, what refers to something before it too, is left to pickle, which reads the whole message then.

#include "native_frame.h"

typedef struct {
    const uint8_t* at;
    const uint8_t* end;
} Cursor;

typedef struct {
    PyObject** values;
    size_t count, capacity;
    size_t marks[32], markCount;
} Stack;

static void clearStack(Stack* stack, size_t from)
{
    while (stack->count > from) Py_DECREF(stack->values[--stack->count]);
}

static int push(Stack* stack, PyObject* value)
{
    if (!value) return 0;
    if (stack->count == stack->capacity) {
        const size_t capacity = stack->capacity ? 2 * stack->capacity : 64;
        PyObject** values = realloc(stack->values, capacity * sizeof *values);
        if (!values) {
            Py_DECREF(value);
            return 0;
        }
        stack->values = values;
        stack->capacity = capacity;
    }
    stack->values[stack->count++] = value;
    return 1;
}

static int has(const Cursor* in, uint64_t count) { return (uint64_t)(in->end - in->at) >= count; }

// A little-endian number of up to eight bytes.
static uint64_t unsignedOf(const uint8_t* bytes, unsigned count)
{
    uint64_t value = 0;
    for (unsigned i = 0; i < count; ++i) value |= (uint64_t)bytes[i] << (8 * i);
    return value;
}

// The whole number that stands at the cursor, if it is one of at most 64 bits.
static int readInteger(Cursor* in, int64_t* value)
{
    static const uint8_t widths[] = {['K'] = 1, ['M'] = 2, ['J'] = 4};
    if (!has(in, 2)) return 0;
    const uint8_t op = *in->at;
    unsigned width = op < sizeof widths ? widths[op] : 0;
    const uint8_t* bytes = in->at + 1;
    if (op == 0x8a) width = *bytes++; // LONG1
    if (width == 0 || width > 8 || (size_t)(in->end - bytes) < width) return 0;
    const uint64_t bits = unsignedOf(bytes, width);
    const unsigned shift = op == 'J' || op == 0x8a ? 64 - 8 * width : 0;
    *value = (int64_t)(bits << shift) >> shift;
    in->at = bytes + width;
    return 1;
}

static PyObject* readFloat(const uint8_t* bytes)
{
    uint64_t bits = 0;
    double value;
    for (int i = 0; i < 8; ++i) bits = bits << 8 | bytes[i];
    memcpy(&value, &bits, sizeof value);
    return PyFloat_FromDouble(value);
}

// A text or bytes, behind a length of `width` bytes.
static PyObject* readText(Cursor* in, unsigned width, int isText)
{
    if (!has(in, 1u + width)) return NULL;
    const uint64_t size = unsignedOf(in->at + 1, width);
    in->at += 1 + width;
    if (!has(in, size)) return NULL;
    const char* bytes = (const char*)in->at;
    in->at += size;
    return isText ? PyUnicode_DecodeUTF8(bytes, (Py_ssize_t)size, "surrogatepass")
                  : PyBytes_FromStringAndSize(bytes, (Py_ssize_t)size);
}

static int pushConstant(Stack* stack, PyObject* value)
{
    Py_INCREF(value);
    return push(stack, value);
}

static int pushTuple(Stack* stack, size_t from)
{
    if (from > stack->count) return 0;
    PyObject* tuple = PyTuple_New((Py_ssize_t)(stack->count - from));
    if (!tuple) return 0;
    for (size_t i = from; i < stack->count; ++i) PyTuple_SetItem(tuple, (Py_ssize_t)(i - from), stack->values[i]);
    stack->count = from;
    return push(stack, tuple);
}

// What lies from `from` on goes to the list or the dict below it.
static int fold(Stack* stack, size_t from, int isDict)
{
    if (from == 0 || from > stack->count) return 0;
    PyObject* whole = stack->values[from - 1];
    if (isDict ? !PyDict_CheckExact(whole) || (stack->count - from) % 2 != 0 : !PyList_CheckExact(whole)) return 0;
    for (size_t i = from; i < stack->count; i += isDict ? 2 : 1) {
        const int failed = isDict ? PyDict_SetItem(whole, stack->values[i], stack->values[i + 1])
                                  : PyList_Append(whole, stack->values[i]);
        if (failed) return 0;
    }
    clearStack(stack, from);
    return 1;
}

static int toMark(Stack* stack, size_t* from)
{
    if (stack->markCount == 0) return 0;
    *from = stack->marks[--stack->markCount];
    return 1;
}

static int back(const Stack* stack, size_t count, size_t* from)
{
    const size_t floor = stack->markCount ? stack->marks[stack->markCount - 1] : 0;
    if (stack->count < floor + count) return 0;
    *from = stack->count - count;
    return 1;
}

// What has an opcode and no more.
static int readBare(uint8_t op, Stack* stack)
{
    size_t from = 0;
    switch (op) {
    case 'N': return pushConstant(stack, Py_None);
    case 0x88: return pushConstant(stack, Py_True);
    case 0x89: return pushConstant(stack, Py_False);
    case 0x94: return 1; // MEMOIZE: who asks for it later is no plain item
    case ')': return push(stack, PyTuple_New(0));
    case ']': return push(stack, PyList_New(0));
    case '}': return push(stack, PyDict_New());
    case '(': return stack->markCount < 32 && (stack->marks[stack->markCount++] = stack->count, 1);
    case 0x85:
    case 0x86:
    case 0x87: return back(stack, op - 0x84u, &from) && pushTuple(stack, from);
    case 't': return toMark(stack, &from) && pushTuple(stack, from);
    case 'a': return back(stack, 1, &from) && fold(stack, from, 0);
    case 'e': return toMark(stack, &from) && fold(stack, from, 0);
    case 's': return back(stack, 2, &from) && fold(stack, from, 1);
    case 'u': return toMark(stack, &from) && fold(stack, from, 1);
    default: return 0;
    }
}

static int readOne(Cursor* in, Stack* stack)
{
    int64_t number;
    const uint8_t op = *in->at;
    switch (op) {
    case 'K':
    case 'M':
    case 'J':
    case 0x8a: return readInteger(in, &number) && push(stack, PyLong_FromLongLong(number));
    case 'G':
        if (!has(in, 9)) return 0;
        in->at += 9;
        return push(stack, readFloat(in->at - 8));
    case 0x8c: return push(stack, readText(in, 1, 1));
    case 'X': return push(stack, readText(in, 4, 1));
    case 'C': return push(stack, readText(in, 1, 0));
    case 'B': return push(stack, readText(in, 4, 0));
    default: ++in->at; return readBare(op, stack);
    }
}

// The tuple of items that stands from the cursor to its end; NULL, with no exception, where pickle has to read it.
static PyObject* readItems(Cursor* in, Stack* stack)
{
    int well = 1;
    stack->markCount = 0;
    while (well && in->at < in->end) well = readOne(in, stack);
    PyObject* items = NULL;
    if (well && stack->count == 1 && stack->markCount == 0 && PyTuple_CheckExact(stack->values[0])) {
        items = stack->values[0];
        stack->count = 0;
    }
    clearStack(stack, 0);
    if (!items) PyErr_Clear();
    return items;
}
