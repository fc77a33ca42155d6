// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Which program serves as a worker: one with the C++ catalogue, or a Python interpreter that runs the
// functions of a file. Both are told the same, and speak the same on the wire.

#include "core/jobs/jobs.h"
#include "core/pickle/pickle.h"
#include "core/transport/transport.h"

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

/// How the workers of a lane come to be.
struct WorkerProgram {
    std::string path;                 ///< is exec'ed
    std::vector<std::string> leading; ///< arguments before the worker's flag and options
    std::vector<std::string> behind;  ///< and behind them
    bool copies = true; ///< it can serve as forkserver; otherwise its workers are spawned
    bool speaks = true; ///< what its tasks print goes to standard output; otherwise to standard error
    WorkerOptions options;
};

/// Workers of `python`, `lanes` of them in one process. `launcher` is a program that begins with
/// serveIfWorker: it makes itself end with its parent, and becomes the interpreter.
WorkerProgram pythonWorker(const PythonProgram& python, const std::string& launcher,
                           const WorkerOptions& options, int lanes = 1);
/// The arguments by which `launcher` becomes another program.
std::vector<std::string> becoming(const std::string& program);

/// The program that serves as worker: `asked` where it is given, else this program where it began
/// with serveIfWorker, else $POOLSCOPE_WORKER, else poolscope-worker beside this program.
std::string workerProgram(const std::string& asked);
/// This program has called serveIfWorker.
void noteOwnWorker();

} // namespace poolscope
