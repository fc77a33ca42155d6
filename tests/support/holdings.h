// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a process holds that a pool might leave behind, and what it holds that has a name in the
// system: that would stay when everybody has gone.

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include <sys/types.h>

namespace poolscope::test {

/// This process's children, by their pids.
std::vector<pid_t> childrenHere();

/// How many there are of each.
struct Holdings {
    std::size_t descriptors = 0, children = 0, threads = 0, segments = 0;
    bool operator==(const Holdings&) const = default;
};
Holdings holdingsHere();

/// Of this process and all its children: sockets with a name or path, files that are open or mapped in
/// shared memory in a folder for such (/dev/shm, /tmp, …) and not removed, queues, and shared
/// memory of System V.
std::set<std::string> namedThingsHere();

} // namespace poolscope::test
