// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Kills a call's workers at random moments, as the machine might: at once, after a stop, two together,
// or by a stop that only their task's limit ends.

#include "core/dispatch/dispatch.h"

#include <random>
#include <thread>

namespace poolscope::chaos {

struct Kills {
    std::uint64_t alone = 0;
    std::uint64_t afterStop = 0; ///< SIGSTOP, and SIGKILL a moment later
    std::uint64_t together = 0;  ///< workers that were killed beside another
    std::uint64_t stopped = 0;   ///< SIGSTOP, left to the limit
    std::uint64_t all() const { return alone + afterStop + together + stopped; }
};

class Killer final {
public:
    /// Begins at once, and goes on while the call's pool ends; `mayStop` where tasks have a limit that
    /// ends what is stopped.
    Killer(std::shared_ptr<const Call> call, std::uint64_t seed, bool mayStop);
    ~Killer();
    Kills stop(); ///< also kills what was left stopped

private:
    void run(std::stop_token stop);
    void strike();
    std::vector<Descriptor> victims();
    Nanos upTo(Nanos most);

    const std::shared_ptr<const Call> m_call;
    const bool m_mayStop;
    std::mt19937_64 m_random;
    Kills m_kills;
    std::vector<Descriptor> m_stopped; ///< pidfds
    std::jthread m_thread;
};

} // namespace poolscope::chaos
