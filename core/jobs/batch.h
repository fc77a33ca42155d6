// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The calls of one chunk with their types: arguments and results lie side by side, and a row of
// calls is a plain loop that notes where it is.

#include "core/jobs/items.h"

namespace poolscope {

/// Calls `call(const Argument&)`: a task may be run again (the probe does).
template <class Argument, class Call> class TypedBatch final : public Batch {
    using Returned = std::remove_cvref_t<std::invoke_result_t<const Call&, const Argument&>>;
    static constexpr bool returnsNothing = std::is_void_v<Returned>;
    using Outcome = std::conditional_t<returnsNothing, std::monostate, Returned>; // None

public:
    TypedBatch(Call call, std::size_t expected) : m_call(std::move(call)), m_own(expected) {}

    Result<void> load(Value argument, const Registry& registry) override
    {
        Result<Argument> typed = fromValue<Argument>(argument, registry);
        if (!typed.ok()) {
            m_own.addEmpty();
            return typed.error();
        }
        m_own.add([&]() -> Argument&& { return std::move(*typed); });
        return {};
    }

    Result<void> load(const Items& items, std::size_t i, const Registry& registry) override
    {
        if (const void* object = items.peek(i, typeid(Argument))) {
            m_own.add([&]() -> const Argument& { return *static_cast<const Argument*>(object); });
            return {};
        }
        return loadReduced(items, i, registry);
    }

    bool borrow(const Items& items, std::size_t first, std::size_t count) override
    {
        const auto* row = static_cast<const Argument*>(items.row(typeid(Argument)));
        m_borrowed = row == nullptr ? nullptr : row + first;
        m_borrowedCount = row == nullptr ? 0 : count;
        return row != nullptr;
    }

    std::optional<std::size_t> load(DirectReading& reading) override
    {
        std::size_t count = 0;
        if constexpr (canBeFresh<Argument>) {
            const auto readOne = [&] {
                m_own.add([] { return Argument(); });
                return Direct<Argument>::read(m_own.back(), reading);
            };
            if (reading.in.tuple(count, readOne)) {
                return count;
            }
        }
        return {};
    }

    void run(std::size_t i) override
    {
        const Argument& argument = *(arguments() + i);
        m_results.put(i, [&]() -> decltype(auto) { return outcome(argument); });
    }

    std::size_t run(std::size_t first, std::size_t end, const TaskMarks& marks) override
    {
        m_results.truncate(first);
        m_results.padTo(first);
        m_results.reserve(end);
        const Argument* argument = arguments() + first;
        for (std::size_t i = first; i < end; ++i, ++argument) {
            if (marks.told()) {
                return i;
            }
            marks.begun.store(i, std::memory_order_relaxed);
            // No fence between processors: only the compiler must leave the task behind its mark.
            std::atomic_signal_fence(std::memory_order_seq_cst);
            const auto make = [&]() -> decltype(auto) { return outcome(*argument); };
            m_results.addReserved(make);
            std::atomic_signal_fence(std::memory_order_seq_cst);
            marks.finished.store(i + 1, std::memory_order_relaxed);
        }
        return end;
    }

    void writeResults(DirectWriting& writing) const override
    {
        if (!m_results.full() || m_results.size() != loaded()) {
            return writing.out.giveUp();
        }
        writing.out.listOfRuns(m_results.size(), [&](std::size_t first, std::size_t count) {
            writeObjects(m_results.data() + first, count, writing);
        });
    }

    std::unique_ptr<Items> takeResults() override
    {
        m_results.padTo(loaded());
        auto results = std::make_unique<TypedItems<Outcome>>(std::move(m_results));
        clear();
        return results;
    }

    void clear() override
    {
        m_own.truncate(0);
        m_results.truncate(0);
        m_borrowed = nullptr;
        m_borrowedCount = 0;
    }

private:
    std::size_t loaded() const { return m_borrowed != nullptr ? m_borrowedCount : m_own.size(); }
    const Argument* arguments() const { return m_borrowed != nullptr ? m_borrowed : m_own.data(); }
    decltype(auto) outcome(const Argument& argument) const
    {
        if constexpr (returnsNothing) {
            m_call(argument);
            return Outcome();
        } else {
            return m_call(argument);
        }
    }
    /// Items of another type (JSON input): by way of a Value, without pickling it.
    Result<void> loadReduced(const Items& items, std::size_t i, const Registry& registry)
    {
        Document document;
        const Result<Value> value = items.reduce(i, document, registry);
        if (!value.ok()) {
            m_own.addEmpty();
            return value.error();
        }
        return load(*value, registry);
    }

    Call m_call;
    Slots<Argument> m_own;
    const Argument* m_borrowed = nullptr; ///< arguments that lie somewhere else
    std::size_t m_borrowedCount = 0;
    Slots<Outcome> m_results;
};

/// What a call on an Argument gives: a row of its results.
template <class Argument, class Call>
std::shared_ptr<GrowingItems> typedRow(const Call&, std::size_t capacity)
{
    using Returned = std::remove_cvref_t<std::invoke_result_t<const Call&, const Argument&>>;
    using Outcome = std::conditional_t<std::is_void_v<Returned>, std::monostate, Returned>;
    return std::make_shared<TypedRow<Outcome>>(capacity);
}

template <class Argument, class Call>
std::unique_ptr<Batch> typedBatch(Call call, std::size_t expected)
{
    return std::make_unique<TypedBatch<Argument, Call>>(std::move(call), expected);
}

} // namespace poolscope
