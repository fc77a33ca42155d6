// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The door of core/worker: runs chunks. In this process for serial and threads (runLocally), in a
// process of its own otherwise: WorkerProcess is the parent's hold on it, serveIfWorker its far side.

#include "core/jobs/jobs.h"
#include "core/start/start.h"
#include "core/telemetry/telemetry.h"
#include "core/transport/transport.h"

#include "core/worker/answer_reader.h"
#include "core/worker/chunk_server.h"
#include "core/worker/current_worker.h"
#include "core/worker/message.h"
#include "core/worker/probe.h"
#include "core/worker/run_tasks.h"
#include "core/worker/task_writer.h"
#include "core/worker/worker_process.h"
#include "core/worker/worker_program.h"
#include "core/worker/worker_team.h"

namespace poolscope {

/// First line of a program that is its own worker: serves when it was started as one, and then never
/// returns; otherwise does nothing. It also becomes another program where it is told to (becoming).
void serveIfWorker(int argc, char** argv, const Catalogue& catalogue);

} // namespace poolscope
