// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A call that a pool has started, with what is needed to make sense of its outcomes.

#include "core/pool/any_value.h"
#include "core/pool/sequence.h"

#include "core/dispatch/dispatch.h"

namespace poolscope {

/// How long somebody is willing to wait; for ever where nothing is said.
using Timeout = std::optional<std::chrono::nanoseconds>;

/// A call and its work: the registry of the work rebuilds the results.
class UnderWay final {
public:
    UnderWay(std::shared_ptr<Call> call, std::shared_ptr<const Work> work)
        : m_call(std::move(call)), m_work(std::move(work))
    {}

    Call& call() const { return *m_call; }
    const Registry& registry() const { return m_work->registry; }
    std::uint64_t items() const { return m_work->input->size(); }
    /// True when it will give no more values (and its future says Cancelled); false where it was over.
    bool cancel(Running running);
    /// Nobody will look any more: cancels it, and its input is not asked from here on.
    void letGo();
    /// Why it ended before its time, as an exception: cancelled, the pool has gone, the input broke
    /// off. Null where every item has an outcome. To be asked when it is over.
    std::exception_ptr whyEnded() const;

private:
    std::shared_ptr<Call> m_call;
    std::shared_ptr<const Work> m_work;
    std::atomic<bool> m_cancelled{false};
};

/// By name: the value itself, in what it came in.
template <class Row>
Result<AnyValue> readAny(const Row& items, std::size_t i, const Registry& registry)
{
    struct Kept { // a result and all that its Value looks into
        Row items;
        Document document;
    };
    if (const void* value = items->peek(i, typeid(Value))) {
        return AnyValue(*static_cast<const Value*>(value), std::make_shared<const Row>(items));
    }
    auto kept = std::make_shared<Kept>();
    kept->items = items;
    const Result<Value> value = items->reduce(i, kept->document, registry);
    return value.ok() ? Result<AnyValue>(AnyValue(*value, kept)) : value.error();
}

/// Result `i` of a task as the C++ object that it is, or says why it is none. A Row is a pointer to
/// Items that nobody else looks at: the object is moved out of them.
template <class R, class Row>
Result<R> readResult(const Row& items, std::size_t i, const Registry& registry)
{
    if constexpr (std::is_same_v<R, AnyValue>) {
        return readAny(items, i, registry);
    } else {
        if (const void* object = items->peek(i, typeid(R))) {
            return std::move(*const_cast<R*>(static_cast<const R*>(object))); // made not const
        }
        if (const void* value = items->peek(i, typeid(Value))) {
            return fromValue<R>(*static_cast<const Value*>(value), registry);
        }
        Document document;
        const Result<Value> value = items->reduce(i, document, registry);
        return value.ok() ? fromValue<R>(*value, registry) : value.error();
    }
}

/// The results side by side, to be moved out as in readResult(), where each is there as an R. Else null.
template <class R> R* ownRow(const Outcomes& outcomes)
{
    if constexpr (!std::is_same_v<R, AnyValue>) {
        if (outcomes.failures.empty() && outcomes.results) {
            return const_cast<R*>(static_cast<const R*>(outcomes.results.row(typeid(R))));
        }
    }
    return nullptr;
}

/// Calls `take` with the value of task `i`, or `failed` with why it has none.
template <class R, class Take, class Failed>
void lookAt(const Outcomes& outcomes, std::size_t i, const Registry& registry, Take take,
            Failed failed)
{
    if (!outcomes.failures.empty() && outcomes.failures[i]) {
        failed(*outcomes.failures[i]);
        return;
    }
    Result<R> result = readResult<R>(outcomes.results, i, registry);
    if (result.ok()) {
        take(std::move(*result));
        return;
    }
    Failure failure;
    failure.item = outcomes.first + i;
    failure.error = result.error();
    failed(failure);
}

} // namespace poolscope
