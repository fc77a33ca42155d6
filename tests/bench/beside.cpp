// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// 64 MB that travel beside the stream (PEP 574): nobody copies them.

#include "core/pickle/pickle.h"
#include "tests/bench/bench.h"
#include "tests/bench/python.h"
#include "tests/bench/shapes.h"

namespace poolscope::bench {

namespace {

struct Beside {
    const PythonObject python{"beside()"};
    const std::string pickle = python.dumpOnceBeside();
    const std::string blob = std::string(blobSize, '\x5a');
    Document document;
    const Value tree = document.outOfBand(blob, true);
    PickleWriter writer;
    Buffer out;
    std::vector<std::string_view> buffers;
    Document readInto;

    bool write()
    {
        out.clear();
        buffers.clear();
        return writer.write(tree, out, &buffers).ok();
    }
    Result<Value> read()
    {
        const std::string_view given[] = {blob};
        readInto.clear();
        return readPickle(pickle, readInto, {}, given);
    }
};

} // namespace

void addBeside()
{
    auto* beside = new Beside;
    add(
        "write/beside/dynamic",
        [beside] {
            (void)beside->write();
            return beside->out.size();
        },
        [beside] {
            return beside->write() && beside->out.view() == beside->pickle &&
                   beside->buffers == std::vector<std::string_view>{beside->blob};
        });
    add(
        "read/beside/dynamic",
        [beside] {
            benchmark::DoNotOptimize(beside->read());
            return beside->pickle.size();
        },
        [beside] {
            const Result<Value> value = beside->read();
            return value.ok() && value->kind() == Kind::OutOfBand && value->text() == beside->blob;
        });
    add(
        "write/beside/cpython", [beside] { return beside->python.dumpOnceBeside().size(); },
        [] { return true; });
    add(
        "read/beside/cpython",
        [beside] {
            beside->python.loadOnceBeside(beside->pickle);
            return beside->pickle.size();
        },
        [] { return true; });
}

} // namespace poolscope::bench
