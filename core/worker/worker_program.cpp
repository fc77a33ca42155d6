// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/worker/worker_program.h"

#include "core/start/start.h"
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

std::vector<std::string> becoming(const std::string& program) { return {becomeFlag, program}; }

WorkerProgram pythonWorker(const PythonProgram& python, const std::string& launcher,
                           const WorkerOptions& options, int lanes)
{
    WorkerProgram program;
    program.path = launcher;
    program.leading = becoming(python.interpreter);
    program.leading.push_back(python.packages + "/poolscope_worker");
    program.behind = {std::to_string(lanes), python.file};
    program.copies = program.speaks = false;
    program.options = options;
    program.options.outOfBand = false;
    if (!python.helper) {
        program.options.transport = Transport::Pipe;
    }
    return program;
}

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
