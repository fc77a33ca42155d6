// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/worker/worker_process.h"

#include "core/worker/serve.h"

#include <atomic>
#include <cstdlib>

namespace poolscope {

namespace {

std::atomic<bool>& isOwnWorker()
{
    static std::atomic<bool> own{false};
    return own;
}

} // namespace

Result<std::unique_ptr<WorkerProcess>>
WorkerProcess::start(Starter& starter, const std::string& program, int protocol, int index)
{
    auto memory = SharedMemory::create(sizeof(StatusPage));
    if (!memory) {
        return memory.error();
    }
    auto ends = makeSocketPair();
    if (!ends) {
        return ends.error();
    }
    SpawnRequest request;
    request.program = program;
    request.arguments = {workerFlag, std::to_string(protocol), std::to_string(index)};
    request.descriptors = {{ends->second.get(), workerChannelFd},
                           {(*memory)->descriptor(), workerStatusFd}};
    auto process = starter.spawn(request);
    if (!process) {
        return process.error();
    }
    return std::make_unique<WorkerProcess>(
        std::move(*process), makePipeChannel(std::move(ends->first)), std::move(*memory));
}

WorkerProcess::WorkerProcess(std::unique_ptr<Process> process, std::unique_ptr<Channel> channel,
                             std::shared_ptr<SharedMemory> memory)
    : m_channel(std::move(channel)),
      m_page(memory, static_cast<StatusPage*>(memory->data())),
      m_process(std::move(process))
{}

void noteOwnWorker() { isOwnWorker() = true; }

std::string workerProgram(const std::string& asked)
{
    if (!asked.empty()) {
        return asked;
    }
    if (isOwnWorker()) {
        return programPath();
    }
    if (const char* named = std::getenv("POOLSCOPE_WORKER"); named != nullptr && *named != '\0') {
        return named;
    }
    return programFolder() + "/poolscope-worker";
}

} // namespace poolscope
