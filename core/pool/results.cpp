// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/pool/results.h"

namespace poolscope {

ResultReader::~ResultReader()
{
    if (m_underWay) {
        m_underWay->letGo();
    }
}

bool ResultReader::advance(const Timeout& timeout)
{
    if (m_next == m_outcomes.size() && !takeMore(timeout)) {
        return false;
    }
    m_place = m_next++;
    return true;
}

bool ResultReader::takeMore(const Timeout& timeout)
{
    if (m_ended) {
        return false;
    }
    if (timeout && !m_underWay->call().awaitNext(timeout->count())) {
        raise({"TimeoutError", "No value came in the time that was given; the call goes on.", {}});
    }
    m_outcomes = {}; // values that were taken are not kept while we wait
    m_next = 0;
    if (m_underWay->call().next(m_outcomes)) {
        return true;
    }
    m_ended = true;
    if (const std::exception_ptr why = m_underWay->whyEnded()) {
        std::rethrow_exception(why);
    }
    return false;
}

} // namespace poolscope
