// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/result_sink.h"

namespace poolscope {
namespace {

constexpr std::size_t firstValues = 10;     // in the summary
constexpr std::size_t readableValues = 100; // in the terminal
constexpr std::size_t readableSize = 4000;  // characters
constexpr std::size_t mostFailures = 10'000;
constexpr std::size_t mostJson = 4096; // of one of the first values
constexpr std::size_t longestKept = 4096; // characters of one value
constexpr std::size_t mostKept = 1 << 20; // of all

/// The begin of a text that is too long, cut between two characters.
std::string shortened(std::string text)
{
    if (text.size() <= longestKept) {
        return text;
    }
    std::size_t end = longestKept;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
        --end;
    }
    return text.substr(0, end) + "…";
}

} // namespace

ResultSink::ResultSink(const Work& work, Output* results, bool withIndex, bool keepValues)
    : m_work(work),
      m_results(results),
      m_withIndex(withIndex),
      m_keepValues(keepValues),
      m_sums(work.sums)
{}

/// Values are kept without a gap.
bool ResultSink::keepsNext() const
{
    return m_keepValues && m_kept.size() < RecordedRun::mostValues && m_keptSize < mostKept &&
           m_kept.size() == m_count + m_failed;
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
        if (m_results == nullptr && !m_sums && m_count >= readableValues && !keepsNext()) {
            ++m_count;
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
        m_kept.push_back(shortened(repr(value)));
        m_keptSize += m_kept.back().size();
    }
    ++m_count;
    if (m_results != nullptr) {
        std::string& text = m_results->text();
        if (m_withIndex) {
            text += std::to_string(item) + '\t';
        }
        appendJson(value, text);
        text += '\n';
    }
    if (m_first.size() < firstValues && m_first.size() + 1 == m_count) {
        std::string json;
        appendJson(value, json);
        if (json.size() <= mostJson) {
            m_first.push_back(std::move(json));
        }
    }
    if (m_reprs.size() < readableValues && m_reprs.size() + 1 == m_count &&
        m_reprSize < readableSize) {
        m_reprs.push_back(repr(value));
        m_reprSize += m_reprs.back().size();
    }
    if (m_sums) {
        sum(value);
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

void ResultSink::sum(Value value)
{
    switch (value.kind()) {
    case Kind::Bool:
    case Kind::Int:
    case Kind::BigInt: m_sum += value.integer(); break;
    case Kind::Float: m_realSum = m_realSum.value_or(0) + value.real(); break;
    default: m_sums = false; // a job that promised numbers and gave something else has no sum
    }
}

ResultDigest ResultSink::digest() const
{
    ResultDigest digest;
    digest.count = m_count;
    digest.first = m_first;
    if (m_sums && m_realSum) {
        digest.realSum = *m_realSum + m_sum.toDouble();
    } else if (m_sums) {
        digest.sum = m_sum;
    } else if (m_count == 1 && m_first.size() == 1) {
        digest.value = m_first[0];
    }
    return digest;
}

} // namespace poolscope
