// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What was typed after `poolscope run`, and what it asks for once it has been checked. Private to
// app/cli.

#include "core/pool/pool.h"

#include <map>

namespace poolscope {

/// As typed; an option that was not given is empty.
struct RunArguments {
    std::string job;
    std::vector<std::string> parameters; ///< name=value
    std::string backend, workers, chunksize, api, protocol, transport, startMethod, outOfBand;
    std::string python, pythonWorkers;
    std::string taskTimeout, retries, maxTasksPerChild, workerMemory;
    std::string input, results, json, save;
    std::vector<std::string> exports; ///< files, each as its ending says
    bool noProbe = false;
    bool probe = false; ///< also of a Python function
    bool resultsIndex = false;
    bool quiet = false;

    /// Whether anything is done with the run when it is over but telling of it.
    bool keepsRun() const { return !save.empty() || !exports.empty(); }
};

/// Checked: everything but the files, which are opened when the work is known to be able to start.
struct CheckedArguments {
    const Job* job = nullptr;
    Arguments arguments;
    Backend backend = Backend::Processes;
    PythonProgram python; ///< of Python workers
    int pythonWorkers = 0;
    Api api = Api::Map;
    int workers = 1;
    int protocol = defaultProtocol;
    Transport transport = Transport::Ring;
    StartMethod startMethod = PoolOptions().startMethod;
    bool outOfBand = true;
    std::optional<std::uint64_t> chunksize; ///< empty: CPython's default
    std::chrono::nanoseconds taskTimeout{0};
    int retries = 0;
    std::uint64_t maxTasksPerChild = 0;
    std::uint64_t workerMemory = 0; ///< bytes
};

/// What was typed as name=value, in its order.
std::vector<std::pair<std::string, std::string>> typedParameters(const RunArguments& typed);
/// Options that a plan does not keep, as they were typed.
std::vector<std::pair<std::string, std::string>> unplannedOptions(const RunArguments& typed);
/// A "ValueError" with one sentence where the call is wrong.
Result<CheckedArguments> checked(const RunArguments& typed, Catalogue& catalogue);

} // namespace poolscope
