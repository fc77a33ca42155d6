// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The calls of one chunk with their types: arguments and results lie side by side in vectors, and a
// call costs one virtual call more than a plain loop.

#include "core/jobs/items.h"

namespace poolscope {

/// Calls `call(const Argument&)`: a task may be run again (the probe does).
template <class Argument, class Call> class TypedBatch final : public Batch {
    using Returned = std::remove_cvref_t<std::invoke_result_t<const Call&, const Argument&>>;
    static constexpr bool returnsNothing = std::is_void_v<Returned>;
    using Outcome = std::conditional_t<returnsNothing, std::monostate, Returned>; // None

public:
    TypedBatch(Call call, std::size_t expected) : m_call(std::move(call))
    {
        m_arguments.reserve(expected);
        m_results.reserve(expected);
    }

    Result<void> load(Value argument, const Registry& registry) override
    {
        Result<Argument> typed = fromValue<Argument>(argument, registry);
        m_results.emplace_back();
        if (!typed.ok()) {
            m_arguments.emplace_back();
            return typed.error();
        }
        m_arguments.emplace_back(std::move(*typed));
        return {};
    }

    Result<void> load(const Items& items, std::size_t i, const Registry& registry) override
    {
        if (const void* object = items.peek(i, typeid(Argument))) {
            m_results.emplace_back();
            m_arguments.emplace_back(*static_cast<const Argument*>(object));
            return {};
        }
        return loadReduced(items, i, registry);
    }

    void run(std::size_t i) override
    {
        assert(m_arguments[i].has_value());
        if constexpr (returnsNothing) {
            m_call(*m_arguments[i]);
            m_results[i].emplace();
        } else {
            m_results[i].emplace(m_call(*m_arguments[i]));
        }
    }

    std::unique_ptr<Items> takeResults() override
    {
        m_arguments.clear();
        return std::make_unique<TypedItems<Outcome>>(std::move(m_results));
    }

private:
    /// Items of another type (JSON input): by way of a Value, without pickling it.
    Result<void> loadReduced(const Items& items, std::size_t i, const Registry& registry)
    {
        Document document;
        const Result<Value> value = items.reduce(i, document, registry);
        if (!value.ok()) {
            m_arguments.emplace_back();
            m_results.emplace_back();
            return value.error();
        }
        return load(*value, registry);
    }

    Call m_call;
    std::vector<std::optional<Argument>> m_arguments;
    std::vector<std::optional<Outcome>> m_results;
};

template <class Argument, class Call>
std::unique_ptr<Batch> typedBatch(Call call, std::size_t expected)
{
    return std::make_unique<TypedBatch<Argument, Call>>(std::move(call), expected);
}

} // namespace poolscope
