// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Items and inputs of C++ objects.

#include "core/jobs/call.h"

#include <algorithm>
#include <vector>

namespace poolscope {

/// Objects of one type; the Batch of a function that takes a T reads them as they are.
template <class T> class TypedItems final : public Items {
public:
    /// A slot without an object (a task that failed) may be neither reduced nor peeked at.
    explicit TypedItems(std::vector<std::optional<T>> objects) : m_objects(std::move(objects)) {}

    std::size_t size() const override { return m_objects.size(); }
    Result<Value> reduce(std::size_t i, Document& document, const Registry& registry) const override
    {
        assert(m_objects[i].has_value());
        return toValue(*m_objects[i], document, registry);
    }
    const void* peek(std::size_t i, const std::type_info& type) const override
    {
        return type == typeid(T) && m_objects[i] ? &*m_objects[i] : nullptr;
    }

private:
    std::vector<std::optional<T>> m_objects;
};

/// Makes item `i` when it is asked for, as `make(i)`: nothing is held but the chunks under way.
template <class Make> class GeneratedInput final : public Input {
public:
    GeneratedInput(std::uint64_t size, Make make, bool ready)
        : m_size(size), m_make(std::move(make)), m_ready(ready)
    {}

    std::uint64_t size() const override { return m_size; }
    bool isReady() const override { return m_ready; }
    Result<std::shared_ptr<const Items>> take(std::uint64_t first, std::size_t count) override
    {
        using T = std::remove_cvref_t<std::invoke_result_t<Make, std::uint64_t>>;
        assert(first + count <= m_size);
        std::vector<std::optional<T>> objects;
        objects.reserve(count);
        for (std::uint64_t i = first; i < first + count; ++i) {
            objects.emplace_back(m_make(i));
        }
        return std::shared_ptr<const Items>(std::make_shared<TypedItems<T>>(std::move(objects)));
    }

private:
    std::uint64_t m_size;
    Make m_make;
    bool m_ready;
};

/// `ready`: make() takes no time to speak of.
template <class Make>
std::shared_ptr<Input> generatedInput(std::uint64_t size, Make make, bool ready = false)
{
    return std::make_shared<GeneratedInput<Make>>(size, std::move(make), ready);
}

/// start, start+1, … as objects of T (an integer type or Integer).
template <class T = std::int64_t>
std::shared_ptr<Input> rangeInput(std::int64_t start, std::uint64_t size)
{
    return generatedInput(
        size, [start](std::uint64_t i) { return T(start + static_cast<std::int64_t>(i)); }, true);
}

/// The objects of a vector.
template <class T> std::shared_ptr<Input> vectorInput(std::vector<T> objects)
{
    const std::uint64_t size = objects.size();
    return generatedInput(
        size,
        [shared = std::make_shared<const std::vector<T>>(std::move(objects))](
            std::uint64_t i) -> T { return (*shared)[static_cast<std::size_t>(i)]; },
        true);
}

} // namespace poolscope
