// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The parent's hold on one worker: its process, its channel, its status page.

#include "core/pickle/pickle.h"
#include "core/start/start.h"
#include "core/telemetry/telemetry.h"
#include "core/transport/transport.h"
#include "core/worker/message.h"
#include "core/worker/worker_program.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace poolscope {

/// The end of a worker's channel; `memory` is what both sides share.
std::unique_ptr<Channel> channelOver(Descriptor end, const std::shared_ptr<SharedMemory>& memory,
                                     Transport transport, RingSide side);

/// How large bytes travel beside the messages on a channel; empty where they cannot or shall not.
PlaceBuffers placeBuffersOn(Channel& channel, const WorkerOptions& options);

/// Both ends of what parent and worker talk through, before the worker is there.
struct WorkerEnds {
    std::unique_ptr<Channel> channel; ///< the parent's
    Descriptor far;                   ///< the worker's
    std::shared_ptr<SharedMemory> memory;

    static Result<WorkerEnds> make(Transport transport);
};

/// One worker. Its process ends when it goes, or, where several share one, when the last of them goes.
class WorkerProcess final {
public:
    /// Starts it; a Ready frame comes when it can take chunks. `program` serves when started with the
    /// worker's arguments (serveIfWorker); `index` is what its tasks know it by.
    static Result<std::unique_ptr<WorkerProcess>> start(Starter& starter,
                                                        const WorkerProgram& program,
                                                        int index = -1);
    /// `shares`: other workers are threads of the same process.
    WorkerProcess(std::shared_ptr<Child> process, std::unique_ptr<Channel> channel,
                  std::shared_ptr<SharedMemory> memory, bool shares = false);

    Child& process() { return *m_process; }
    Channel& channel() { return *m_channel; }
    const StatusPage& page() const { return *m_page; }
    /// Whoever ends its process ends others' workers, too.
    bool sharesProcess() const { return m_shares; }
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
    const bool m_shares;
    std::shared_ptr<Child> m_process; // last: ended first
};

} // namespace poolscope
