// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/worker/probe.h"

#include "core/worker/message.h"
#include "core/worker/worker_process.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <poll.h>

namespace poolscope {

namespace {

constexpr std::uint64_t sampleItems = 2000;
constexpr std::size_t sampleBytes = 8'000'000; ///< of pickle: large payloads are sampled thinner
constexpr std::uint64_t sampleBlocks = 10;
constexpr std::size_t callsBetweenLooks = 16; ///< at the clock, while a block is run
constexpr Nanos timeToStart = 2'000'000'000;

struct Block {
    std::unique_ptr<Batch> batch;
    std::size_t loaded = 0;
    std::vector<std::size_t> runnable; ///< arguments that could be loaded
};

/// Item k goes to block k mod n: each block is spread over the whole input, as the sample is.
std::vector<Block> loadBlocks(const Callable& callable, Value items, const Registry& registry,
                              std::uint64_t blocks)
{
    std::vector<Block> loaded(
        std::max<std::uint64_t>(1, std::min<std::uint64_t>(blocks, items.size())));
    for (std::size_t k = 0; k < items.size(); ++k) {
        Block& block = loaded[k % loaded.size()];
        if (!block.batch) {
            block.batch = callable.batch(items.size() / loaded.size() + 1);
        }
        if (block.batch->load(items[k], registry)) {
            block.runnable.push_back(block.loaded);
        }
        ++block.loaded;
    }
    return loaded;
}

/// The whole block, unless the budget ends on the way.
std::uint64_t runBlock(Block& block, Nanos deadline)
{
    for (std::size_t i = 0; i < block.runnable.size(); ++i) {
        try {
            block.batch->run(block.runnable[i]);
        } catch (...) { // a failure costs what it costs; the run itself will tell of it
        }
        if ((i + 1) % callsBetweenLooks == 0 && now() > deadline) {
            return i + 1;
        }
    }
    return block.runnable.size();
}

/// Places of the sample: all of a short input, otherwise spread by the golden ratio, which falls in
/// step with no period of the input.
std::vector<std::uint64_t> samplePlaces(std::uint64_t items)
{
    std::vector<std::uint64_t> places;
    const std::uint64_t count = std::min(items, sampleItems);
    constexpr double golden = 0.6180339887498949;
    for (std::uint64_t k = 0; k < count; ++k) {
        const double spread = std::fmod(static_cast<double>(k) * golden + 0.5 * golden, 1.0);
        places.push_back(items <= sampleItems
                             ? k
                             : static_cast<std::uint64_t>(spread * static_cast<double>(items)));
    }
    return places;
}

/// What one item weighs as a pickle; 0 where it cannot travel.
std::size_t weightOf(const Items& items, const Registry& registry)
{
    Document document;
    Buffer out;
    const auto value = items.reduce(0, document, registry);
    return value && PickleWriter().write(*value, out) ? out.size() : 0;
}

Result<Buffer> probeMessage(const Work& work, int protocol)
{
    Document document;
    auto function = work.callable->reduce(document, work.registry);
    if (!function) {
        return function.error();
    }
    std::vector<std::shared_ptr<const Items>> sampled; // values look into their objects
    std::vector<Value> values;
    std::size_t bytes = 0;
    for (const auto place : samplePlaces(work.input->size())) {
        auto items = work.input->take(place, 1);
        if (!items) {
            return items.error();
        }
        bytes += weightOf(**items, work.registry);
        if (auto value = (*items)->reduce(0, document, work.registry)) {
            values.push_back(*value);
            sampled.push_back(std::move(*items));
        }
        if (bytes > sampleBytes) {
            break;
        }
    }
    Buffer out;
    PickleWriter writer(protocol);
    if (auto written = writer.write(taskMessage(document, 0, 0, *function, values), out);
        !written) {
        return written.error();
    }
    return out;
}

/// How long the probe's worker is waited for.
struct Patience {
    const std::atomic<bool>* cancel; ///< may be null
    Nanos deadline;                  ///< on CLOCK_MONOTONIC, 0 for none

