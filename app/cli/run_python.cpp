// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/run_python.h"

#include "core/python/python.h"

#include <charconv>

namespace poolscope {

namespace {

Error wrongCall(std::string text) { return {"ValueError", std::move(text), {}}; }

Result<int> pythonWorkersOf(const RunArguments& typed, const CheckedArguments& request)
{
    if (typed.pythonWorkers.empty()) {
        return 0;
    }
    int workers = 0;
    const char* const end = typed.pythonWorkers.data() + typed.pythonWorkers.size();
    const auto read = std::from_chars(typed.pythonWorkers.data(), end, workers);
    if (read.ec != std::errc() || read.ptr != end || workers < 0 || workers > request.workers) {
        return wrongCall("--python-workers must be a whole number from 0 to the " +
                         std::to_string(request.workers) + " workers, not \"" +
                         typed.pythonWorkers + "\".");
    }
    if (request.backend != Backend::Processes) {
        return wrongCall("--python-workers puts Pythons among C++ processes: it goes with --backend "
                         "processes.");
    }
    return workers;
}

/// A function of a file runs in Python, and a function of the catalogue where Python has it, too.
Result<void> checkJob(const RunArguments& typed, const CheckedArguments& request)
{
    if (request.job->python && !isPython(request.backend)) {
        return wrongCall(request.job->name + " is a Python function: it goes with --backend python "
                                             "or python-threads, not " +
                         typed.backend + ".");
    }
    if (!request.job->python && !request.job->inPython) {
        return wrongCall(request.job->name + " is not there in Python: --backend processes runs it.");
    }
    return {};
}

} // namespace

Result<const Job*> findJob(const RunArguments& typed, Catalogue& catalogue)
{
    if (const Job* job = catalogue.job(typed.job)) {
        return job;
    }
    if (pythonFileIn(typed.job).empty()) {
        Error error = catalogue.unknownJob(typed.job);
        error.text[0] = 't'; // it follows the program's name
        return error;
    }
    return pythonJobNamed(catalogue, typed.job, pythonPlace(typed.python));
}

Result<void> readPython(const RunArguments& typed, CheckedArguments& request)
{
    if (request.job->python && typed.backend.empty()) {
        request.backend = Backend::Python;
    }
    const auto mixed = pythonWorkersOf(typed, request);
    if (!mixed) return mixed.error();
    request.pythonWorkers = *mixed;
    if (!request.job->python && !isPython(request.backend) && request.pythonWorkers == 0) {
        return {};
    }
    if (auto good = checkJob(typed, request); !good) return good;
    if (request.job->python) {
        request.python = request.job->python;
        return {};
    }
    auto python = catalogueInPython(pythonPlace(typed.python));
    if (!python) return python.error();
    request.python = std::move(*python);
    return {};
}

std::string pythonRemark(const CheckedArguments& request)
{
    if (!request.python || request.python.helper) {
        return {};
    }
    return "Python's workers run without their helper in C, which was not built or cannot be loaded: they "
           "are slower, and talk over a pipe.";
}

} // namespace poolscope
