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

std::vector<std::string> WorkerOptions::arguments() const
{
    return {std::to_string(protocol), nameOf(transport), std::to_string(index),
            std::to_string(outOfBand ? 1 : 0)};
}

std::optional<WorkerOptions> WorkerOptions::fromArguments(const std::vector<std::string>& arguments)
{
    if (arguments.size() != 4) {
        return {};
    }
    return WorkerOptions{std::atoi(arguments[0].c_str()),
                         transportNamed(arguments[1]).value_or(Transport::Pipe),
                         std::atoi(arguments[2].c_str()), arguments[3] == "1"};
}

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

Result<std::unique_ptr<WorkerProcess>> WorkerProcess::start(Starter& starter,
                                                            const std::string& program,
                                                            const WorkerOptions& options, int index)
{
    auto memory = SharedMemory::create(workerMemorySize(options.transport));
    if (!memory) {
        return memory.error();
    }
    auto ends = makeSocketPair();
    if (!ends) {
        return ends.error();
    }
    SpawnRequest request;
    request.program = program;
    WorkerOptions told = options;
    told.index = index;
    request.arguments = told.arguments();
    request.arguments.insert(request.arguments.begin(), workerFlag);
    // The parent's end is made first: it clears the rings.
    auto channel =
        channelOver(std::move(ends->first), *memory, options.transport, RingSide::Parent);
    request.descriptors = {{ends->second.get(), workerChannelFd},
                           {(*memory)->descriptor(), workerMemoryFd}};
    auto process = starter.start(request);
    if (!process) {
        return process.error();
    }
    return std::make_unique<WorkerProcess>(std::move(*process), std::move(channel),
                                           std::move(*memory));
}

WorkerProcess::WorkerProcess(std::unique_ptr<Child> process, std::unique_ptr<Channel> channel,
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
