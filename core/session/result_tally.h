// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Takes a run's values as they come and holds what is told of them when it is over: how many, the first
// as JSON, the sum. The window and the command line tell the same. Part of the door of core/session.

#include "core/session/result_digest.h"

namespace poolscope {

/// One thread.
class ResultTally final {
public:
    /// `sums`: the job promises numbers whose sum is worth telling.
    explicit ResultTally(bool sums) : m_sums(sums) {}

    void add(Value value);
    void addUnread() { ++m_count; } ///< one that readsNext() did not ask for
    /// Whether the next value has to be read: for the sum, or as one of the first.
    bool readsNext() const;
    std::uint64_t count() const { return m_count; }
    ResultDigest digest() const;

private:
    void sum(Value value);

    std::uint64_t m_count = 0;
    std::vector<std::string> m_first; ///< JSON, without a gap
    bool m_sums;
    Integer m_sum;
    std::optional<double> m_realSum;
};

/// The sum as Python's sum() gives it; empty where there is none.
std::string reductionText(const ResultDigest& digest);
/// A value's text as a session keeps it: the begin of one that is too long, cut between two characters.
std::string keptText(std::string text);

} // namespace poolscope
