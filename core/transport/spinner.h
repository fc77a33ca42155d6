// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/base.h"

#include <algorithm>
#include <sched.h>
#include <thread>

namespace poolscope {

/// Looks again and again for what is about to come, where sleeping and being woken would take longer.
/// Where that was in vain some times in a row it is tried only now and then, so that an idle process
/// and one that waits for long tasks use no CPU to speak of. Others that can run go first.
class Spinner final {
public:
    static constexpr Nanos longest = 50'000; ///< ns

    /// True as soon as `holds()` says so; false when the time is up, or it is not worth trying.
    template <class Holds> bool spin(Holds holds)
    {
        if (holds()) {
            return true;
        }
        if (!m_isWorthIt || (m_inVain >= mostInVain && ++m_skipped % triedAgain != 0)) {
            return false;
        }
        const Nanos until = now() + longest;
        do {
            for (int i = 0; i < looksAtOnce; ++i) {
                if (holds()) {
                    m_inVain = 0;
                    return true;
                }
                pause();
            }
            ::sched_yield();
        } while (now() < until);
        m_inVain = std::min(m_inVain + 1, mostInVain);
        return false;
    }

private:
    static constexpr int looksAtOnce = 32;
    static constexpr int mostInVain = 3;
    static constexpr unsigned triedAgain = 16;

    static void pause()
    {
#if defined(__x86_64__)
        __builtin_ia32_pause();
#endif
    }

    const bool m_isWorthIt = std::thread::hardware_concurrency() > 1;
    int m_inVain = 0;       ///< times in a row
    unsigned m_skipped = 0; ///< waits that it did not try to shorten
};

} // namespace poolscope
