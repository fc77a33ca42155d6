// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// The C helper of poolscope_trace: the ring, and both ends of a pool's pipe. Built on the stable ABI of 3.8, so that
// one file serves every Python. Where it is missing, ring.py and sides.py do the same in Python.

#include "native_parent.h"
#include "native_worker.h"

#define METHOD(name, function, flags)                                                              \
    {                                                                                              \
        name, (PyCFunction)(void (*)(void))(function), flags, NULL                                 \
    }

static PyMethodDef sideMethods[] = {METHOD("begin", begin, METH_NOARGS),
                                    METHOD("unpack", unpack, METH_FASTCALL),
                                    METHOD("dumps", dumps, METH_O),
                                    METHOD("put_task", putTask, METH_O),
                                    METHOD("get_result", getResult, METH_NOARGS),
                                    METHOD("take_task", takeTask, METH_O),
                                    METHOD("put_result", putResult, METH_O),
                                    {NULL, NULL, 0, NULL}};

static PyGetSetDef sideGetters[] = {{"loads", (getter)getLoads, NULL, NULL, NULL},
                                    {NULL, NULL, NULL, NULL, NULL}};

static PyMemberDef sideMembers[] = {{"send", T_OBJECT, offsetof(Side, send), 0, NULL},
                                    {"failed", T_OBJECT, offsetof(Side, failed), 0, NULL},
                                    {"connection", T_OBJECT, offsetof(Side, connection), 0, NULL},
                                    {"retold", T_OBJECT, offsetof(Side, retold), 0, NULL},
                                    {NULL, 0, 0, 0, NULL}};

static PyType_Slot sideSlots[] = {{Py_tp_new, newSide},           {Py_tp_dealloc, freeSide},
                                  {Py_tp_traverse, traverseSide}, {Py_tp_clear, clearSide},
                                  {Py_tp_methods, sideMethods},   {Py_tp_getset, sideGetters},
                                  {Py_tp_members, sideMembers},   {0, NULL}};

static PyType_Spec sideSpec = {"poolscope_trace._native.Side", sizeof(Side), 0,
                               Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, sideSlots};

static PyMethodDef functions[] = {METHOD("open", openRing, METH_VARARGS),
                                  METHOD("forget", forgetRing, METH_NOARGS),
                                  METHOD("record", writeRecord, METH_FASTCALL),
                                  METHOD("hold", holdChunk, METH_FASTCALL),
                                  METHOD("let_go", letGoOfChunk, METH_NOARGS),
                                  METHOD("raiser", raiser, METH_O),
                                  {NULL, NULL, 0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "_native", NULL, -1, functions, NULL, NULL, NULL, NULL};

static int makeNames(void)
{
    dumpsName = PyUnicode_InternFromString("dumps");
    loadsName = PyUnicode_InternFromString("loads");
    sendBytesName = PyUnicode_InternFromString("_send_bytes");
    recvName = PyUnicode_InternFromString("_recv");
    bufferName = PyUnicode_InternFromString("getbuffer");
    valueName = PyUnicode_InternFromString("getvalue");
    handleName = PyUnicode_InternFromString("_handle");
    return dumpsName && loadsName && sendBytesName && recvName && bufferName && valueName &&
           handleName;
}

PyMODINIT_FUNC PyInit__native(void)
{
    PyObject* type = makeNames() ? PyType_FromSpec(&sideSpec) : NULL;
    PyObject* module = type ? PyModule_Create(&definition) : NULL;
    return module && !PyModule_AddObject(module, "Side", type) ? module : NULL;
}
