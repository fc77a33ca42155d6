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
/// and one that waits for long tasks use no CPU to speak of. Others that can run go first; where they do
/// so time after time, the one that is waited for is among them, on this very CPU, where the kernel leaves
/// both since neither sleeps: then this thread moves to another CPU, if it is one that may.
class Spinner final {
public:
    static constexpr Nanos longest = 50'000; ///< ns

    /// Of two that wait for each other one `mayMove`.
    explicit Spinner(bool mayMove = false) : m_mayMove(mayMove) {}

    /// True as soon as `holds()` says so; false when the time is up, or it is not worth trying.
    template <class Holds> bool spin(Holds holds)
    {
        if (holds()) {
            return true;
        }
        if (!m_isWorthIt || (m_inVain >= mostInVain && ++m_skipped % triedAgain != 0)) {
            return false;
        }
        if (m_mayMove && m_gaveWay >= m_mostGaveWay) {
            m_gaveWay = 0;
            m_mostGaveWay = std::min(2 * m_mostGaveWay, longestPatience);
            leaveThisCpu();
        }
        Nanos at = now();
        const Nanos until = at + longest;
        bool gaveWay = false;
        do {
            for (int i = 0; i < looksAtOnce; ++i) {
                if (holds()) {
                    m_inVain = 0;
                    m_gaveWay = gaveWay ? m_gaveWay + 1 : 0;
                    m_mostGaveWay = gaveWay ? m_mostGaveWay : leastPatience;
                    return true;
                }
                pause();
            }
            const Nanos before = now();
            ::sched_yield();
            at = now();
            gaveWay = gaveWay || at - before > otherRan;
        } while (at < until);
        m_inVain = std::min(m_inVain + 1, mostInVain);
        return false;
    }

private:
    static constexpr int looksAtOnce = 32;
    static constexpr int mostInVain = 3;
    static constexpr int leastPatience = 8;
    static constexpr int longestPatience = 4096; ///< where all are busy there is no better one
    static constexpr Nanos otherRan = 1500;      ///< ns that a yield takes at least then
    static constexpr unsigned triedAgain = 16;

    static void pause()
    {
#if defined(__x86_64__)
        __builtin_ia32_pause();
#endif
    }

    /// Where others are allowed; what is allowed stays as it was.
    static void leaveThisCpu()
    {
        cpu_set_t allowed;
        const int here = ::sched_getcpu();
        if (here < 0 || ::sched_getaffinity(0, sizeof allowed, &allowed) != 0 ||
            CPU_COUNT(&allowed) < 2) {
            return;
        }
        cpu_set_t others = allowed;
        CPU_CLR(static_cast<std::size_t>(here), &others);
        if (CPU_COUNT(&others) != 0 && ::sched_setaffinity(0, sizeof others, &others) == 0) {
            ::sched_setaffinity(0, sizeof allowed, &allowed);
        }
    }

    const bool m_isWorthIt = std::thread::hardware_concurrency() > 1;
    int m_inVain = 0; ///< times in a row
    const bool m_mayMove;
    int m_gaveWay = 0; ///< times in a row
    int m_mostGaveWay = leastPatience;
    unsigned m_skipped = 0; ///< waits that it did not try to shorten
};

} // namespace poolscope
