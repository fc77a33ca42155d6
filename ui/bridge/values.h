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

    Values(const Registry& registry, bool sums) : m_registry(registry), m_sums(sums) {}

    void add(const Outcomes& outcomes);
    /// The reprs since the last call; empty text where a task failed.
    std::vector<std::string> takeFresh() { return std::exchange(m_fresh, {}); }
    /// The sum as Python's sum() gives it, or nothing where the job has none.
    std::string reduction();
    /// What a session and the summary tell of them.
    ResultDigest digest() const;

private:
    void look(const Items& results, std::size_t i);
    void count(Value value);

    const Registry& m_registry;
    Document m_document;
    std::vector<std::string> m_fresh;
    std::vector<std::string> m_first; // JSON
    std::size_t m_seen = 0, m_count = 0; // outcomes, and values among them
    bool m_sums;
    bool m_isReal = false;
    Integer m_sum;
    double m_realSum = 0;
};

} // namespace poolscope
