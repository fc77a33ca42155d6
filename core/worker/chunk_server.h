// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What a worker does between the bytes of a task's message and those of its answer, in the three
// steps that are timed: load, run, write. What it has learnt of a call from its first message makes
// those behind it cheap.

#include "core/jobs/jobs.h"
#include "core/telemetry/telemetry.h"
#include "core/worker/message.h"

#include <array>

namespace poolscope {

class ChunkServer final {
public:
    /// `place` puts large bytes of an answer beside it; empty where they have to stand in it.
    ChunkServer(const Catalogue& catalogue, int protocol, PlaceBuffers place = {});

    /// Unpickles the message and loads its tasks. A function that is not known, or a message that
    /// cannot be read, is the error of each task.
    void load(std::string_view message, FrameBuffers beside = {});
    bool canRun() const { return m_call != nullptr; } ///< something was loaded
    void run(StatusPage& page);
    /// Pickles the answer into `out`, and is ready for the next message.
    Result<void> write(Buffer& out);
    void forget(); ///< what was loaded, with no answer
    /// Whether the last message was read piece by piece, with no Values between.
    bool readDirectly() const { return m_readDirectly; }

private:
    /// A function and its tasks: kept, with the bytes that named it.
    struct Known {
        std::unique_ptr<const Prelude> prelude;
        std::unique_ptr<Batch> batch;
    };
    bool loadDirectly(std::string_view message);
    bool loadTasks(Known& call, DirectReader& in);
    void loadByValues(std::string_view message, FrameBuffers beside);
    Known& learn(const TaskParts& task, const Callable& callable, std::string_view message);
    bool writeDirectly(Buffer& out);
    Result<void> writeByValues(Buffer& out);

    const Catalogue& m_catalogue;
    const int m_protocol;
    const PlaceBuffers m_place;
    PickleWriter m_writer;
    Document m_arguments;
    Document m_answers;
    std::array<Known, 4> m_known; ///< of calls that run side by side
    std::size_t m_nextKnown = 0;
    Known m_other; ///< whose messages have to be read as Values each time

    TaskParts m_task;
    std::size_t m_count = 0;
    bool m_readDirectly = false;
    Known* m_call = nullptr; ///< null: its tasks cannot be run
    std::vector<std::optional<Error>> m_errors;
};

} // namespace poolscope
