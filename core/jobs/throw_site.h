// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What a task throws, as an Error that says where it was thrown. By the time an exception is caught,
// the calls that led to its throw are gone. But before it unwinds anything it is looked for who will
// catch it: the first handler is asked while all of them are still there, and that is when they are noted.

#include "core/base/base.h"

#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace poolscope {

/// The kind of a task's failure that asked for more memory than there is.
inline constexpr const char* memoryError = "MemoryError";

/// Nothing that is thrown is one. A handler for it stands before all others, and its being asked is
/// what notes the calls.
class ThrowWatch {
public:
    virtual ~ThrowWatch(); // nowhere defined: what asks is in throw_site.cpp
};

/// Where this thread notes the calls of a throw. One within the other, as tasks may run tasks.
class ThrowSite final {
public:
    ThrowSite();
    ~ThrowSite();
    ThrowSite(const ThrowSite&) = delete;
    ThrowSite& operator=(const ThrowSite&) = delete;

    void note(); ///< the calls that led here
    /// Of the exception that is being handled: its kind by its type, its text, where it was thrown.
    Error error() const;

private:
    ThrowSite* m_outer;
    std::array<std::uintptr_t, 8> m_calls; ///< the innermost first
    std::size_t m_count = 0;
};

/// Calls the function; the error that it throws, whatever that is.
template <class F> std::optional<Error> errorThrownBy(F&& function)
{
    ThrowSite site;
    try {
        std::forward<F>(function)();
    } catch (const ThrowWatch&) { // never
    } catch (...) {
        return site.error();
    }
    return std::nullopt;
}

} // namespace poolscope
