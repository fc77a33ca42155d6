// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/worker/worker_team.h"

#include "core/worker/serve.h"

#include <unistd.h>

namespace poolscope {

Result<std::unique_ptr<Child>> startWorkers(Starter& starter, const WorkerProgram& program,
                                            int index, std::span<WorkerEnds* const> workers)
{
    SpawnRequest request;
    request.program = program.path;
    request.arguments = program.leading;
    request.arguments.push_back(workerFlag);
    WorkerOptions told = program.options;
    told.index = index;
    for (const auto& list : {told.arguments(), program.behind}) {
        request.arguments.insert(request.arguments.end(), list.begin(), list.end());
    }
    for (std::size_t i = 0; i < workers.size(); ++i) {
        const int number = 2 * static_cast<int>(i);
        request.descriptors.emplace_back(workers[i]->far.get(), workerChannelFd + number);
        request.descriptors.emplace_back(workers[i]->memory->descriptor(), workerMemoryFd + number);
    }
    if (!program.speaks) {
        request.descriptors.emplace_back(STDERR_FILENO, STDOUT_FILENO);
    }
    return program.copies ? starter.start(request) : starter.spawn(request);
}

WorkerTeam::WorkerTeam(WorkerProgram program, int lanes)
    : m_program(std::move(program)), m_lanes(lanes)
{}

Result<void> WorkerTeam::startAll(Starter& starter)
{
    std::vector<std::optional<WorkerEnds>> made;
    std::vector<WorkerEnds*> all;
    made.reserve(static_cast<std::size_t>(m_lanes));
    for (int lane = 0; lane < m_lanes; ++lane) {
        auto ends = WorkerEnds::make(m_program.options.transport);
        if (!ends) {
            return ends.error();
        }
        all.push_back(&*made.emplace_back(std::move(*ends)));
    }
    auto process = startWorkers(starter, m_program, 0, all);
    if (!process) {
        return process.error();
    }
    for (WorkerEnds* ends : all) {
        ends->far = {}; // its own now: when the process goes, our end hears of it
    }
    m_process = std::move(*process);
    m_ends = std::move(made);
    return {};
}

Result<std::unique_ptr<WorkerProcess>> WorkerTeam::start(Starter& starter, int lane)
{
    const MutexLock lock(m_mutex);
    const auto place = static_cast<std::size_t>(lane);
    if (!m_process || !m_ends[place] || m_process->ended()) {
        if (auto started = startAll(starter); !started) {
            return started.error();
        }
    }
    auto ends = std::exchange(m_ends[place], std::nullopt);
    return std::make_unique<WorkerProcess>(m_process, std::move(ends->channel),
                                           std::move(ends->memory), true);
}

} // namespace poolscope
