// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The fast way out: a call's task messages differ in their numbers and items only. What stands
// between is made once a call by the general way, and the items are written from their C++ objects.

#include "core/worker/message.h"

namespace poolscope {

/// One for each thread that sends.
class TaskWriter final {
public:
    explicit TaskWriter(int protocol) : m_protocol(protocol) {}

    /// Appends the message of `count` items from `first` on: the bytes of taskMessage(). False where
    /// something is unusual (or wrong): nothing was written, and taskMessage() does it or says why.
    /// A job's number stands for its callable.
    bool write(std::uint64_t job, std::uint64_t chunk, const Callable& callable,
               const Registry& registry, const Items& items, std::size_t first, std::size_t count,
               Buffer& out);

private:
    void enter(std::uint64_t job, const Callable& callable, const Registry& registry);

    const int m_protocol;
    std::uint64_t m_job = ~std::uint64_t{0}; ///< the last one
    std::unique_ptr<const Prelude> m_prelude;
};

} // namespace poolscope
