// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/worker/worker_process.h"

#include "core/worker/serve.h"
#include "core/worker/worker_team.h"

#include <array>

namespace poolscope {

PlaceBuffers placeBuffersOn(Channel& channel, const WorkerOptions& options)
{
    const bool may = options.outOfBand && options.protocol >= 5 && channel.carriesBuffers();
    return may ? [&channel](
                     std::span<const std::string_view> buffers) { return channel.place(buffers); }
               : PlaceBuffers();
}

std::unique_ptr<Channel> channelOver(Descriptor end, const std::shared_ptr<SharedMemory>& memory,
                                     Transport transport, RingSide side)
{
    if (transport == Transport::Pipe) {
        return makePipeChannel(std::move(end));
    }
    const std::shared_ptr<void> rings(memory, static_cast<char*>(memory->data()) + ringOffset);
    return makeRingChannel(std::move(end), rings, side);
}

Result<WorkerEnds> WorkerEnds::make(Transport transport)
{
    auto memory = SharedMemory::create(workerMemorySize(transport));
    if (!memory) {
        return memory.error();
    }
    auto ends = makeSocketPair();
    if (!ends) {
        return ends.error();
    }
    // The parent's end is made first: it clears the rings.
    auto channel = channelOver(std::move(ends->first), *memory, transport, RingSide::Parent);
    return WorkerEnds{std::move(channel), std::move(ends->second), std::move(*memory)};
}

Result<std::unique_ptr<WorkerProcess>>
WorkerProcess::start(Starter& starter, const WorkerProgram& program, int index)
{
    auto ends = WorkerEnds::make(program.options.transport);
    if (!ends) {
        return ends.error();
    }
    const std::array workers{&*ends};
    auto process = startWorkers(starter, program, index, workers);
    if (!process) {
        return process.error();
    }
    return std::make_unique<WorkerProcess>(std::move(*process), std::move(ends->channel),
                                           std::move(ends->memory));
}

WorkerProcess::WorkerProcess(std::shared_ptr<Child> process, std::unique_ptr<Channel> channel,
                             std::shared_ptr<SharedMemory> memory, bool shares)
    : m_channel(std::move(channel)),
      m_page(memory, static_cast<StatusPage*>(memory->data())),
      m_shares(shares),
      m_process(std::move(process))
{}

} // namespace poolscope
