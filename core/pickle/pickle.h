// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The door of core/pickle: Values ⇄ pickle bytes. Reading never runs code: a pickle of os.system
// becomes an Object that says so. Writing gives the bytes of CPython's C pickler for the same
// object.

#include "core/value/value.h"

#include <cstdint>
#include <memory>
#include <string_view>

namespace poolscope {

inline constexpr int highestProtocol = 5;
inline constexpr int defaultProtocol = 5;

/// Bounds on what a message may make its reader hold; the defaults fit a pool.
struct PickleLimits {
    std::size_t nodes = std::size_t{1} << 30;
    std::size_t memo = std::size_t{1} << 28;
    std::size_t digits = std::size_t{1} << 26; ///< bytes of one integer
};

/// Reads one pickle of protocol 0 to 5. Strings and bytes in `document` may be views into
/// `message`, which must outlive them. Errors are "UnpicklingError" with the offset and a reason.
/// Not supported yet: persistent ids, extension codes, buffers beside the stream.
Result<Value> readPickle(std::string_view message, Document& document,
                         const PickleLimits& limits = {});

/// Writes pickles; kept and reused, since its memo is. One thread.
class PickleWriter final {
public:
    /// Protocol 2 to 5.
    explicit PickleWriter(int protocol = defaultProtocol);
    ~PickleWriter();
    PickleWriter(const PickleWriter&) = delete;
    PickleWriter& operator=(const PickleWriter&) = delete;

    int protocol() const;
    /// Appends the pickle of `value` to `out`.
    Result<void> write(Value value, Buffer& out);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace poolscope
