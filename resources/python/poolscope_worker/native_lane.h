// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A worker's life on one lane: core/worker/serve.cpp in C, for functions in Python. What is not the usual (a failure, a
// message that pickle has to read, a probe) is asked of the objects that serve without this helper too: chunk.py.

#include "native_run.h"

enum { waitBegan, readBegan, wasRead, unpickled, computed, pickled, momentCount };
static const int64_t keptBack = 50000, usageEvery = 20000000; // ns

typedef struct {
    Reader reader;
    Calls calls;
    Bytes out;
    StatusPage* page;
    PyObject *chunks, *usage;
    int protocol, isRefused;
    int64_t moments[momentCount];
    int64_t usageRead, computing, announced; // computing: ns, since the usage was read
} Lane;

// An answer's pickle: in the lane's own memory, or in a bytes of Python's.
typedef struct {
    PyObject* object;
    char* data;
    size_t size;
} Answer;

// An answer of Python's; false where there is none, but an exception.
static int answerWith(Answer* answer, PyObject* object)
{
    Py_ssize_t size;
    if (!object || PyBytes_AsStringAndSize(object, &answer->data, &size)) {
        Py_XDECREF(object);
        return 0;
    }
    answer->object = object;
    answer->size = (size_t)size;
    return 1;
}

static int sendFrame(Lane* lane, uint32_t kind, uint32_t serial, size_t recordSize, const char* data, size_t size)
{
    FrameHead head = {magicNumber, kind, (uint32_t)recordSize, serial, size, 0, 0};
    struct iovec parts[] = {{&head, sizeof head}, {lane->moments, recordSize}, {(char*)data, size}};
    return streamGive(&lane->reader.stream, parts, 3);
}

// Memory and waiting for a CPU, at most fifty times a second.
static int refreshUsage(Lane* lane, int64_t at)
{
    if (at - lane->usageRead < usageEvery) return 1;
    PyObject* moment = PyLong_FromLongLong(at);
    PyObject* computing = PyLong_FromLongLong(lane->computing);
    PyObject* none = moment && computing ? CALL(lane->usage, refreshName, moment, computing, NULL) : NULL;
    lane->usageRead = at;
    lane->computing = 0;
    Py_XDECREF(moment);
    Py_XDECREF(computing);
    Py_XDECREF(none);
    return none != NULL;
}

static PyObject* payloadOf(const Frame* frame)
{
    return PyMemoryView_FromMemory(frame->payload, (Py_ssize_t)frame->head.payloadSize, PyBUF_WRITE);
}

// By pickle: false with an exception where the message cannot be unpickled.
static int readByPickle(Lane* lane, const Frame* frame, Chunk* chunk)
{
    PyObject* message = payloadOf(frame);
    PyObject* parts = message ? CALL(lane->chunks, readName_, message, NULL) : NULL;
    Py_XDECREF(message);
    if (!parts) return 0;
    long long job, index;
    const int well = PyArg_ParseTuple(parts, "LLOO", &job, &index, &chunk->function, &chunk->items);
    if (well) {
        chunk->job = job;
        chunk->index = index;
        Py_INCREF(chunk->function);
        Py_INCREF(chunk->items);
    }
    if (well && !lane->calls.isKnown) {
        PyObject* heart = CALL(lane->chunks, heartName, chunk->function, NULL);
        if (heart) learn(&lane->calls, frame, chunk->function, heart);
        Py_XDECREF(heart);
        PyErr_Clear();
    }
    Py_DECREF(parts);
    return well;
}

// Where no task can be run.
static int answerNone(Lane* lane, const Frame* frame, Answer* answer)
{
    PyObject *made, *what;
    if (lane->isRefused) {
        what = payloadOf(frame);
        made = what ? CALL(lane->chunks, refusedName, what, NULL) : NULL;
    } else {
        what = takeError();
        made = CALL(lane->chunks, unreadableName, what, NULL);
    }
    Py_XDECREF(what);
    lane->moments[unpickled] = lane->moments[computed] = now();
    return answerWith(answer, made);
}

static int writeByPickle(Lane* lane, const Chunk* chunk, PyObject* values, PyObject* failures, Answer* answer)
{
    PyObject* job = PyLong_FromLongLong(chunk->job);
    PyObject* index = PyLong_FromLongLong(chunk->index);
    PyObject* made = NULL;
    if (job && index && values) {
        made = CALL(lane->chunks, writeName, job, index, values, failures ? failures : Py_None, NULL);
    } else if (job && index) {
        PyObject* count = PyLong_FromSsize_t(PyTuple_Size(chunk->items));
        made = count ? CALL(lane->chunks, abandonedName, job, index, count, NULL) : NULL;
        Py_XDECREF(count);
    }
    Py_XDECREF(job);
    Py_XDECREF(index);
    return answerWith(answer, made);
}

