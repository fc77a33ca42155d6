// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The parent's hold on one worker process: its process, its channel, its status page.

#include "core/pickle/pickle.h"
#include "core/start/start.h"
#include "core/telemetry/telemetry.h"
#include "core/transport/transport.h"
#include "core/worker/message.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace poolscope {

/// What a worker is told when it is started.
struct WorkerOptions {
    int protocol = defaultProtocol; ///< of its answers
    Transport transport = Transport::Ring;
    int index = -1;        ///< what its tasks know it by (currentWorker)
    bool outOfBand = true; ///< large bytes travel beside the messages, where they can

    std::vector<std::string> arguments() const;
    static std::optional<WorkerOptions> fromArguments(const std::vector<std::string>& arguments);
};

/// The end of a worker's channel; `memory` is what both sides share.
std::unique_ptr<Channel> channelOver(Descriptor end, const std::shared_ptr<SharedMemory>& memory,
                                     Transport transport, RingSide side);

/// How large bytes travel beside the messages on a channel; empty where they cannot or shall not.
PlaceBuffers placeBuffersOn(Channel& channel, const WorkerOptions& options);

/// One poolscope-worker. Ended when it goes.
class WorkerProcess final {
public:
    /// Starts it; a Ready frame comes when it can take chunks. `program` serves when started with the
    /// worker's arguments (serveIfWorker); `index` is what its tasks know it by.
    static Result<std::unique_ptr<WorkerProcess>> start(Starter& starter,
                                                        const std::string& program,
                                                        const WorkerOptions& options,
                                                        int index = -1);
    WorkerProcess(std::unique_ptr<Child> process, std::unique_ptr<Channel> channel,
                  std::shared_ptr<SharedMemory> memory);

    Child& process() { return *m_process; }
    Channel& channel() { return *m_channel; }
    const StatusPage& page() const { return *m_page; }
    /// The chunk of that serial number is to be left at its next task, if it is the one that runs.
    void abandon(std::uint32_t serial) { m_page->abandoned.store(serial); }
    /// Chunks after that serial number are going to be sent.
    void expect(std::uint32_t serial) { beginClaims(*m_page, serial); }
    /// Of the chunks from `first` to `last` it will begin no more: what lies behind the one that is
    /// returned is taken back. None, and nothing happens, where it has not begun with the first.
    std::optional<std::uint32_t> takeBack(std::uint32_t first, std::uint32_t last)
    {
        return poolscope::takeBack(*m_page, first, last);
    }
    std::shared_ptr<const StatusPage> sharedPage() const { return m_page; }

private:
    std::unique_ptr<Channel> m_channel;
    std::shared_ptr<StatusPage> m_page;
    std::unique_ptr<Child> m_process; // last: ended first
};

/// The program that serves as worker: `asked` where it is given, else this program where it began
/// with serveIfWorker, else $POOLSCOPE_WORKER, else poolscope-worker beside this program.
std::string workerProgram(const std::string& asked);
/// This program has called serveIfWorker.
void noteOwnWorker();

} // namespace poolscope
