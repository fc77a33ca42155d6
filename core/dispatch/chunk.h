// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A run of tasks that travel together, and what the ledger knows of it while a worker has it.

#include "core/dispatch/dispatch.h"
#include "core/dispatch/task_clock.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace poolscope {

/// A piece of the input as it was taken. Its call keeps the items until each has its outcome.
struct ItemStretch {
    std::shared_ptr<const Items> items;
    std::uint64_t first = 0;
    std::uint64_t open = 0; ///< items without an outcome
};

/// Tasks first … first+count-1, whose arguments stand at items()[offset() …]. While it is out with a
/// lane or waits for one, its stretch is there.
struct Chunk {
    ItemStretch* stretch = nullptr;
    std::uint64_t first = 0;
    std::uint32_t count = 0;
    std::uint32_t number = 0;
    std::uint8_t attempt = 0;
    std::uint16_t deaths = 0; ///< workers that died while they had this one task
    std::uint16_t misses = 0; ///< workers that died before they took it

    const Items& items() const { return *stretch->items; }
    std::size_t offset() const { return static_cast<std::size_t>(first - stretch->first); }
    /// Its tasks from `begin` on, `size` of them.
    Chunk part(std::uint32_t begin, std::uint32_t size) const;
    /// What a message about it is kept under.
    PayloadHead head(Way way, int worker) const
    {
        return {first, count, number, static_cast<std::uint16_t>(worker), attempt, way};
    }
};

/// How a worker ended, as far as it decides what becomes of its chunk.
struct Ending {
    int retries = 0;              ///< times that a task is run again which took its worker with it
    std::optional<Stand> overdue; ///< it was ended because it stood there for too long
};

/// What becomes of a chunk whose worker died.
struct Loss {
    Stand stand;                          ///< where the worker was when it died
    std::optional<std::uint32_t> culprit; ///< the task that is held to have ended it
    std::optional<std::uint32_t> taken;   ///< the same, where it is not run again: its failure
    std::uint32_t finished = 0; ///< tasks that had run; their results are lost with the worker
    std::vector<Chunk> again;   ///< to be run (again); attempts counted

    /// Tasks that had run, or had begun to, and are run again.
    std::uint32_t retried() const
    {
        const bool running = stand.stage == Stand::Stage::Running;
        return running ? finished + (taken ? 0 : 1) : (taken ? 0 : finished);
    }
};

/// How often a task is tried, besides its retries, that is alone when its worker dies without a task
/// running: its argument may have done it, or its result, or somebody else.
inline constexpr int unblamedAttempts = 3;
/// How many workers in a row may die, besides the retries, before they take the chunk.
inline constexpr int missedAttempts = 10;

/// Reads the ledger's entry beside the dead worker's status page: the task that was running is
/// held to have ended it, all others are run again. Where no task was running (the worker died while it
/// unpickled, say) the tasks are sent one by one, and one that still takes its workers with it is
/// the culprit. The culprit is run again, alone, while it has retries. A worker that was ended for
/// standing still too long, and had moved on when the end came, has no culprit.
Loss assessLoss(const Chunk& chunk, std::uint32_t serial, const StatusPage& page,
                const Ending& ending = {});

} // namespace poolscope
