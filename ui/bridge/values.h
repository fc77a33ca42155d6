// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a run's results come to: the first of them as text, and their sum where the job has one.

#include "core/pool/pool.h"
#include "core/session/session.h"

#include <string>
#include <vector>

namespace poolscope {

/// Takes outcomes in order. One thread.
class Values final {
public:
    static constexpr std::size_t shown = 1000;

    Values(const Registry& registry, bool sums) : m_registry(registry), m_tally(sums) {}

    void add(const Outcomes& outcomes);
    /// The reprs since the last call; empty text where a task failed.
    std::vector<std::string> takeFresh() { return std::exchange(m_fresh, {}); }
    /// What a session and the summary tell of them.
    ResultDigest digest() const { return m_tally.digest(); }

private:
    void look(const Items& results, std::size_t i);

    const Registry& m_registry;
    Document m_document;
    std::vector<std::string> m_fresh;
    std::size_t m_seen = 0; // outcomes
    ResultTally m_tally;
};

} // namespace poolscope
