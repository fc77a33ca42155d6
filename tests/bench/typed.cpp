// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Ours from C++ objects to bytes and back. CPython reads what it writes as the same object; it reads
// what CPython wrote.

#include "core/reduce/reduce.h"
#include "tests/bench/bench.h"
#include "tests/bench/python.h"
#include "tests/bench/shapes.h"

namespace poolscope::bench {

namespace {

struct OrderedTypes : StdTypes {
    using Dict = OrderedDict<std::string, std::int64_t>;
};

template <class T> struct Typed {
    Typed(const char* expression, T object)
        : python(expression), pickle(python.dumps()), data(std::move(object))
    {}

    bool write()
    {
        out.clear();
        return poolscope::pickle(data, registry, out).ok();
    }
    Result<T> read() const { return unpickle<T>(pickle, registry); }
    bool isAlike()
    {
        const Result<T> copy = read();
        return write() && python.equalsLoaded(out.view()) && copy.ok() && *copy == data;
    }

    const PythonObject python;
    const std::string pickle;
    const T data;
    const Registry registry;
    Buffer out;
};

template <class T> void addShape(const std::string& name, T data)
{
    auto* typed = new Typed<T>((name + "()").c_str(), std::move(data));
    add(
        "read/" + name + "/copy",
        [typed] {
            T copy = typed->data;
            benchmark::DoNotOptimize(copy);
            return typed->pickle.size();
        },
        [] { return true; });
    add(
        "write/" + name + "/typed",
        [typed] {
            (void)typed->write();
            return typed->out.size();
        },
        [typed] { return typed->isAlike(); });
    add(
        "read/" + name + "/typed",
        [typed] {
            benchmark::DoNotOptimize(typed->read());
            return typed->pickle.size();
        },
        [typed] { return typed->isAlike(); });
}

} // namespace

void addTyped()
{
    addShape("ints", makeInts<StdTypes>());
    addShape("dicts", makeDicts<OrderedTypes>());
    addShape("items", makeItems<StdTypes>());
    addShape("blob", Blob{std::string(blobSize, '\x5a')});
}

} // namespace poolscope::bench
