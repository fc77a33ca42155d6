// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever is taken apart fits together again: opcodes lie end to end, uses add up to all bytes, parts
// are a tree, and the machine can be shown before each opcode.

#include "core/pickle/pickle.h"
#include "tests/fuzz/memory_bound.h"

#include <numeric>

namespace poolscope::fuzz {
namespace {

void checkOpcodes(const Anatomy& anatomy, std::size_t size)
{
    std::size_t at = 0;
    for (const OpcodeAt& opcode : anatomy.opcodes()) {
        require(opcode.offset == at && opcode.size > 0, "opcodes lie end to end");
        require(opcode.part < anatomy.parts().size(), "an opcode belongs to a part");
        at += opcode.size;
    }
    require(at <= size, "opcodes lie in the message");
    const auto uses = anatomy.bytesByUse();
    require(std::accumulate(uses.begin(), uses.end(), std::size_t{0}) == size,
            "each byte has one use");
}

void checkParts(const Anatomy& anatomy, std::size_t size)
{
    const auto& parts = anatomy.parts();
    require(!parts.empty() && parts[0].parent == 0, "the whole is the first part");
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const PicklePart& part = parts[i];
        require(part.begin <= part.end && part.end <= size, "a part lies in the message");
        require(part.bytes <= part.end - part.begin, "a part has no more bytes than it spans");
        std::size_t bytes = 0;
        for (const std::uint32_t child : part.children) {
            require(child > i && child < parts.size(), "a child comes after its parent");
            require(parts[child].parent == i, "a child knows its parent");
            bytes += parts[child].bytes;
        }
        require(part.children.empty() || bytes == part.bytes, "children hold their parent's bytes");
    }
}

void checkMachine(const Anatomy& anatomy)
{
    constexpr std::size_t shown = 5;
    const std::size_t count = anatomy.opcodes().size();
    for (std::size_t at = 0; at <= count; at += 1 + count / 8) {
        const MachineState state = anatomy.before(at, shown);
        require(state.stack.size() <= shown && state.memo.size() <= shown, "a state keeps limits");
        require(state.stack.size() <= state.stackSize, "a stack is shown at most whole");
        if (at < count) {
            (void)anatomy.argument(at, 50);
        }
    }
}

} // namespace
} // namespace poolscope::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace poolscope;
    using namespace poolscope::fuzz;
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const Result<Anatomy> anatomy = Anatomy::of(input);
    if (anatomy.ok()) {
        checkOpcodes(*anatomy, size);
        checkParts(*anatomy, size);
        checkMachine(*anatomy);
    } else {
        require(anatomy.error().kind == "UnpicklingError", "a bad pickle is an UnpicklingError");
        require(!anatomy.error().text.empty(), "an error says why");
    }
    return 0;
}
