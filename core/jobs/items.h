// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Items and inputs of C++ objects.

#include "core/jobs/call.h"
#include "core/jobs/slots.h"

#include <algorithm>
#include <vector>

namespace poolscope {

/// Writes objects that lie side by side, one behind the other.
template <class T> void writeObjects(const T* objects, std::size_t count, DirectWriting& writing)
{
    if constexpr (isNumberRow<T>) {
        using Number = std::conditional_t<std::is_floating_point_v<T>, double, std::int64_t>;
        writing.out.template numberRow<Number>(objects, count);
    } else {
        for (const T* end = objects + count; objects != end && !writing.out.gaveUp(); ++objects) {
            Direct<T>::write(*objects, writing);
        }
    }
}

/// Objects of one type; the Batch of a function that takes a T reads them as they are.
template <class T> class TypedItems final : public Items {
public:
    /// An empty slot (a task that failed) may be neither reduced nor written.
    explicit TypedItems(Slots<T> objects) : m_objects(std::move(objects)) {}

    std::size_t size() const override { return m_objects.size(); }
    Result<Value> reduce(std::size_t i, Document& document, const Registry& registry) const override
    {
        return toValue(m_objects[i], document, registry);
    }
    const void* peek(std::size_t i, const std::type_info& type) const override
    {
        return type == typeid(T) && m_objects.has(i) ? &m_objects[i] : nullptr;
    }
    const void* row(const std::type_info& type) const override
    {
        return type == typeid(T) && m_objects.full() ? m_objects.data() : nullptr;
    }
    void write(std::size_t first, std::size_t count, DirectWriting& writing) const override
    {
        writeObjects(m_objects.data() + first, count, writing);
    }

private:
    Slots<T> m_objects;
};

/// One object as items.
template <class T> std::unique_ptr<const Items> oneItem(T object)
{
    Slots<T> objects(1);
    objects.push(std::move(object));
    return std::make_unique<TypedItems<T>>(std::move(objects));
}

/// Results of one type as they come home.
template <class T> class TypedRow final : public GrowingItems {
public:
    explicit TypedRow(std::size_t capacity) : m_objects(capacity) {}

    std::size_t size() const override { return m_objects.size(); }
    std::size_t room() const override { return m_objects.capacity() - m_objects.size(); }
    bool read(DirectReading& reading, std::size_t count) override
    {
        if constexpr (canBeFresh<T>) {
            Added added{m_objects, m_objects.size()};
            const std::size_t end = added.begin + count;
            if (count <= room() &&
                reading.in.list(added,
                                [&] { return m_objects.size() < end && readOne(reading); }) &&
                m_objects.size() == end) {
                return true;
            }
            added.clear();
        }
        return false;
    }
    Result<Value> reduce(std::size_t i, Document& document, const Registry& registry) const override
    {
        return toValue(m_objects.data()[i], document, registry);
    }
    const void* peek(std::size_t i, const std::type_info& type) const override
    {
        return type == typeid(T) ? m_objects.data() + i : nullptr;
    }
    const void* row(const std::type_info& type) const override
    {
        return type == typeid(T) ? m_objects.data() : nullptr;
    }

private:
    /// What the list that is read adds.
    struct Added {
        Slots<T>& objects;
        const std::size_t begin;
        std::size_t size() const { return objects.size() - begin; }
        void clear() { objects.truncate(begin); }
    };
    bool readOne(DirectReading& reading)
    {
        m_objects.add([] { return T(); });
        return Direct<T>::read(m_objects.back(), reading);
    }

    Slots<T> m_objects; ///< never moves; while it grows others may look at no more than data()
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
        Slots<T> objects(count);
        for (std::uint64_t i = first; i < first + count; ++i) {
            objects.add([&]() -> decltype(auto) { return m_make(i); });
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

} // namespace poolscope
