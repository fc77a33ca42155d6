// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/session/session.h"

namespace poolscope {
namespace {

constexpr std::size_t firstValues = 10;   // in the summary
constexpr std::size_t longestJson = 4096; // of one of them
constexpr std::size_t longestKept = 4096; // bytes of one value

} // namespace

bool ResultTally::readsNext() const
{
    return m_sums || (m_first.size() < firstValues && m_first.size() == m_count);
}

void ResultTally::add(Value value)
{
    if (m_first.size() < firstValues && m_first.size() == m_count) {
        std::string json;
        appendJson(value, json);
        if (json.size() <= longestJson) {
            m_first.push_back(std::move(json));
        }
    }
    ++m_count;
    if (m_sums) {
        sum(value);
    }
}

void ResultTally::sum(Value value)
{
    switch (value.kind()) {
    case Kind::Bool:
    case Kind::Int:
    case Kind::BigInt: m_sum += value.integer(); break;
    case Kind::Float: m_realSum = m_realSum.value_or(0) + value.real(); break;
    default: m_sums = false; // a job that promised numbers and gave something else has no sum
    }
}

ResultDigest ResultTally::digest() const
{
    ResultDigest digest;
    digest.count = m_count;
    digest.first = m_first;
    if (m_sums && m_realSum) {
        digest.realSum = *m_realSum + m_sum.toDouble();
    } else if (m_sums) {
        digest.sum = m_sum;
    } else if (m_count == 1 && m_first.size() == 1) {
        digest.value = m_first.front();
    }
    return digest;
}

std::string reductionText(const ResultDigest& digest)
{
    if (digest.sum) {
        return digest.sum->toString();
    }
    Document document;
    return digest.realSum ? repr(document.real(*digest.realSum)) : std::string();
}

std::string keptText(std::string text)
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

} // namespace poolscope