    bool ended() const
    {
        return (cancel != nullptr && cancel->load()) || (deadline != 0 && now() > deadline);
    }
};

/// The next frame of this kind; false when the worker is gone or the probe was called off.
bool awaitFrame(Channel& channel, FrameKind kind, Frame& frame, const Patience& patience)
{
    for (;;) {
        if (channel.flush() == Progress::Closed) {
            return false;
        }
        const Progress progress = channel.receive(frame);
        if (progress == Progress::Done && frame.head.kind == kind) {
            return true;
        }
        if (progress == Progress::Closed || patience.ended()) {
            return false;
        }
        if (progress == Progress::Again && channel.mayWait()) {
            pollfd fd{channel.descriptor(), channel.events(), 0};
            ::poll(&fd, 1, 20);
        }
    }
}

/// Passes over all blocks give a figure each that holds the whole sample; where the budget did not
/// reach for that, each block gives one.
ProbeResult summed(const std::vector<ProbeBlock>& blocks)
{
    ProbeResult result;
    std::uint64_t lanes = 0;
    for (const auto& block : blocks) {
        lanes = std::max(lanes, block.block + 1);
        result.items += block.calls;
    }
    const std::size_t passes = lanes == 0 ? 0 : blocks.size() / lanes;
    const std::size_t stride = passes >= 3 ? lanes : 1;
    for (std::size_t begin = 0; begin + stride <= blocks.size(); begin += stride) {
        double took = 0;
        double calls = 0;
        for (std::size_t i = begin; i < begin + stride; ++i) {
            took += static_cast<double>(blocks[i].took);
            calls += static_cast<double>(blocks[i].calls);
        }
        if (calls > 0) {
            result.roundPerItem.push_back(took * 1e-9 / calls);
        }
    }
    result.measured = !result.roundPerItem.empty();
    return result;
}

/// Sends the request once the worker is ready, and waits for what it measured.
bool ask(Channel& channel, const Buffer& message, const ProbeRequest& request, Frame& frame,
         const Patience& patience)
{
    FrameHead head;
    head.kind = FrameKind::Probe;
    head.recordSize = sizeof request;
    head.payloadSize = message.size();
    const std::string_view record(reinterpret_cast<const char*>(&request), sizeof request);
    return awaitFrame(channel, FrameKind::Ready, frame, patience) &&
           channel.send(head, record, message.view()) != Progress::Closed &&
           awaitFrame(channel, FrameKind::Result, frame, patience);
}

ProbeResult notMeasured(std::string why)
{
    ProbeResult result;
    result.whyNot = std::move(why);
    return result;
}

} // namespace

std::vector<ProbeBlock> measure(const Callable& callable, Value items, const Registry& registry,
                                const ProbeRequest& request)
{
    auto blocks = loadBlocks(callable, items, registry, request.blocks);
    std::vector<ProbeBlock> measured;
    if (items.size() == 0 || blocks.front().runnable.empty()) {
        return measured;
    }
    const Nanos begin = now();
    const Nanos deadline = begin + request.budget;
    for (std::uint64_t i = 0; now() < deadline && measured.size() < 100'000; ++i) {
        Block& block = blocks[i % blocks.size()];
        const Nanos started = now();
        const std::uint64_t calls = runBlock(block, deadline);
        measured.push_back({i % blocks.size(), calls, now() - started});
    }
    if (measured.size() > 2 * blocks.size()) {
        measured.erase(measured.begin(),
                       measured.begin() + static_cast<std::ptrdiff_t>(blocks.size()));
    }
    return measured;
}

ProbeResult probeSerial(Starter& starter, const WorkerProgram& program, const Work& work,
                        Nanos budget, const std::atomic<bool>* cancel,
                        Nanos longestCall)
{
    if (work.effects) {
        return notMeasured("Serial time not measured: the job has effects.");
    }
    auto message = probeMessage(work, program.options.protocol);
    if (!message) {
        return notMeasured(message.error().text);
    }
    auto worker = WorkerProcess::start(starter, program);
    if (!worker) {
        return notMeasured(worker.error().text);
    }
    Frame frame;
    const Nanos longest = timeToStart + budget + (callsBetweenLooks + 1) * longestCall;
    const Patience patience{cancel, longestCall == 0 ? 0 : now() + longest};
    if (!ask((*worker)->channel(), *message, {budget, sampleBlocks}, frame, patience)) {
        if (patience.deadline != 0 && now() > patience.deadline) {
            return notMeasured("Serial time not measured: a call took longer than a task may.");
        }
        return notMeasured("The probe's worker ended before it had measured.");
    }
    std::vector<ProbeBlock> blocks(frame.payload().size() / sizeof(ProbeBlock));
    if (!blocks.empty()) {
        std::memcpy(blocks.data(), frame.payload().data(), blocks.size() * sizeof(ProbeBlock));
    }
    return summed(blocks);
}

} // namespace poolscope
