// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The worker's end of its channel as a stream of bytes: two rings and the socket that wakes, or the socket alone. What
// waits gives the GIL up; what finds its bytes or its room there does not.

#include "native_spin.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>

typedef struct {
    int fd, isRing, isOver, waits; // isOver: the other end is gone; waits: it was told that we wait
    Ring in, out;
    Spinner spinner;
} Stream;

static void openStream(Stream* stream, int fd, char* memory, int isRing)
{
    memset(stream, 0, sizeof *stream);
    fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
    stream->fd = fd;
    stream->isRing = isRing;
    openSpinner(&stream->spinner);
    if (!isRing) return;
    openRing(&stream->in, memory + ringOffset);
    openRing(&stream->out, memory + ringOffset + ringSize);
}

static ssize_t socketTake(Stream* stream, char* to, size_t count)
{
    ssize_t took;
    do took = recv(stream->fd, to, count, MSG_DONTWAIT);
    while (took < 0 && errno == EINTR);
    if (took > 0) return took;
    if (took < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return again;
    return took == 0 || errno == ECONNRESET ? ended : broken;
}

static ssize_t socketGive(Stream* stream, struct iovec* parts, int count)
{
    struct msghdr message = {0};
    message.msg_iov = parts;
    message.msg_iovlen = (size_t)count;
    ssize_t gave;
    do gave = sendmsg(stream->fd, &message, MSG_DONTWAIT | MSG_NOSIGNAL);
    while (gave < 0 && errno == EINTR);
    if (gave >= 0) return gave;
    return errno == EAGAIN || errno == EWOULDBLOCK ? again : ended;
}

static void ringBell(Stream* stream)
{
    char byte = 0;
    struct iovec part = {&byte, 1};
    socketGive(stream, &part, 1); // no room: it has not read what should wake it
}

// We were asleep, perhaps: what woke us is taken from the socket, and its end is seen.
static void endWait(Stream* stream)
{
    char rung[64];
    if (!stream->waits) return;
    stream->waits = 0;
    STORE(stream->in.places->readerWaits, 0);
    STORE(stream->out.places->writerWaits, 0);
    stream->isOver = socketTake(stream, rung, sizeof rung) < 0;
}

static int streamHolds(Stream* stream) { return stream->isRing && ringHolds(&stream->in) != 0; }

// The number of bytes, `again`, `ended` or `broken`.
static ssize_t streamTake(Stream* stream, char* to, size_t count)
{
    if (!stream->isRing) return socketTake(stream, to, count);
    endWait(stream);
    const ssize_t took = ringTake(&stream->in, to, count);
    if (took == again && stream->isOver) {
        const ssize_t last = ringTake(&stream->in, to, count); // its last words
        return last == again ? ended : last;
    }
    if (took > 0 && writerMustWake(&stream->in)) ringBell(stream);
    return took;
}

static void sleepOn(int fd, short events)
{
    struct pollfd one = {fd, events, 0};
    poll(&one, 1, -1);
}

// A program's own handler of a signal that came meanwhile runs here; what it raises has nobody to be raised to.
static void handleSignals(void)
{
    if (PyErr_CheckSignals() != 0) PyErr_WriteUnraisable(Py_None);
}

static void waitForBytes(Stream* stream)
{
    Py_BEGIN_ALLOW_THREADS
    if (!stream->isRing) {
        sleepOn(stream->fd, POLLIN);
    } else if (!spin(&stream->spinner, &stream->in)) {
        stream->waits = 1;
        if (mayWaitForBytes(&stream->in)) sleepOn(stream->fd, POLLIN);
    }
    Py_END_ALLOW_THREADS
    handleSignals();
}

static void waitForRoom(Stream* stream)
{
    Py_BEGIN_ALLOW_THREADS
    if (!stream->isRing) {
        sleepOn(stream->fd, POLLOUT);
    } else {
        stream->waits = 1;
        if (mayWaitForRoom(&stream->out)) sleepOn(stream->fd, POLLIN);
    }
    Py_END_ALLOW_THREADS
    handleSignals();
}

// The other end hears of what was given.
static void announce(Stream* stream)
{
    if (stream->isRing && readerMustWake(&stream->out)) ringBell(stream);
}

// Gives all of it, however long that takes; false where nobody is there to take it.
static int streamGive(Stream* stream, struct iovec* parts, int count)
{
    while (count > 0) {
        if (stream->isRing) endWait(stream);
        ssize_t gave = stream->isRing ? ringGive(&stream->out, parts, count) : socketGive(stream, parts, count);
        if (gave < 0 || (gave == 0 && stream->isOver)) return 0;
        while (count > 0 && (size_t)gave >= parts->iov_len) {
            gave -= (ssize_t)parts->iov_len;
            ++parts;
            --count;
        }
        if (count == 0) break;
        parts->iov_base = (char*)parts->iov_base + gave;
        parts->iov_len -= (size_t)gave;
        announce(stream);
        waitForRoom(stream);
    }
    return 1;
}
