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

} // namespace

ResultSink::ResultSink(const Work& work, Output* results, bool withIndex)
    : m_work(work), m_results(results), m_withIndex(withIndex), m_sums(work.sums)
{}

void ResultSink::take(const Outcomes& outcomes)
{
    m_document.clear();
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        if (i < outcomes.failures.size() && outcomes.failures[i] != nullptr) {
            takeFailure(*outcomes.failures[i]);
            continue;
        }
        const std::uint64_t item = outcomes.first + i;
        if (m_results == nullptr && !m_sums && m_count >= readableValues) {
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
