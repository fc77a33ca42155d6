// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/pool/under_way.h"

namespace poolscope {

namespace {

/// A result and all that its Value looks into.
struct Kept {
    std::shared_ptr<const Items> items;
    Document document;
};

const Error wasCancelled{
    "Cancelled", "The call was cancelled: tasks that had not run by then have no value.", {}};
const Error poolHasGone{
    "PoolClosed",
    "The pool was ended while the call was under way: tasks that had not run by then have no "
    "value. Call close() and join() to let them run.",
    {}};

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

std::exception_ptr UnderWay::whyEnded() const
{
    if (m_call->wasCut()) {
        return exceptionOf(m_cancelled ? wasCancelled : poolHasGone);
    }
    const auto* input = dynamic_cast<const BreakableInput*>(m_work->input.get());
    if (input != nullptr && input->fault()) {
        return input->fault();
    }
    const Result<void> read = m_call->inputError();
    return read.ok() ? nullptr : exceptionOf(read.error());
}

template <>
Result<AnyValue> readResult<AnyValue>(const std::shared_ptr<const Items>& items, std::size_t i,
                                      const Registry& registry)
{
    if (const void* value = items->peek(i, typeid(Value))) {
        return AnyValue(*static_cast<const Value*>(value), items);
    }
    auto kept = std::make_shared<Kept>();
    kept->items = items;
    const Result<Value> value = items->reduce(i, kept->document, registry);
    return value.ok() ? Result<AnyValue>(AnyValue(*value, kept)) : value.error();
}

} // namespace poolscope
