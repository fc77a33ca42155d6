// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where a run's outcomes go: lines of results, the sum, the first values, the failures. Holds no
// more than it tells. Private to app/cli.

#include "app/cli/output.h"
#include "core/pool/pool.h"
#include "core/session/session.h"

namespace poolscope {

class ResultSink final {
public:
    /// `results` may be null: then values are only looked at as far as they are told or summed.
    /// `keepValues`: the first are kept as text, as far as a saved run tells them.
    ResultSink(const Work& work, Output* results, bool withIndex, bool keepValues = false);

    void take(const Outcomes& outcomes);

    ResultDigest digest() const { return m_tally.digest(); }
    const std::vector<Failure>& failures() const { return m_failures; }
    std::uint64_t failed() const { return m_failed; }
    /// repr of the first values, as many as can be read.
    const std::vector<std::string>& firstReprs() const { return m_reprs; }
    /// repr of the first values in the order in which they came, empty for each that failed.
    const std::vector<std::string>& keptValues() const { return m_kept; }
    bool reprsAreAll() const { return m_reprs.size() == m_tally.count(); }

private:
    void takeValue(std::uint64_t item, Value value);
    void takeFailure(const Failure& failure);
    bool keepsNext() const;

    const Work& m_work;
    Output* m_results;
    bool m_withIndex;
    Document m_document;
    std::uint64_t m_failed = 0;
    std::vector<Failure> m_failures; // the first ones
    std::vector<std::string> m_reprs;
    std::size_t m_reprSize = 0;
    bool m_keepValues;
    std::vector<std::string> m_kept;
    std::size_t m_keptSize = 0;
    ResultTally m_tally;
};

} // namespace poolscope