static int runAndWrite(Lane* lane, const Chunk* chunk, Answer* answer)
{
    PyObject *values = PyList_New(0), *failures = NULL;
    if (!values) return 0;
    PUBLISH(lane->page->computeBegan, lane->moments[unpickled]);
    const int how = runTasks(lane->chunks, chunk, lane->page, values, &failures);
    PUBLISH(lane->page->computeBegan, 0);
    lane->moments[computed] = now();
    lane->computing += lane->moments[computed] - lane->moments[unpickled];
    int well = how != couldNot && refreshUsage(lane, lane->moments[computed]);
    if (well && how == ranAll && !failures &&
        writeAnswer(&lane->out, lane->protocol, chunk->job, chunk->index, values)) {
        answer->data = lane->out.data;
        answer->size = lane->out.size;
    } else if (well) {
        well = writeByPickle(lane, chunk, how == ranAll ? values : NULL, failures, answer);
    }
    Py_DECREF(values);
    Py_XDECREF(failures);
    return well;
}

// Answers one chunk; false where an exception of ours is set. Nothing of the chunk is alive behind here.
static int answerTask(Lane* lane, const Frame* frame, int* isSent)
{
    Chunk chunk = {0};
    Answer answer = {0};
    lane->moments[wasRead] = now();
    STORE(lane->page->finished, 0);
    PUBLISH(lane->page->chunk, frame->head.serial);
    int well;
    if (!lane->isRefused && (readKnown(&lane->calls, frame, &chunk) || readByPickle(lane, frame, &chunk))) {
        lane->moments[unpickled] = now();
        well = runAndWrite(lane, &chunk, &answer);
        Py_DECREF(chunk.function);
        Py_DECREF(chunk.items);
    } else {
        well = answerNone(lane, frame, &answer);
    }
    lane->moments[pickled] = now();
    *isSent = well && sendFrame(lane, result, frame->head.serial, sizeof lane->moments, answer.data, answer.size);
    PUBLISH(lane->page->chunk, idle);
    Py_XDECREF(answer.object);
    return well;
}

static int answerProbe(Lane* lane, const Frame* frame, int* isSent)
{
    Answer answer = {0};
    PyObject* record = PyBytes_FromStringAndSize(frame->record, frame->head.recordSize);
    PyObject* message = record ? payloadOf(frame) : NULL;
    PyObject* made = message ? CALL(lane->chunks, probeName, record, message, NULL) : NULL;
    Py_XDECREF(record);
    Py_XDECREF(message);
    if (!answerWith(&answer, made)) return 0;
    lane->moments[pickled] = now();
    *isSent = sendFrame(lane, result, frame->head.serial, 0, answer.data, answer.size);
    Py_DECREF(answer.object);
    return 1;
}

// Over a ring answers go out together while there is more to do: the parent is woken for them when there is not, and now
// and then; other threads get the GIL then, too.
static void announceNowAndThen(Lane* lane)
{
    if (holdsBytes(&lane->reader)) {
        if (lane->moments[pickled] - lane->announced < keptBack) return;
        Py_BEGIN_ALLOW_THREADS
        Py_END_ALLOW_THREADS
    }
    lane->announced = lane->moments[pickled];
    announce(&lane->reader.stream);
}

// Until the channel ends; false where an exception of ours is set.
static int serveFrames(Lane* lane)
{
    Frame frame;
    int well = 1, isSent = 1;
    lane->moments[waitBegan] = now();
    if (!sendFrame(lane, ready, 0, sizeof *lane->moments, NULL, 0)) return 1;
    announce(&lane->reader.stream);
    well = refreshUsage(lane, lane->moments[waitBegan]);
    while (well && isSent) {
        lane->moments[readBegan] = lane->moments[waitBegan]; // where the next is there already
        if (!holdsBytes(&lane->reader)) {
            if (!fillAhead(&lane->reader)) break;
            lane->moments[readBegan] = now();
        }
        if (!readFrame(&lane->reader, &frame)) break;
        if (frame.head.kind == task && !claim(lane->page, frame.head.serial)) continue; // it was taken back
        well = frame.head.kind == probe ? answerProbe(lane, &frame, &isSent) : answerTask(lane, &frame, &isSent);
        forgetFrame(&lane->reader);
        announceNowAndThen(lane);
        lane->moments[waitBegan] = now();
    }
    return well;
}
