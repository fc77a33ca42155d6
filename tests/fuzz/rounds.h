// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One value, written and read again.

#include "core/pickle/pickle.h"

namespace poolscope::fuzz {

class Rounds final {
public:
    explicit Rounds(Value value);

    /// Where it can be written in `protocol`: read again it is the same, and so are its bytes.
    void inBand(int protocol) const;
    /// The same in protocol 5 with its buffers beside the stream.
    void beside() const;

private:
    bool has(Kind kind) const;
    bool staysEqual(int protocol) const;

    const Value m_value;
    const bool m_hasCalls;
    const bool m_hasNames;
    const bool m_hasBuffers;
    bool m_isComparable = false;
};

} // namespace poolscope::fuzz
