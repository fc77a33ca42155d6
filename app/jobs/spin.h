// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/base.h"

namespace poolscope {

/// Uses up a set time of this thread's CPU, counted from its making: what is done meanwhile is part
/// of it. CPU time, not the clock's, so that two spins on one CPU take twice as long.
class Spin final {
public:
    explicit Spin(double microseconds) : m_end(cpuTime() + static_cast<Nanos>(microseconds * 1e3))
    {}
    void finish() const
    {
        while (cpuTime() < m_end) {
        }
    }

private:
    static Nanos cpuTime()
    {
        timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<Nanos>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
    }

    Nanos m_end;
};

} // namespace poolscope
