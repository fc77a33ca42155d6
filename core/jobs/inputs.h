// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Inputs that are there already, a range of numbers or the objects of a vector: their items are
// written from where they are, and objects are made only for who asks for objects.

#include "core/jobs/items.h"

#include <mutex>

namespace poolscope {

/// start, start + step, … as objects of T: an integer type, a floating-point type or Integer.
template <class T> class RangeItems final : public Items {
public:
    RangeItems(std::int64_t start, std::int64_t step, std::size_t size)
        : m_start(start), m_step(step), m_size(size)
    {}

    std::size_t size() const override { return m_size; }
    Result<Value> reduce(std::size_t i, Document& document, const Registry& registry) const override
    {
        return toValue(T(number(i)), document, registry); // numbers look into nothing
    }
    const void* peek(std::size_t i, const std::type_info& type) const override
    {
        return type == typeid(T) ? &objects()[i] : nullptr;
    }
    const void* row(const std::type_info& type) const override
    {
        return type == typeid(T) ? objects().data() : nullptr;
    }
    void write(std::size_t first, std::size_t count, DirectWriting& writing) const override
    {
        if constexpr (isNumberRow<T> || std::is_same_v<T, Integer>) {
            using Number = std::conditional_t<std::is_floating_point_v<T>, double, std::int64_t>;
            writing.out.template numberRow<Number>(At{this, first}, count);
        } else {
            for (std::size_t i = first; i < first + count && !writing.out.gaveUp(); ++i) {
                Direct<T>::write(T(number(i)), writing);
            }
        }
    }

private:
    using Plain = std::conditional_t<std::is_same_v<T, Integer>, std::int64_t, T>;
    struct At {
        const RangeItems* items;
        std::size_t i;
        Plain operator*() const { return static_cast<Plain>(items->number(i)); }
        At& operator++()
        {
            ++i;
            return *this;
        }
    };
    std::int64_t number(std::size_t i) const
    {
        // Unsigned, since the way from the start may be longer than an int64.
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(m_start) +
                                         i * static_cast<std::uint64_t>(m_step));
    }
    /// Made once, by the first lane that asks.
    const Slots<T>& objects() const
    {
        std::call_once(m_made, [this] {
            Slots<T> objects(m_size);
            for (std::size_t i = 0; i < m_size; ++i) {
                objects.push(T(number(i)));
            }
            m_objects = std::move(objects);
        });
        return m_objects;
    }

    const std::int64_t m_start;
    const std::int64_t m_step;
    const std::size_t m_size;
    mutable std::once_flag m_made;
    mutable Slots<T> m_objects;
};

template <class T> class RangeInput final : public Input {
public:
    RangeInput(std::int64_t start, std::int64_t step, std::uint64_t size)
        : m_start(start), m_step(step), m_size(size)
    {}
    std::uint64_t size() const override { return m_size; }
    bool isReady() const override { return true; }
    Result<std::shared_ptr<const Items>> take(std::uint64_t first, std::size_t count) override
    {
        const auto start = static_cast<std::int64_t>(static_cast<std::uint64_t>(m_start) +
                                                     first * static_cast<std::uint64_t>(m_step));
        return std::shared_ptr<const Items>(std::make_shared<RangeItems<T>>(start, m_step, count));
    }

private:
    const std::int64_t m_start;
    const std::int64_t m_step;
    const std::uint64_t m_size;
};

/// start, start + step, … as objects of T.
template <class T = std::int64_t>
std::shared_ptr<Input> rangeInput(std::int64_t start, std::uint64_t size, std::int64_t step = 1)
{
    return std::make_shared<RangeInput<T>>(start, step, size);
}

/// Some objects of a vector that others have a share in, too.
template <class T> class VectorItems final : public Items {
public:
    VectorItems(std::shared_ptr<const std::vector<T>> objects, std::size_t first, std::size_t count)
        : m_objects(std::move(objects)), m_first(first), m_count(count)
    {}

    std::size_t size() const override { return m_count; }
    Result<Value> reduce(std::size_t i, Document& document, const Registry& registry) const override
    {
        return toValue((*m_objects)[m_first + i], document, registry);
    }
    const void* peek(std::size_t i, const std::type_info& type) const override
    {
        return type == typeid(T) ? m_objects->data() + m_first + i : nullptr;
    }
    const void* row(const std::type_info& type) const override { return peek(0, type); }
    void write(std::size_t first, std::size_t count, DirectWriting& writing) const override
    {
        writeObjects(m_objects->data() + m_first + first, count, writing);
    }

private:
    const std::shared_ptr<const std::vector<T>> m_objects;
    const std::size_t m_first;
    const std::size_t m_count;
};

template <class T> class VectorInput final : public Input {
public:
    VectorInput(std::vector<T> objects, bool isTakenOnce)
        : m_size(objects.size()),
          m_isTakenOnce(isTakenOnce),
          m_objects(std::make_shared<const std::vector<T>>(std::move(objects)))
    {}
    std::uint64_t size() const override { return m_size; }
    bool isReady() const override { return true; }
    Result<std::shared_ptr<const Items>> take(std::uint64_t first, std::size_t count) override
    {
        assert(first + count <= m_size);
        auto objects = m_objects;
        if (m_isTakenOnce && first + count == m_size) {
            m_objects.reset();
        }
        return std::shared_ptr<const Items>(std::make_shared<VectorItems<T>>(
            std::move(objects), static_cast<std::size_t>(first), count));
    }

private:
    const std::uint64_t m_size;
    const bool m_isTakenOnce;
    std::shared_ptr<const std::vector<T>> m_objects;
};

/// The objects of a vector, where they lie. Where they are taken once only, in their order, they stay
/// until the last of them has its outcome; otherwise as long as the input.
template <class T>
std::shared_ptr<Input> vectorInput(std::vector<T> objects, bool isTakenOnce = false)
{
    if constexpr (std::is_same_v<T, bool>) { // which has none to be looked at
        const std::uint64_t size = objects.size();
        return generatedInput(
            size, [objects = std::move(objects)](std::uint64_t i) -> bool { return objects[i]; },
            true);
    } else {
        return std::make_shared<VectorInput<T>>(std::move(objects), isTakenOnce);
    }
}

} // namespace poolscope
