// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The far side: what a worker does all its life. It reads a frame, unpickles it, runs its tasks,
// pickles what came out, writes it, and notes the moment between each of these.

#include "core/jobs/jobs.h"
#include "core/telemetry/telemetry.h"
#include "core/transport/transport.h"
#include "core/worker/worker_process.h"

namespace poolscope {

inline constexpr const char* workerFlag = "--poolscope-worker"; ///< then WorkerOptions::arguments()
/// Then a program and its arguments: what was started becomes that, as a child that follows its parent.
inline constexpr const char* becomeFlag = "--poolscope-become";
inline constexpr int workerChannelFd = 3;
inline constexpr int workerMemoryFd = 4;

/// What worker and parent share is laid out so: the status page, and behind it the rings.
inline constexpr std::size_t ringOffset = 4096;
std::size_t workerMemorySize(Transport transport);

/// Serves on a channel until it ends. `page` is this worker's status page.
void serve(Channel& channel, StatusPage& page, const Catalogue& catalogue,
           const WorkerOptions& options);

} // namespace poolscope
