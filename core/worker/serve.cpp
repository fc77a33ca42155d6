// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/worker/serve.h"

#include "core/worker/chunk_server.h"
#include "core/worker/worker.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <unistd.h>

namespace poolscope {

namespace {

constexpr Nanos keptBack = 50'000; // an answer, while the next chunk is there already

class FarSide final {
public:
    FarSide(Channel& channel, StatusPage& page, const Catalogue& catalogue,
            const WorkerOptions& options)
        : m_channel(channel),
          m_page(page),
          m_catalogue(catalogue),
          m_chunks(catalogue, options.protocol, placeBuffersOn(channel, options))
    {}

    void serve()
    {
        m_record.waitBegan = now();
        if (!send(FrameKind::Ready, 0, &m_record.waitBegan, sizeof m_record.waitBegan, {}) ||
            !m_channel.flushAll()) {
            return;
        }
        refreshUsage(m_record.waitBegan);
        Frame frame;
        for (;;) {
            m_record.readBegan = m_record.waitBegan; // where the next is there already
            if (!m_channel.holdsBytes()) {
                if (!m_channel.waitReadable()) {
                    return;
                }
                m_record.readBegan = now();
            }
            if (!m_channel.receiveAll(frame)) {
                return;
            }
            if (frame.head.kind == FrameKind::Task && !claim(m_page, frame.head.serial)) {
                frame.beside = {}; // it was taken back
                continue;
            }
            const bool sent =
                frame.head.kind == FrameKind::Probe ? answerProbe(frame) : answer(frame);
            if (!sent || !announce()) {
                return;
            }
            m_record.waitBegan = now();
            refreshUsage(m_record.waitBegan);
        }
    }

private:
    /// Answers go out together while there is more to do: the attendant is woken for them when
    /// there is not, and now and then. What is left then is found by an attendant that waits for it.
    bool announce()
    {
        if (m_channel.holdsBytes() && m_channel.sentIsSafe() &&
            m_record.pickled - m_announced < keptBack) {
            return true;
        }
        m_announced = m_record.pickled;
        return m_channel.flushAll();
    }

    bool answer(Frame& frame)
    {
        m_record.read = now();
        m_page.finished.store(0, std::memory_order_relaxed);
        m_page.chunk.store(frame.head.serial, std::memory_order_release);
        runChunk(frame);
        m_out.clear();
        auto written = m_chunks.write(m_out);
        m_record.pickled = now();
        const bool sent = written && send(FrameKind::Result, frame.head.serial, &m_record,
                                          sizeof m_record, m_out.view());
        m_page.chunk.store(StatusPage::idle, std::memory_order_release);
        return sent;
    }

    void runChunk(Frame& frame)
    {
        m_chunks.load(frame.payload(), std::exchange(frame.beside, {}));
        m_record.unpickled = now();
        if (m_chunks.canRun()) {
            m_page.computeBegan.store(m_record.unpickled, std::memory_order_release);
            m_chunks.run(m_page);
            m_page.computeBegan.store(0, std::memory_order_release);
        }
        m_record.computed = now();
    }

    bool answerProbe(const Frame& frame)
    {
        ProbeRequest request;
        std::memcpy(&request, frame.record().data(),
                    std::min(sizeof request, frame.record().size()));
        m_arguments.clear();
        std::vector<ProbeBlock> blocks;
        const auto message = readPickle(frame.payload(), m_arguments);
        const auto task = message ? readTask(*message) : Result<TaskParts>(message.error());
        if (task) {
            if (auto callable = m_catalogue.resolve(task->function)) {
                blocks = measure(**callable, task->items, m_catalogue.registry(), request);
            }
        }
        const std::string_view bytes(reinterpret_cast<const char*>(blocks.data()),
                                     blocks.size() * sizeof(ProbeBlock));
        return send(FrameKind::Result, frame.head.serial, nullptr, 0, bytes) &&
               m_channel.flushAll();
    }

    bool send(FrameKind kind, std::uint32_t serial, const void* record, std::size_t recordSize,
              std::string_view payload)
    {
        FrameHead head;
        head.kind = kind;
        head.serial = serial;
        head.recordSize = static_cast<std::uint32_t>(recordSize);
        head.payloadSize = payload.size();
        return m_channel.sendAll(head, {static_cast<const char*>(record), recordSize}, payload);
    }

    /// Memory and waiting for a CPU, at most fifty times a second: reading them costs microseconds.
    void refreshUsage(Nanos at)
    {
        if (at - m_usageRead < 20'000'000) {
            return;
        }
        m_usageRead = at;
        const Usage usage = ownUsage();
        m_page.rss.store(usage.rss, std::memory_order_relaxed);
        m_page.maxRss.store(usage.maxRss, std::memory_order_relaxed);
        m_page.cpuWait.store(usage.cpuWait, std::memory_order_relaxed);
    }

    Channel& m_channel;
    StatusPage& m_page;
    const Catalogue& m_catalogue;
    ChunkServer m_chunks;
    Document m_arguments; // of a probe
    Buffer m_out;
    AnswerRecord m_record;
    Nanos m_usageRead = 0;
    Nanos m_announced = 0; // when answers were announced last
};

} // namespace

namespace {

/// As a worker that is another program: what followParent() sees to outlives exec.
[[noreturn]] void become(std::vector<std::string> command)
{
    followParent();
    std::vector<char*> pointers;
    for (std::string& text : command) {
        pointers.push_back(text.data());
    }
    pointers.push_back(nullptr);
    ::execvp(pointers[0], pointers.data());
    std::fprintf(stderr, "%s cannot be run: %s.\n", pointers[0], std::strerror(errno));
    std::_Exit(127);
}

} // namespace

std::size_t workerMemorySize(Transport transport)
{
    return transport == Transport::Ring ? ringOffset + ringMemorySize() : sizeof(StatusPage);
}

void serve(Channel& channel, StatusPage& page, const Catalogue& catalogue,
           const WorkerOptions& options)
{
    FarSide(channel, page, catalogue, options).serve();
}

void serveIfWorker(int argc, char** argv, const Catalogue& catalogue)
{
    std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
    serveForks(arguments); // returns in each of its copies with that one's arguments
    noteOwnWorker();       // of pools in a worker, too
    if (arguments.size() > 1 && arguments[0] == becomeFlag) {
        become({arguments.begin() + 1, arguments.end()});
    }
    if (arguments.empty() || arguments[0] != workerFlag) {
        return;
    }
    followParent();
    const auto options = WorkerOptions::fromArguments({arguments.begin() + 1, arguments.end()});
    if (!options) {
        std::_Exit(2);
    }
    becomeWorker(options->index);
    auto memory =
        SharedMemory::open(Descriptor(workerMemoryFd), workerMemorySize(options->transport));
    if (!memory) {
        std::_Exit(2);
    }
    auto* page = new ((*memory)->data()) StatusPage;
    const auto channel =
        channelOver(Descriptor(workerChannelFd), *memory, options->transport, RingSide::Worker);
    serve(*channel, *page, catalogue, *options);
    std::_Exit(0);
}

} // namespace poolscope
