// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Ours by way of the tree, and CPython beside it on the same object: our bytes are CPython's.

#include "core/pickle/pickle.h"
#include "tests/bench/bench.h"
#include "tests/bench/python.h"

#include <cstring>

namespace poolscope::bench {

namespace {

/// One shape in every form it is measured in; lives to the end of the program.
struct Shape {
    Shape(std::string shapeName, const char* expression)
        : name(std::move(shapeName)), python(expression), pickle(python.dumps())
    {
        tree = *readPickle(pickle, document);
    }

    const std::string name;
    const PythonObject python;
    const std::string pickle;
    Document document;
    Value tree;

    // kept from one message to the next, as the pool keeps them
    PickleWriter writer;
    Buffer out;
    Document readInto;
};

bool isWrittenAlike(Shape& shape)
{
    shape.out.clear();
    return shape.writer.write(shape.tree, shape.out).ok() && shape.out.view() == shape.pickle;
}

bool isReadAlike(Shape& shape)
{
    shape.readInto.clear();
    shape.out.clear();
    const Result<Value> value = readPickle(shape.pickle, shape.readInto);
    return value.ok() && shape.writer.write(*value, shape.out).ok() &&
           shape.out.view() == shape.pickle;
}

void addDynamic(Shape& shape)
{
    add(
        "write/" + shape.name + "/dynamic",
        [&shape] {
            shape.out.clear();
            (void)shape.writer.write(shape.tree, shape.out).ok();
            return shape.out.size();
        },
        [&shape] { return isWrittenAlike(shape); });
    add(
        "read/" + shape.name + "/dynamic",
        [&shape] {
            shape.readInto.clear();
            benchmark::DoNotOptimize(readPickle(shape.pickle, shape.readInto));
            return shape.pickle.size();
        },
        [&shape] { return isReadAlike(shape); });
}

void addPython(Shape& shape)
{
    const auto always = [] { return true; }; // it is what the others are held against
    add(
        "write/" + shape.name + "/cpython", [&shape] { return shape.python.dumpOnce(); }, always);
    add(
        "read/" + shape.name + "/cpython",
        [&shape] {
            shape.python.loadOnce(shape.pickle);
            return shape.pickle.size();
        },
        always);
}

void addMemcpy(const Shape& shape)
{
    auto* copy = new std::string(shape.pickle.size(), '\0');
    add(
        "write/" + shape.name + "/memcpy",
        [&shape, copy] {
            std::memcpy(copy->data(), shape.pickle.data(), copy->size());
            benchmark::ClobberMemory();
            return copy->size();
        },
        [] { return true; });
}

} // namespace

void addBaselines()
{
    add(
        "write/nothing/loop", [] { return std::size_t{0}; }, [] { return true; });
}

void addOurs()
{
    for (const char* name : {"ints", "dicts", "items", "blob", "deep", "message"}) {
        auto* shape = new Shape(name, (std::string(name) + "()").c_str());
        addMemcpy(*shape);
        addDynamic(*shape);
        addPython(*shape);
    }
}

} // namespace poolscope::bench
