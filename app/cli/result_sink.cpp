// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/result_sink.h"

namespace poolscope {
namespace {

constexpr std::size_t readableValues = 100; // in the terminal
constexpr std::size_t readableSize = 4000;  // characters
constexpr std::size_t mostFailures = 10'000;
constexpr std::size_t mostKept = 1 << 20; // of all

} // namespace

ResultSink::ResultSink(const Work& work, Output* results, bool withIndex, bool keepValues)
    : m_work(work),
      m_results(results),
      m_withIndex(withIndex),
      m_keepValues(keepValues),
      m_tally(work.sums)
{}

/// Values are kept without a gap.
bool ResultSink::keepsNext() const
{
    return m_keepValues && m_kept.size() < RecordedRun::mostValues && m_keptSize < mostKept &&
           m_kept.size() == m_tally.count() + m_failed;
}

void ResultSink::take(const Outcomes& outcomes)
{
    m_document.clear();
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        if (i < outcomes.failures.size() && outcomes.failures[i] != nullptr) {
            takeFailure(*outcomes.failures[i]);
            continue;
        }
        const std::uint64_t item = outcomes.first + i;
        const bool told = m_results != nullptr || m_tally.count() < readableValues || keepsNext();
        if (!told && !m_tally.readsNext()) {
            m_tally.addUnread();
            continue;
        }
        const auto value = outcomes.results->reduce(i, m_document, m_work.registry);
        if (value) {
            takeValue(item, *value);
        } else {
            takeFailure({item, value.error(), 0, 0, 0, {}});
        }
    }
    if (m_results != nullptr) {
        m_results->settle(now());
    }
}

void ResultSink::takeValue(std::uint64_t item, Value value)
{
    if (keepsNext()) {
        m_kept.push_back(keptText(repr(value)));
        m_keptSize += m_kept.back().size();
    }
    m_tally.add(value);
    if (m_results != nullptr) {
        std::string& text = m_results->text();
        if (m_withIndex) {
            text += std::to_string(item) + '\t';
        }
        appendJson(value, text);
        text += '\n';
    }
    if (m_reprs.size() < readableValues && m_reprs.size() + 1 == m_tally.count() &&
        m_reprSize < readableSize) {
        m_reprs.push_back(repr(value));
        m_reprSize += m_reprs.back().size();
    }
}

void ResultSink::takeFailure(const Failure& failure)
{
    if (keepsNext()) {
        m_kept.emplace_back();
    }
    ++m_failed;
    if (m_failures.size() < mostFailures) {
        m_failures.push_back(failure);
    }
}

} // namespace poolscope
