// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Items that somebody gives one after the other, as the Input of a call.

#include "core/jobs/jobs.h"
#include "core/pool/errors.h"

#include <functional>

namespace poolscope {

/// An input that may break off: keeps what it threw, for whoever takes the results.
class BreakableInput : public Input {
public:
    /// Why it ended early, or null. To be asked when the call is over.
    std::exception_ptr fault() const { return m_fault; }
    /// It is not asked any more when this returns: what it refers to may go.
    virtual void letGo() = 0;

protected:
    void breakOff(std::exception_ptr fault) { m_fault = std::move(fault); }

private:
    std::exception_ptr m_fault;
};

/// Asks `next` for one item at a time until it has none. It is let go as soon as it has ended.
template <class A> class Sequence final : public BreakableInput {
public:
    using Next = std::function<std::optional<A>()>;
    /// `size` is what is expected of it: Input::unknownSize where nothing is. `ready`: see Input.
    Sequence(Next next, std::uint64_t size, bool ready = false)
        : m_size(size), m_ready(ready), m_next(std::move(next))
    {}

    std::uint64_t size() const override { return m_size; }
    bool isReady() const override { return m_ready; }
    Result<std::shared_ptr<const Items>> take(std::uint64_t first, std::size_t count) override
    {
        Slots<A> items(count);
        const MutexLock lock(m_asking);
        try {
            pull(items, first, count);
        } catch (...) {
            this->breakOff(std::current_exception());
            m_next = nullptr;
        }
        return std::shared_ptr<const Items>(std::make_shared<TypedItems<A>>(std::move(items)));
    }
    void letGo() override
    {
        m_goes = true;
        const MutexLock lock(m_asking);
        m_next = nullptr;
    }
    /// All items at once: what list() does. Throws what `next` throws.
    std::vector<A> takeAll()
    {
        std::vector<A> items;
        const MutexLock lock(m_asking);
        while (std::optional<A> item = m_next()) {
            items.push_back(std::move(*item));
        }
        m_next = nullptr;
        return items;
    }

private:
    void pull(Slots<A>& items, std::uint64_t first, std::size_t count) REQUIRES(m_asking)
    {
        while (m_next && !m_goes && items.size() < count) {
            std::optional<A> item = m_next();
            if (!item) {
                m_next = nullptr;
                checkSize(first + items.size());
                return;
            }
            items.push(std::move(*item));
        }
        if (m_next && first + items.size() == m_size) {
            checkEnd();
            m_next = nullptr;
        }
    }
    void checkSize(std::uint64_t given) const
    {
        if (m_size != unknownSize && given != m_size) {
            throw ValueError({"ValueError",
                              "The input said that it has " + std::to_string(m_size) +
                                  " items and ended after " + std::to_string(given) + ".",
                              "inputs"});
        }
    }
    void checkEnd() REQUIRES(m_asking)
    {
        if (m_next()) {
            throw ValueError({"ValueError",
                              "The input said that it has " + std::to_string(m_size) +
                                  " items and went on behind them.",
                              "inputs"});
        }
    }

    const std::uint64_t m_size;
    const bool m_ready;
    std::atomic<bool> m_goes{false};
    Mutex m_asking;
    Next m_next GUARDED_BY(m_asking);
};

} // namespace poolscope
