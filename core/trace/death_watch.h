// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Says of each worker that died once, in a sentence: of one that makes its pool hang while it hangs.
// Part of the door of core/trace.

#include "core/trace/traced_pool.h"

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace poolscope {

class DeathWatch final {
public:
    /// What is new since the last look. A pool that ends within a second did not hang; nor does one
    /// once the program is `over`.
    std::vector<std::string> look(const std::vector<std::unique_ptr<TracedPool>>& pools, bool over);

private:
    std::map<std::pair<const TracedPool*, std::size_t>, Nanos> m_seen; ///< when; 0: told
};

} // namespace poolscope
