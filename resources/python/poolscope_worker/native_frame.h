// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Frames out of the stream: core/transport/README.md says what they are made of. They are checked in private memory, and
// memory grows with the bytes that have arrived, not with what a head promises.

#include "native_stream.h"

#include <stdio.h>

enum { ready = 1, task = 2, result = 3, probe = 4 };
enum { aheadSize = 64 * 1024, growth = 1 << 20 };

static const uint32_t magicNumber = 0x50534331;
static const uint64_t frameLimit = (uint64_t)1 << 33;

typedef struct {
    uint32_t magic, kind, recordSize, serial;
    uint64_t payloadSize;
    uint32_t segment, buffers;
} FrameHead;

_Static_assert(sizeof(FrameHead) == 32, "as it is on the wire");

// Bytes that are kept from one use to the next.
typedef struct {
    char* data;
    size_t size, capacity;
} Bytes;

typedef struct {
    FrameHead head;
    char* record;  // these two live until the next frame is read
    char* payload;
} Frame;

typedef struct {
    Stream stream;
    char ahead[aheadSize]; // what was read, from begin to end not yet taken
    size_t begin, end;
    Bytes body; // of a frame that is not whole in `ahead`
    const char* fault;
} Reader;

static int reserve(Bytes* bytes, size_t capacity)
{
    if (capacity <= bytes->capacity) return 1;
    char* data = realloc(bytes->data, capacity);
    if (!data) return 0;
    bytes->data = data;
    bytes->capacity = capacity;
    return 1;
}

static int fail(Reader* reader, const char* fault)
{
    reader->fault = fault;
    return 0;
}

static int holdsBytes(Reader* reader) { return reader->begin != reader->end || streamHolds(&reader->stream); }

// Takes at least one byte, however long that takes: false at the end of the channel, or with a fault.
static ssize_t takeSome(Reader* reader, char* to, size_t count, int inFrame)
{
    for (;;) {
        const ssize_t took = streamTake(&reader->stream, to, count);
        if (took > 0) return took;
        if (took == broken) return fail(reader, "The channel broke.");
        if (took == ended) return inFrame ? fail(reader, "The channel ended in the middle of a frame.") : 0;
        waitForBytes(&reader->stream);
    }
}

static int fillAhead(Reader* reader)
{
    memmove(reader->ahead, reader->ahead + reader->begin, reader->end - reader->begin);
    reader->end -= reader->begin;
    reader->begin = 0;
    const ssize_t took = takeSome(reader, reader->ahead + reader->end, aheadSize - reader->end, reader->end != 0);
    reader->end += (size_t)took;
    return took > 0;
}

static int isAccepted(Reader* reader, const FrameHead* head)
{
    if (head->magic != magicNumber)
        return fail(reader, "What arrived is not a frame: it does not begin with the frame's magic number.");
    if (head->kind < ready || head->kind > probe) {
        static __thread char said[96];
        snprintf(said, sizeof said, "What arrived is not a frame that is known here: its kind is %u.",
                 (unsigned)head->kind);
        return fail(reader, said);
    }
    if (head->segment || head->buffers)
        return fail(reader, "A frame came with buffers beside it, which a Python worker does not take.");
    if (head->recordSize > frameLimit || head->payloadSize > frameLimit - head->recordSize)
        return fail(reader, "A frame announces more bytes than the 8 GiB that are allowed.");
    return 1;
}

// A body that is not whole in `ahead`: goes straight into memory of its own, which grows by what has come.
static char* takeBody(Reader* reader, size_t size)
{
    Bytes* body = &reader->body;
    body->size = reader->end - reader->begin;
    if (body->size > size) body->size = size;
    if (!reserve(body, body->size + 1)) return NULL;
    memcpy(body->data, reader->ahead + reader->begin, body->size);
    reader->begin += body->size;
    while (body->size < size) {
        const size_t left = size - body->size;
        if (body->size == body->capacity) {
            size_t more = body->size > growth ? body->size : growth;
            if (more > left) more = left;
            if (!reserve(body, body->size + more)) return NULL;
        }
        const size_t room = body->capacity - body->size;
        const ssize_t took = takeSome(reader, body->data + body->size, left < room ? left : room, 1);
        if (took <= 0) return NULL;
        body->size += (size_t)took;
    }
    return body->data;
}

// The next frame; false at the end of the channel, or with a fault.
static int readFrame(Reader* reader, Frame* frame)
{
    while (reader->end - reader->begin < sizeof frame->head)
        if (!fillAhead(reader)) return 0;
    memcpy(&frame->head, reader->ahead + reader->begin, sizeof frame->head);
    reader->begin += sizeof frame->head;
    if (!isAccepted(reader, &frame->head)) return 0;
    const size_t size = frame->head.recordSize + (size_t)frame->head.payloadSize;
    if (reader->end - reader->begin >= size) {
        frame->record = reader->ahead + reader->begin;
        reader->begin += size;
    } else {
        frame->record = takeBody(reader, size);
        if (!frame->record) return fail(reader, reader->fault ? reader->fault : "There is no memory for a frame.");
    }
    frame->payload = frame->record + frame->head.recordSize;
    return 1;
}

// A frame that was large is not kept for ever.
static void forgetFrame(Reader* reader)
{
    if (reader->body.capacity <= 4 * growth) return;
    free(reader->body.data);
    memset(&reader->body, 0, sizeof reader->body);
}
