// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What reading holds at most: document, stack and memo, for each byte of input. One line a pickle:
// its name, its bytes, the peak, and what stays.

#include "core/reduce/reduce.h"
#include "tests/bench/shapes.h"
#include "tests/support/memory/counted_memory.h"

#include <cstdio>

namespace poolscope::bench {

namespace {

std::string repeated(std::string_view piece, std::size_t count)
{
    std::string result;
    for (std::size_t i = 0; i < count; ++i) {
        result += piece;
    }
    return result;
}

void measure(const char* name, std::string_view pickle)
{
    const test::CountedMemory memory;
    Document document;
    constexpr PickleLimits symbolic{.symbols = true};
    const bool isRead = readPickle(pickle, document, symbolic).ok();
    std::printf("%s\t%zu\t%zu\t%zu\t%s\n", name, pickle.size(), memory.peak(), document.memory(),
                isRead ? "read" : "refused");
}

template <class T> void measurePickle(const char* name, const T& object)
{
    Buffer out;
    if (pickle(object, Registry(), out).ok()) {
        measure(name, out.view());
    }
}

} // namespace
} // namespace poolscope::bench

int main()
{
    using namespace poolscope::bench;
    constexpr std::size_t levels = 100000;
    measurePickle("ints", makeInts<StdTypes>());
    measurePickle("dicts", makeDicts<StdTypes>());
    measurePickle("items", makeItems<StdTypes>());
    measurePickle("blob", poolscope::Blob{std::string(blobSize, '\x5a')});
    measure("deep", repeated("]\x94", levels) + repeated("a", levels - 1) + ".");
    measure("tuples of one, hostile", "N" + repeated("\x85", 1000000) + ".");
    measure("empty effects, hostile", "cm\nC\n)\x81Nb" + repeated("(e", 1000000) + ".");
    measure("marks, hostile", repeated("(", 1000000));
    measure("empty lists, hostile", repeated("]", 1000000));
    measure("effects, hostile", "cm\nC\n)\x81Nb" + repeated("Na", 1000000) + ".");
    return 0;
}
