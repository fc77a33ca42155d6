// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace poolscope {

/// Who runs a task.
struct WorkerIdentity {
    int index = -1;   ///< 0 … workers-1 of its pool; -1 where no worker runs
    std::string name; ///< "worker 0", or empty
};

/// The worker that runs on this thread: for tasks that want to know, on every backend. A worker that
/// was replaced hands its index on.
const WorkerIdentity& currentWorker();
/// For those who run tasks: this thread is that worker from now on.
void becomeWorker(int index);

} // namespace poolscope
