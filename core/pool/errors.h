// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What the calls of a pool throw. Python's manner, so that a value is simply a value: one exception
// type for each kind of error, all of them PoolErrors with the kind, the sentence and the path. The
// engine below gives Results.

#include "core/telemetry/telemetry.h"

#include <exception>
#include <stdexcept>

namespace poolscope {

/// Any error of a pool; what() is one sentence.
class PoolError : public std::runtime_error {
public:
    explicit PoolError(Error error) : std::runtime_error(error.text), m_error(std::move(error)) {}
    const std::string& kind() const { return m_error.kind; }
    const std::string& path() const { return m_error.path; } ///< to the culprit, or empty

private:
    Error m_error;
};

/// A task has no value: its exception, its worker's death, an argument or result that cannot travel.
class TaskFailed final : public PoolError {
public:
    explicit TaskFailed(Failure failure) : PoolError(failure.error), m_failure(std::move(failure))
    {}
    const Failure& failure() const { return m_failure; } ///< item, worker, pid, attempt, argument
    /// Where the task threw: "f() in poolscope-worker"; empty where it did not throw.
    const std::string& where() const { return m_failure.error.where; }

private:
    Failure m_failure;
};

/// The function, or the object that it is bound to, cannot travel: nothing was sent.
class PicklingError final : public PoolError {
    using PoolError::PoolError;
};
/// A value is not of the C++ type that was asked for.
class UnpicklingError final : public PoolError {
    using PoolError::PoolError;
};
/// An option or argument out of its range, a name that is not known, an input that broke its word.
class ValueError final : public PoolError {
    using PoolError::PoolError;
};
/// The pool was closed, or went while a call was under way.
class PoolClosed final : public PoolError {
    using PoolError::PoolError;
};
/// The call was cancelled by its own future.
class Cancelled final : public PoolError {
    using PoolError::PoolError;
};
/// The time that was given ran out; the call goes on.
class TimeoutError final : public PoolError {
    using PoolError::PoolError;
};

/// The exception of an error's kind; a PoolError where the kind has no type of its own.
std::exception_ptr exceptionOf(const Error& error);
[[noreturn]] inline void raise(const Error& error) { std::rethrow_exception(exceptionOf(error)); }
/// The value, or the error thrown.
template <class T> T valueOrRaise(Result<T> result)
{
    if (!result.ok()) {
        raise(result.error());
    }
    return std::move(*result);
}

} // namespace poolscope
