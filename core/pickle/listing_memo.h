// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What pickletools remembers of a memo: which numbers are in it, and what kind of thing each is.

#include "core/pickle/opcode_shape.h"

#include <unordered_map>

namespace poolscope {

/// Numbers that come in order, as picklers give them, cost a byte each. Others, of any size and
/// sign, are kept as text.
class ListingMemo final {
public:
    std::size_t size() const { return m_inOrder.size() + m_others.size(); }
    /// Null where the number, in decimal digits, is not in it.
    const StackKind* find(const std::string& number) const;
    void store(const std::string& number, StackKind kind);

private:
    std::vector<StackKind> m_inOrder;
    std::unordered_map<std::string, StackKind> m_others;
};

} // namespace poolscope
