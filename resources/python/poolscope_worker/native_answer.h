// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Writes (job, index, (True, [values])) where all values are plain, as pickle would: numbers, short texts and bytes,
// True, False and None. A text that is there twice is written twice, which pickle does not do. An answer of more than
// one frame (64 KiB) is left to pickle, and so is all else.

#include "native_items.h"

enum { frameTarget = 64 * 1024, longestValue = 2 + 255 + 1, batchSize = 1000 };

static char* writeLittle(char* out, uint64_t value, unsigned count)
{
    for (unsigned i = 0; i < count; ++i) *out++ = (char)(value >> (8 * i));
    return out;
}

static char* writeInteger(char* out, int64_t value)
{
    if (value >= 0 && value < 256) {
        *out++ = 'K';
        return writeLittle(out, (uint64_t)value, 1);
    }
    if (value >= 0 && value < 65536) {
        *out++ = 'M';
        return writeLittle(out, (uint64_t)value, 2);
    }
    if (value >= INT32_MIN && value <= INT32_MAX) {
        *out++ = 'J';
        return writeLittle(out, (uint64_t)value, 4);
    }
    unsigned count = 8; // the fewest bytes whose sign is the number's
    while (value >> (8 * count - 9) == (value < 0 ? -1 : 0)) --count;
    *out++ = (char)0x8a;
    *out++ = (char)count;
    return writeLittle(out, (uint64_t)value, count);
}

static char* writeFloat(char* out, double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    *out++ = 'G';
    for (int i = 7; i >= 0; --i) *out++ = (char)(bits >> (8 * i));
    return out;
}

static char* writeShort(char* out, char op, PyObject* bytes)
{
    char* data;
    Py_ssize_t size;
    if (!bytes || PyBytes_AsStringAndSize(bytes, &data, &size) || size > 255) return NULL;
    *out++ = op;
    *out++ = (char)size;
    memcpy(out, data, (size_t)size);
    out[size] = (char)0x94;
    return out + size + 1;
}

static char* writeText(char* out, PyObject* text)
{
    PyObject* bytes = PyUnicode_GetLength(text) <= 255 ? PyUnicode_AsUTF8String(text) : NULL;
    out = writeShort(out, (char)0x8c, bytes);
    Py_XDECREF(bytes);
    return out;
}

// NULL where it is not plain; an exception may be set then.
static char* writeValue(char* out, PyObject* value)
{
    if (PyLong_CheckExact(value)) {
        int overflow;
        const long long number = PyLong_AsLongLongAndOverflow(value, &overflow);
        return overflow ? NULL : writeInteger(out, number);
    }
    if (PyFloat_CheckExact(value)) return writeFloat(out, PyFloat_AsDouble(value));
    if (value == Py_None) return *out = 'N', out + 1;
    if (value == Py_True) return *out = (char)0x88, out + 1;
    if (value == Py_False) return *out = (char)0x89, out + 1;
    if (PyUnicode_CheckExact(value)) return writeText(out, value);
    return PyBytes_CheckExact(value) ? writeShort(out, 'C', value) : NULL;
}

static char* writeList(char* out, const char* end, PyObject* values, Py_ssize_t count)
{
    *out++ = ']';
    *out++ = (char)0x94;
    for (Py_ssize_t i = 0; out && i < count; ++i) {
        if (out + longestValue + 2 > end) return NULL;
        if (count > 1 && i % batchSize == 0) *out++ = '(';
        if (!(out = writeValue(out, PyList_GetItem(values, i)))) return NULL;
        if (count == 1) *out++ = 'a';
        else if (i % batchSize == batchSize - 1 || i + 1 == count) *out++ = 'e';
    }
    return out;
}

// Into `bytes`; false, with no exception, where pickle has to write it.
static int writeAnswer(Bytes* bytes, int protocol, int64_t job, int64_t index, PyObject* values)
{
    if (protocol < 4 || !reserve(bytes, frameTarget)) return 0;
    char* out = bytes->data + 11;
    out = writeInteger(out, job);
    out = writeInteger(out, index);
    *out++ = (char)0x88;
    out = writeList(out, bytes->data + frameTarget - 16, values, PyList_Size(values));
    if (!out) {
        PyErr_Clear();
        return 0;
    }
    memcpy(out, "\x86\x94\x87\x94.", 5);
    bytes->size = (size_t)(out + 5 - bytes->data);
    bytes->data[0] = (char)0x80;
    bytes->data[1] = (char)protocol;
    bytes->data[2] = (char)0x95;
    writeLittle(bytes->data + 3, bytes->size - 11, 8);
    return 1;
}
