// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include "tests/bench/python.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace poolscope::bench {

namespace {

/// A reference that is given up at the end.
class Owned final {
public:
    explicit Owned(PyObject* object) : m_object(object)
    {
        if (object == nullptr) {
            PyErr_Print();
            std::exit(3);
        }
    }
    ~Owned() { Py_DECREF(m_object); }
    Owned(const Owned&) = delete;
    Owned& operator=(const Owned&) = delete;
    PyObject* get() const { return m_object; }

private:
    PyObject* m_object;
};

PyObject* globals() { return PyModule_GetDict(PyImport_AddModule("__main__")); }

void start()
{
    if (Py_IsInitialized() != 0) {
        return;
    }
    Py_InitializeEx(0);
    std::ifstream file(POOLSCOPE_BENCH_SHAPES);
    const std::string code{std::istreambuf_iterator<char>(file), {}};
    const Owned ran(PyRun_String(code.c_str(), Py_file_input, globals(), globals()));
}

PyObject* evaluated(const char* expression)
{
    start();
    return PyRun_String(expression, Py_eval_input, globals(), globals());
}

PyObject* functionOfPickle(const char* name)
{
    const Owned module(PyImport_ImportModule("_pickle"));
    return PyObject_GetAttrString(module.get(), name);
}

} // namespace

struct PythonObject::State {
    explicit State(const char* expression)
        : object(evaluated(expression)),
          dumps(functionOfPickle("dumps")),
          loads(functionOfPickle("loads")),
          protocol(PyLong_FromLong(5)),
          buffers(PyList_New(0)),
          append(PyObject_GetAttrString(buffers.get(), "append")),
          dumpKeywords(Py_BuildValue("{s:O}", "buffer_callback", append.get())),
          dumpArguments(PyTuple_Pack(2, object.get(), protocol.get()))
    {}

    PyObject* dump() const
    {
        return PyObject_CallFunctionObjArgs(dumps.get(), object.get(), protocol.get(), nullptr);
    }
    PyObject* dumpBeside() const
    {
        return PyObject_Call(dumps.get(), dumpArguments.get(), dumpKeywords.get());
    }
    PyObject* load(std::string_view pickle) const
    {
        const Owned bytes(
            PyBytes_FromStringAndSize(pickle.data(), static_cast<Py_ssize_t>(pickle.size())));
        return PyObject_CallFunctionObjArgs(loads.get(), bytes.get(), nullptr);
    }

    Owned object;
    Owned dumps;
    Owned loads;
    Owned protocol;
    Owned buffers;
    Owned append;
    Owned dumpKeywords;
    Owned dumpArguments;
};

PythonObject::PythonObject(const char* expression) : m_state(nullptr)
{
    start();
    m_state = new State(expression);
}

PythonObject::~PythonObject() { delete m_state; }

std::string PythonObject::dumps() const
{
    const Owned bytes(m_state->dump());
    return {PyBytes_AS_STRING(bytes.get()),
            static_cast<std::size_t>(PyBytes_GET_SIZE(bytes.get()))};
}

bool PythonObject::equalsLoaded(std::string_view pickle) const
{
    const Owned loaded(m_state->load(pickle));
    return PyObject_RichCompareBool(loaded.get(), m_state->object.get(), Py_EQ) == 1;
}

std::size_t PythonObject::dumpOnce() const
{
    const Owned bytes(m_state->dump());
    return static_cast<std::size_t>(PyBytes_GET_SIZE(bytes.get()));
}

// The pickle is handed over as a memoryview: no copy of it is in the figure.
void PythonObject::loadOnce(const std::string& pickle) const
{
    const Owned view(PyMemoryView_FromMemory(const_cast<char*>(pickle.data()),
                                             static_cast<Py_ssize_t>(pickle.size()), PyBUF_READ));
    const Owned loaded(PyObject_CallFunctionObjArgs(m_state->loads.get(), view.get(), nullptr));
}

std::string PythonObject::dumpOnceBeside() const
{
    PyList_SetSlice(m_state->buffers.get(), 0, PyList_GET_SIZE(m_state->buffers.get()), nullptr);
    const Owned bytes(m_state->dumpBeside());
    return {PyBytes_AS_STRING(bytes.get()),
            static_cast<std::size_t>(PyBytes_GET_SIZE(bytes.get()))};
}

void PythonObject::loadOnceBeside(const std::string& pickle) const
{
    const Owned bytes(
        PyBytes_FromStringAndSize(pickle.data(), static_cast<Py_ssize_t>(pickle.size())));
    const Owned arguments(PyTuple_Pack(1, bytes.get()));
    const Owned keywords(Py_BuildValue("{s:O}", "buffers", m_state->buffers.get()));
    const Owned loaded(PyObject_Call(m_state->loads.get(), arguments.get(), keywords.get()));
}

} // namespace poolscope::bench
