// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What imap gives: the values one after the other, while the tasks behind them still run.

#include "core/pool/under_way.h"

namespace poolscope {

/// Where a reader of a call stands. One thread.
class ResultReader final {
public:
    explicit ResultReader(std::unique_ptr<UnderWay> underWay) : m_underWay(std::move(underWay)) {}
    /// Nobody can take the values any more: the call stops at the next task.
    ~ResultReader();
    ResultReader(ResultReader&&) = default;
    ResultReader& operator=(ResultReader&&) = delete;

    /// Goes on to the next task that has an outcome; false at the end. Throws why the call ended
    /// early, once, and TimeoutError.
    bool advance(const Timeout& timeout);
    const Outcomes& outcomes() const { return m_outcomes; }
    std::size_t place() const { return m_place; } ///< in the outcomes
    const UnderWay& underWay() const { return *m_underWay; }
    bool cancel(Running running) { return m_underWay->cancel(running); }

private:
    bool takeMore(const Timeout& timeout);

    std::unique_ptr<UnderWay> m_underWay;
    Outcomes m_outcomes;
    std::size_t m_place = 0;
    std::size_t m_next = 0;
    bool m_ended = false;
};

/// The values of an imap or imapUnordered. Iterate over it, or ask for the next() one; a task that
/// failed throws TaskFailed at its turn, and asking (or iterating) again goes on behind it. What the
/// input threw comes behind the values of the items before it. When it goes, the call is cancelled and
/// its input is not asked any more.
template <class R> class Results final {
public:
    /// The next value; nothing at the end.
    std::optional<R> next(Timeout timeout = {})
    {
        if (!m_reader.advance(timeout)) {
            return std::nullopt;
        }
        std::optional<R> value;
        lookAt<R>(
            m_reader.outcomes(), m_reader.place(), m_reader.underWay().registry(),
            [&](R result) { value = std::move(result); },
            [](const Failure& failure) { throw TaskFailed(failure); });
        return value;
    }
    /// The item whose value came last, counted from 0: imapUnordered gives them as they come.
    std::uint64_t item() const { return m_reader.outcomes().first + m_reader.place(); }
    bool cancel(Running running = Running::StopAtNextTask) { return m_reader.cancel(running); }

    class Iterator final {
    public:
        using value_type = R;
        using reference = const R&;
        using pointer = const R*;
        using difference_type = std::ptrdiff_t;
        using iterator_category = std::input_iterator_tag;

        explicit Iterator(Results& results) : m_results(&results) { ++*this; }
        const R& operator*() const { return *m_value; }
        const R* operator->() const { return &*m_value; }
        Iterator& operator++()
        {
            m_value = m_results->next();
            return *this;
        }
        void operator++(int) { ++*this; }
        bool operator==(std::default_sentinel_t) const { return !m_value; }

    private:
        Results* m_results;
        std::optional<R> m_value;
    };
    Iterator begin() { return Iterator(*this); } ///< from where it stands
    std::default_sentinel_t end() const { return {}; }

private:
    friend class Pool;
    explicit Results(std::unique_ptr<UnderWay> underWay) : m_reader(std::move(underWay)) {}

    ResultReader m_reader;
};

} // namespace poolscope
