// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a line of the table is measured: registered under "op/shape/who", checked before it runs.

#include <benchmark/benchmark.h>

#include <functional>
#include <string>

namespace poolscope::bench {

/// `once` is measured and returns the bytes that it wrote or read. Where `check` is false, what was
/// written was not read back equal: the benchmark fails, and so does the run.
void add(const std::string& name, std::function<std::size_t()> once, std::function<bool()> check);

/// A library of one's own types: both ways of `data`, which must come back equal.
/// `write()` returns the bytes it wrote as a view that stays until the next, `read(view)` the object.
template <class T, class Write, class Read>
void addBothWays(const std::string& shape, const std::string& who, const T& data, Write write,
                 Read read)
{
    const auto check = [=, &data] { return read(write(data)) == data; };
    add(
        "write/" + shape + "/" + who, [=, &data] { return write(data).size(); }, check);
    add(
        "read/" + shape + "/" + who,
        [=, &data, written = std::string()]() mutable {
            if (written.empty()) {
                written = std::string(write(data));
            }
            benchmark::DoNotOptimize(read(written));
            return written.size();
        },
        check);
}

// Each file registers its lines.
void addBaselines();
void addOurs();
void addTyped();
void addBeside();
void addCereal();
void addMsgpack();
void addQt();

} // namespace poolscope::bench
