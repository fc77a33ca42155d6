// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/base.h"

#include <cstdint>

namespace poolscope {

/// How many calls a pool has under way; outlives the pool in those that are told of their end.
class OpenCalls final {
public:
    void opened()
    {
        const MutexLock lock(m_mutex);
        ++m_count;
    }
    void over()
    {
        const MutexLock lock(m_mutex);
        if (--m_count == 0) {
            m_changed.notifyAll();
        }
    }
    void awaitNone()
    {
        const MutexLock lock(m_mutex);
        while (m_count != 0) {
            m_changed.wait(m_mutex);
        }
    }

private:
    Mutex m_mutex;
    Condition m_changed;
    std::uint64_t m_count GUARDED_BY(m_mutex) = 0;
};

} // namespace poolscope
