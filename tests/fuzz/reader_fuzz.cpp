// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes are read in bounded memory, or refused with an offset and a reason. What was read can be
// printed, compared, and written in each protocol; that reads again as what it was, and is written
// again as the same bytes.

#include "tests/fuzz/memory_bound.h"
#include "tests/fuzz/rounds.h"

#include <array>

namespace poolscope::fuzz {
namespace {

constexpr std::array<std::string_view, 2> buffers = {"beside", ""};

Result<Value> readWithin(std::string_view input, Document& document, const PickleLimits& limits)
{
    const MemoryBound memory;
    Result<Value> value = readPickle(input, document, limits, buffers);
    require(memory.peak() <= MemoryBound::allowed(input.size()), "64 bytes for a byte of input");
    return value;
}

void refused(const Error& error)
{
    require(error.kind == "UnpicklingError", "a bad pickle is an UnpicklingError");
    require(error.text.starts_with("at byte "), "an error says where");
    require(!error.text.ends_with(": "), "an error says why");
}

void digest(Value value)
{
    constexpr std::size_t longestRepr = 1000;
    constexpr std::size_t ellipsis = 3;
    require(repr(value, longestRepr).size() <= longestRepr + ellipsis, "a repr keeps its limit");
    const Rounds rounds(value);
    for (const int protocol : {2, 3, 4, 5}) {
        rounds.inBand(protocol);
    }
    rounds.beside();
}

/// Whether it could be read.
bool readAndDigest(std::string_view input, const PickleLimits& limits)
{
    Document document;
    const Result<Value> value = readWithin(input, document, limits);
    if (value.ok()) {
        digest(*value);
    } else {
        refused(value.error());
    }
    return value.ok();
}

} // namespace
} // namespace poolscope::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace poolscope;
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    PickleLimits limits;
    if (!fuzz::readAndDigest(input, limits)) {
        limits.symbols = true;
        fuzz::readAndDigest(input, limits);
    }
    return 0;
}
