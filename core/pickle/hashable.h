// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What may be a key of a dict or an item of a set: Python hashes it, and so refuses what can change
// (a list, a dict, a set, a bytearray) and tuples of such. Thus no set is ever inside itself.

#include "core/value/value.h"

#include <span>
#include <vector>

namespace poolscope {

class Hashable final {
public:
    explicit Hashable(Document& document) : m_document(document) {}

    /// The first kind in the way, or Kind::None. Looks at each `stride`th of the nodes.
    Kind obstacle(std::span<const std::uint32_t> nodes, std::size_t stride);

private:
    Kind obstacleIn(std::uint32_t tuple);
    void queue(std::uint32_t tuple);

    Document& m_document;
    std::vector<std::uint32_t> m_queue; // tuples; those that are or were here are marked
};

} // namespace poolscope
