// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Sorts values into classes of equals, from the leaves up: a container's class follows from the
// classes of its parts, so that order in sets, sharing and depth cost nothing extra.

#include "core/value/value.h"

#include <map>
#include <string>
#include <unordered_map>

namespace poolscope {

class EqualityClasses final {
public:
    /// Two values have the same number when they are equal. A nan and what lies on a cycle are
    /// equal to nothing but themselves.
    std::uint64_t of(Value value);

private:
    using Known = std::vector<std::uint64_t>; // by node

    static constexpr std::uint64_t unknown = 0;
    static constexpr std::uint64_t begun = 1;

    Known& knownOf(const Document* document);

    std::uint64_t classOf(Value value) const;
    std::string key(Value value) const;
    std::string dictKey(Value value) const;
    void finish(Value value);

    std::map<const Document*, Known> m_known;
    std::unordered_map<std::string, std::uint64_t> m_classes;
    std::vector<std::pair<Value, bool>> m_steps; // true: its parts are done
    std::uint64_t m_last = begun;
};

} // namespace poolscope
