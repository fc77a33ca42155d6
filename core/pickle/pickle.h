// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The door of core/pickle: Values ⇄ pickle bytes. Reading never runs code: a pickle of os.system
// becomes an Object that says so. Writing gives the bytes of CPython's C pickler for the same
// object.

#include "core/pickle/anatomy.h"
#include "core/pickle/direct_reader.h"
#include "core/pickle/direct_writer.h"
#include "core/pickle/disassemble.h"
#include "core/pickle/repack.h"
#include "core/value/value.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace poolscope {

inline constexpr int highestProtocol = 5;
inline constexpr int defaultProtocol = 5;

/// Bounds on what a message may ask of its reader; the defaults fit a pool.
struct PickleLimits {
    std::size_t nodes = std::size_t{1} << 30;
    std::size_t depth = std::size_t{1} << 28; ///< objects on the stack: none nests deeper
    std::size_t memo = std::size_t{1} << 28;
    std::size_t digits = std::size_t{1} << 26; ///< bytes of one integer
    /// What only the pickle's owner can resolve is kept as a symbol, for looking at and for writing
    /// again: persistent ids, extension codes, buffers that did not come, and what Python 2 called
    /// str. Otherwise these are errors, but for a str of Python 2 that is ASCII.
    bool symbols = false;
    /// Buffers beside the pickle are bytes, those that may be written to bytearrays: what a writer put
    /// there to save copies (PickleWriter::write with `largeBytes`) reads as if it stood in the pickle.
    bool buffersAreBytes = false;
};

/// Reads one pickle of protocol 0 to 5. Strings and bytes in `document` may be views into
/// `message`, which must outlive them, and OutOfBand values are views of `buffers`, which came beside
/// it (PEP 574). Errors are "UnpicklingError" with the offset and a reason.
Result<Value> readPickle(std::string_view message, Document& document,
                         const PickleLimits& limits = {},
                         std::span<const std::string_view> buffers = {});

/// Writes pickles; kept and reused, since its memo is. One thread.
class PickleWriter final {
public:
    /// Protocol 2 to 5.
    explicit PickleWriter(int protocol = defaultProtocol);
    ~PickleWriter();
    PickleWriter(const PickleWriter&) = delete;
    PickleWriter& operator=(const PickleWriter&) = delete;

    int protocol() const;
    /// Appends the pickle of `value` to `out`. OutOfBand values stand in it as bytes or bytearray;
    /// with `beside` they are added there as views instead, in the order in which the reader asks
    /// for them. Bytes of `largeBytes` or more go there, too (protocol 5).
    Result<void> write(Value value, Buffer& out, std::vector<std::string_view>* beside = nullptr,
                       std::size_t largeBytes = ~std::size_t{0});

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace poolscope
