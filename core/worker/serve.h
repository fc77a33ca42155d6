// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The far side: what a worker does all its life. It reads a frame, unpickles it, runs its tasks,
// pickles what came out, writes it, and notes the moment between each of these.

#include "core/jobs/jobs.h"
#include "core/telemetry/telemetry.h"
#include "core/transport/transport.h"
#include "core/worker/message.h"

namespace poolscope {

inline constexpr const char* workerFlag = "--poolscope-worker"; ///< then the protocol and the index
inline constexpr int workerChannelFd = 3;
inline constexpr int workerStatusFd = 4;

/// Serves on a channel until it ends. `page` is this worker's status page.
void serve(Channel& channel, StatusPage& page, const Catalogue& catalogue, int protocol);

} // namespace poolscope
