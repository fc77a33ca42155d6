// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
// The C helper of poolscope_worker: a worker's loop, over a pipe or a ring. Built on the stable ABI of 3.8, so that one
// file serves every Python. Where it is missing, serve.py does the same in Python, over a pipe alone.

#define _GNU_SOURCE
#include "native_lane.h"

#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>

static PyObject* dieWithParent(PyObject* self, PyObject* none)
{
    (void)self;
    (void)none;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    Py_RETURN_NONE;
}

static char* mapMemory(int fd, size_t size)
{
    struct stat found;
    if (fstat(fd, &found) == 0 && (size_t)found.st_size >= size) {
        void* memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        if (memory != MAP_FAILED) return memory;
    }
    PyErr_SetString(PyExc_OSError, "the memory shared with the parent cannot be mapped");
    return NULL;
}

static int raiseBroken(const char* fault)
{
    PyObject* frames = PyImport_ImportModule("poolscope_worker.frames");
    PyObject* kind = frames ? PyObject_GetAttrString(frames, "Broken") : NULL;
    if (kind) PyErr_SetString(kind, fault);
    Py_XDECREF(frames);
    Py_XDECREF(kind);
    return 0;
}

static int isRefused(PyObject* chunks)
{
    PyObject* refusal = PyObject_GetAttrString(chunks, "refusal");
    Py_XDECREF(refusal);
    return refusal && refusal != Py_None;
}

static void closeLane(Lane* lane, size_t memorySize)
{
    closeCalls(&lane->calls);
    free(lane->out.data);
    free(lane->reader.body.data);
    munmap(lane->page, memorySize);
    free(lane);
}

// serve(chunks, usage, channel, memory, is_ring, protocol): until the channel ends.
static PyObject* serve(PyObject* self, PyObject* args)
{
    PyObject *chunks, *usage;
    int fd, memoryFd, isRing, protocol;
    (void)self;
    if (!PyArg_ParseTuple(args, "OOiipi", &chunks, &usage, &fd, &memoryFd, &isRing, &protocol)) return NULL;
    const size_t size = isRing ? ringOffset + 2 * (size_t)ringSize : sizeof(StatusPage);
    char* memory = mapMemory(memoryFd, size);
    if (!memory) return NULL;
    Lane* lane = calloc(1, sizeof *lane);
    if (!lane) return PyErr_NoMemory();
    openStream(&lane->reader.stream, fd, memory, isRing);
    lane->page = (StatusPage*)memory;
    lane->chunks = chunks;
    lane->usage = usage;
    lane->protocol = protocol;
    lane->isRefused = isRefused(chunks);
    const int well = serveFrames(lane) && (!lane->reader.fault || raiseBroken(lane->reader.fault));
    closeLane(lane, size);
    if (!well) return NULL;
    Py_RETURN_NONE;
}

static PyMethodDef functions[] = {{"die_with_parent", dieWithParent, METH_NOARGS, NULL},
                                  {"serve", serve, METH_VARARGS, NULL},
                                  {NULL, NULL, 0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "_native", NULL, -1, functions, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__native(void)
{
    pthread_atfork(NULL, NULL, noteFork);
    return makeNames() ? PyModule_Create(&definition) : NULL;
}
