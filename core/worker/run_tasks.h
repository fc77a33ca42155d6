// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Runs the tasks of a chunk, one after the other, on the thread that calls. What a task
// throws becomes its error here.

#include "core/jobs/jobs.h"
#include "core/telemetry/telemetry.h"
#include "core/worker/message.h"

#include <atomic>

namespace poolscope {

/// Runs the loaded tasks of a batch: those without an error in `errors` (empty: all). Errors of tasks
/// are added. The status page names each task while it runs: one that is not among the finished.
/// Stops between tasks when `stop` is set, or when the page says that the chunk is abandoned; false
/// when it stopped early.
bool runTasks(Batch& batch, std::size_t count, std::vector<std::optional<Error>>& errors,
              StatusPage& page, const std::atomic<bool>* stop = nullptr);

/// A chunk in this process, with no pickling: `count` items from `first` on. Empty when stopped.
std::optional<ChunkAnswer> runLocally(const Callable& callable, const Items& items,
                                      std::size_t first, std::size_t count,
                                      const Registry& registry, StatusPage& page,
                                      const std::atomic<bool>& stop);

} // namespace poolscope
