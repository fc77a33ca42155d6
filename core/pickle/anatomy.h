// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A pickle taken apart for looking at: its opcodes, the tree of what it says, and what the machine
// that reads it holds at any moment. Part of the door, core/pickle/pickle.h.

#include "core/base/base.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace poolscope {

/// What a byte of a pickle is there for.
enum class ByteUse : std::uint8_t {
    Values, ///< numbers, text and bytes that are data, None, True and False
    Names,  ///< modules, classes, functions, attributes, and the opcodes that make globals of them
    Memo,   ///< MEMOIZE, PUT, GET
    Structure, ///< marks, tuples, lists, dicts, REDUCE, NEWOBJ, BUILD …
    Framing    ///< PROTO, FRAME, STOP, and what lies behind STOP
};
inline constexpr std::size_t byteUseCount = 5;

/// One opcode with its argument, as it lies in the message.
struct OpcodeAt {
    std::size_t offset; ///< of its code
    std::size_t size;   ///< bytes: code and argument
    std::uint8_t code;
    ByteUse use;
    std::uint32_t part; ///< the innermost part that it belongs to
};

/// A part of what the pickle says: a node of the tree of objects. A part with children has no bytes
/// of its own: those lie in a child such as "the tuple itself".
struct PicklePart {
    /// Its place in its parent: "[0]", "['n']", "__self__", "class", "state", "name"; "" where the
    /// text says it all.
    std::string label;
    /// What it is, short: "6", "1-tuple", "BigPow.pow", "{'n': 10}", "frame and protocol".
    std::string text;
    std::size_t begin; ///< its bytes lie in [begin, end) of the message …
    std::size_t end;
    std::size_t bytes;    ///< … and are this many: fewer, where others lie among them
    std::uint32_t parent; ///< its own index for the whole
    std::vector<std::uint32_t> children; ///< in the order of the bytes; each index is above ours
};

/// What the unpickling machine holds between two opcodes.
struct MachineState {
    std::vector<std::string> stack;                          ///< top first, marks as "MARK"
    std::vector<std::pair<std::uint64_t, std::string>> memo; ///< by number
    std::size_t stackSize = 0; ///< all of it: `stack` may be its upper part …
    std::size_t memoSize = 0;  ///< … and `memo` what was stored last
};

/// Bounds on what is kept for looking at, so that a huge message stays quick to look at.
struct AnatomyLimits {
    std::size_t opcodes = std::size_t{1} << 22; ///< a message with more is refused
    std::size_t parts = 50'000; ///< past it, and deeper than `depth`, an object is one part
    std::size_t depth = 100;
    std::size_t items = 100; ///< of one object; the others are one part, "… 900 more"
    std::size_t text = 60;   ///< bytes of a text of a part, the stack or the memo, about
};

/// A pickle taken apart. Every byte belongs to one use and one part, every opcode to one part. Runs
/// no code: what would be called or built is shown by its name. A value, cheap to copy.
class Anatomy final {
public:
    /// Keeps a view: the message outlives it. "UnpicklingError" with the offset and a reason.
    static Result<Anatomy> of(std::string_view message, const AnatomyLimits& limits = {});

    const std::vector<OpcodeAt>& opcodes() const;
    const std::vector<PicklePart>& parts() const;             ///< [0] is the whole
    std::array<std::size_t, byteUseCount> bytesByUse() const; ///< adds up to the message's size
    int protocol() const; ///< as PROTO says, else by its opcodes
    std::size_t frames() const;
    std::size_t memoized() const; ///< objects in the memo at the end
    /// As pickletools prints it, at most about `limit` bytes; "" where there is none.
    std::string argument(std::size_t opcode, std::size_t limit = 200) const;
    /// Stack and memo before it, of each at most `limit`; opcodes().size() asks for the end.
    MachineState before(std::size_t opcode, std::size_t limit = 1000) const;

private:
    struct Body;
    explicit Anatomy(std::shared_ptr<const Body> body) : m_body(std::move(body)) {}
    std::shared_ptr<const Body> m_body;
};

std::string_view opcodeName(std::uint8_t code); ///< "SHORT_BINUNICODE"; "" where it is none
/// One or two sentences for a person, with a full stop; "" where it is no opcode.
std::string_view opcodeMeaning(std::uint8_t code);

} // namespace poolscope
