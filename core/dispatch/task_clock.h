// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// How long a worker has been standing at one task. It asks no clock of the worker, whose tasks may
// be tiny: the attendant looks at the status page now and then and remembers when it first saw what
// it sees. So no task is given less than the limit, and at most a twentieth of it more (between 1
// and 250 ms).

#include "core/telemetry/telemetry.h"

namespace poolscope {

/// Where a worker stands with the chunk that it is to answer next, as its status page says.
struct Stand {
    enum class Stage : std::uint8_t {
        NotTaken,   ///< it has not begun with the chunk
        Unpickling, ///< no task of it has begun
        Running,
        Between, ///< after one task, before the next
        Pickling ///< all have run; pickles the results or writes them
    };
    Stage stage = Stage::NotTaken;
    std::uint32_t serial = 0;
    std::uint64_t task = 0; ///< index in the chunk: that runs, or that comes next

    bool operator==(const Stand&) const = default;
};

Stand standOf(const StatusPage& page, std::uint32_t serial, std::uint32_t count);

class TaskClock final {
public:
    /// `limit` in ns, 0 for none.
    explicit TaskClock(Nanos limit) : m_limit(limit) {}

    /// The worker stands there at `at`, a moment after its page was read. True when it has for
    /// longer than the limit: to take its chunk it has a second at least.
    bool overdue(const Stand& stand, Nanos at);
    /// Bytes moved between it and us: while it reads or writes, that is progress.
    void heard();
    void rest() { m_since = 0; } ///< it has nothing to do
    /// How long to wait until the next look, in ms.
    int pause() const;
    const Stand& stand() const { return m_stand; } ///< that was seen last

private:
    const Nanos m_limit;
    Stand m_stand;
    Nanos m_since = 0; ///< when it was first seen there; 0 not seen
};

} // namespace poolscope
