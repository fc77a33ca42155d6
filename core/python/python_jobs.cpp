// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/python/python_jobs.h"

#include "core/python/python_job.h"

#include <algorithm>
#include <cstdlib>

namespace poolscope {

namespace {

constexpr std::string_view fileEnd = ".py:";

} // namespace

PythonPlace pythonPlace(const std::string& interpreter)
{
    const char* named = std::getenv("POOLSCOPE_PYTHON");
    const std::string usual = named != nullptr && *named != '\0' ? named : "python3";
    return {interpreter.empty() ? usual : interpreter, pythonFolder(), workerProgram({})};
}

std::string pythonFileIn(std::string_view jobName)
{
    const std::size_t end = jobName.rfind(fileEnd);
    return end == std::string_view::npos ? std::string() : std::string(jobName.substr(0, end + 3));
}

Result<std::vector<std::string>> addJobsOf(Catalogue& catalogue, const std::string& file,
                                           const PythonFile& read, const PythonPlace& place)
{
    std::vector<std::string> names;
    for (const PythonFunction& function : read.functions) {
        names.push_back(file + ":" + function.name);
        if (catalogue.job(names.back()) == nullptr) {
            catalogue.addJob(pythonJob(names.back(), read, function, place));
        }
    }
    if (names.empty()) {
        return Error{"ValueError",
                     file + " has no function at its top level: a job is a def there, with one "
                            "argument, and no underscore before its name.",
                     {}};
    }
    return names;
}

Result<std::vector<std::string>> addPythonJobs(Catalogue& catalogue, const std::string& file,
                                               const PythonPlace& place,
                                               const std::atomic<bool>* cancel)
{
    const auto read = readPythonFile(file, place, cancel);
    return read ? addJobsOf(catalogue, file, *read, place) : read.error();
}

Result<const Job*> pythonJobNamed(Catalogue& catalogue, const std::string& name,
                                  const PythonPlace& place)
{
    if (const Job* known = catalogue.job(name)) {
        return known;
    }
    const std::string file = pythonFileIn(name);
    const auto names = addPythonJobs(catalogue, file, place);
    if (!names) return names.error();
    if (const Job* found = catalogue.job(name)) {
        return found;
    }
    std::vector<std::string> functions;
    for (const std::string& known : *names) {
        functions.push_back(known.substr(file.size() + 1));
    }
    const std::string asked = name.substr(file.size() + 1);
    return Error{"ValueError",
                 file + " has no function \"" + asked + "\"" + didYouMean(asked, functions) +
                     ": it has " + joined(functions) + ".",
                 "job"};
}

Result<PythonProgram> catalogueInPython(const PythonPlace& place)
{
    const auto read = readPythonFile(place.packages + "/poolscope/jobs.py", place);
    if (!read) return read.error();
    PythonProgram program = read->program;
    program.file.clear();
    return program;
}

} // namespace poolscope
