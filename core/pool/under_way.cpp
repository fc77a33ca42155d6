// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/pool/under_way.h"

namespace poolscope {

namespace {

Error wasCancelled()
{
    return {
        "Cancelled", "The call was cancelled: tasks that had not run by then have no value.", {}};
}

Error poolHasGone()
{
    return {
        "PoolClosed",
        "The pool was ended while the call was under way: tasks that had not run by then have no "
        "value. Call close() and join() to let them run.",
        {}};
}

} // namespace

bool UnderWay::cancel(Running running)
{
    if (m_call->finished()) {
        return false;
    }
    m_cancelled = true;
    m_call->cancel(running);
    return !m_call->finished() || m_call->wasCut();
}

void UnderWay::letGo()
{
    cancel(Running::StopAtNextTask);
    if (auto* input = dynamic_cast<BreakableInput*>(m_work->input.get())) {
        input->letGo();
    }
}

std::exception_ptr UnderWay::whyEnded() const
{
    if (m_call->wasCut()) {
        return exceptionOf(m_cancelled ? wasCancelled() : poolHasGone());
    }
    const auto* input = dynamic_cast<const BreakableInput*>(m_work->input.get());
    if (input != nullptr && input->fault()) {
        return input->fault();
    }
    const Result<void> read = m_call->inputError();
    return read.ok() ? nullptr : exceptionOf(read.error());
}

} // namespace poolscope
