// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A value or the reason why there is none. Bytes from outside and a world that fails give a
// Result; our own mistakes are asserted; a task's exception becomes an Error in core/worker.

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace poolscope {

/// What went wrong, as a person and as a program read it.
struct Error {
    std::string
        kind; ///< a name as Python would give it: "PicklingError", "WorkerDied", "ValueError"
    std::string text; ///< one sentence: what is wrong, where, and what to do
    std::string path; ///< the way to the culprit ("task[3][0][0](…).__self__.pool"), or empty
    /// Where a task's exception was thrown ("f() in poolscope-worker"), else empty.
    std::string where = {};

    bool operator==(const Error&) const = default;
};

/// Either a T or an Error. Ask before you look: value() of an error is our own mistake.
template <class T> class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() &
    {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    const T& value() const&
    {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    T&& value() &&
    {
        assert(ok());
        return std::move(*std::get_if<0>(&m_state));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Error& error() const
    {
        assert(!ok());
        return *std::get_if<1>(&m_state);
    }

private:
    std::variant<T, Error> m_state;
};

/// Success, or an Error.
template <> class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    bool ok() const { return !m_error; }
    explicit operator bool() const { return ok(); }
    const Error& error() const
    {
        assert(!ok());
        return *m_error;
    }

private:
    std::optional<Error> m_error;
};

} // namespace poolscope
