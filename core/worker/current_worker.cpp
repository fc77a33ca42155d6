// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/worker/current_worker.h"

namespace poolscope {

namespace {

WorkerIdentity& identity()
{
    thread_local WorkerIdentity self;
    return self;
}

} // namespace

const WorkerIdentity& currentWorker() { return identity(); }

void becomeWorker(int index) { identity() = {index, "worker " + std::to_string(index)}; }

} // namespace poolscope
