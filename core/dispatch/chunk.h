// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A run of tasks that travel together, and what the ledger knows of it while a worker has it.

#include "core/dispatch/dispatch.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace poolscope {

/// Tasks first … first+count-1; their arguments stand at items[offset …].
struct Chunk {
    std::shared_ptr<const Items> items;
    std::size_t offset = 0;
    std::uint64_t first = 0;
    std::uint32_t count = 0;
    std::uint32_t number = 0;
    std::uint8_t attempt = 0;

    /// Its tasks from `begin` on, `size` of them.
    Chunk part(std::uint32_t begin, std::uint32_t size) const;
    /// What a message about it is kept under.
    PayloadHead head(Way way, int worker) const
    {
        return {first, count, number, static_cast<std::uint16_t>(worker), attempt, way};
    }
};

/// What becomes of a chunk whose worker died.
struct Loss {
    std::optional<std::uint32_t> taken; ///< the task that the worker took with it
    std::uint32_t finished = 0; ///< tasks that had run; their results are lost with the worker
    std::vector<Chunk> again;   ///< to be run (again); attempts counted
};

/// How often a chunk is sent again when its worker died and no task of it was running.
inline constexpr int unblamedAttempts = 3;

/// Reads the ledger's entry beside the dead worker's status page: the task that was running is
/// lost, all others are run again. Where no task was running (the worker died while it unpickled,
/// say) the tasks are sent one by one, and one that still takes its worker with it is lost.
Loss assessLoss(const Chunk& chunk, std::uint32_t serial, const StatusPage& page);

} // namespace poolscope
