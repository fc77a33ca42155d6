// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/run_arguments.h"

#include "app/cli/run_export.h"
#include "app/cli/run_python.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace poolscope {
namespace {

Error wrong(std::string text) { return {"ValueError", std::move(text), {}}; }

Error wrongOption(const std::string& option, const std::string& due, const std::string& given)
{
    return wrong(option + " must be " + due + ", not \"" + given + "\".");
}

template <class Number>
Result<Number> wholeNumber(const std::string& option, const std::string& text, Number least,
                           Number most)
{
    Number number{};
    const auto end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec == std::errc() && read.ptr == end && number >= least && number <= most) {
        return number;
    }
    const bool bounded = most != std::numeric_limits<Number>::max();
    return wrongOption(option,
                       "a whole number " + (bounded ? "from " + std::to_string(least) + " to " +
                                                          std::to_string(most)
                                                    : "of at least " + std::to_string(least)),
                       text);
}

Result<std::map<std::string, std::string, std::less<>>> splitParameters(const RunArguments& typed)
{
    std::map<std::string, std::string, std::less<>> given;
    for (const std::string& parameter : typed.parameters) {
        const std::size_t sign = parameter.find('=');
        if (sign == std::string::npos || sign == 0) {
            return wrong("\"" + parameter +
                         "\" is no parameter: parameters are written name=value.");
        }
        const std::string name = parameter.substr(0, sign);
        if (!given.emplace(name, parameter.substr(sign + 1)).second) {
            return wrong("the parameter " + name + " is given twice.");
        }
    }
    if (!typed.input.empty() && given.contains("items")) {
        return wrong("items=" + given["items"] +
                     " and --input: the items come from one or the other.");
    }
    return given;
}

Result<void> readNumbers(const RunArguments& typed, CheckedArguments& request)
{
    request.workers = PoolOptions::availableWorkers();
    if (!typed.workers.empty()) {
        const auto workers =
            wholeNumber<int>("--workers", typed.workers, 1, PoolOptions::mostWorkers);
        if (!workers) return workers.error();
        request.workers = *workers;
    }
    if (!typed.protocol.empty()) {
        const auto protocol = wholeNumber<int>("--protocol", typed.protocol, 2, highestProtocol);
        if (!protocol) return protocol.error();
        request.protocol = *protocol;
    }
    if (typed.chunksize.empty() || typed.chunksize == "auto") {
        request.chunksize = autoChunksize;
    } else if (typed.chunksize != "default") {
        const auto most = static_cast<std::uint64_t>(PoolOptions::mostChunk);
        const auto size = wholeNumber<std::uint64_t>("--chunksize", typed.chunksize, 1, most);
        if (!size) return size.error();
        request.chunksize = *size;
    }
    return {};
}

/// Whole or with a fraction, in seconds.
Result<std::chrono::nanoseconds> readSeconds(const std::string& option, const std::string& text)
{
    double seconds = 0;
    const auto end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, seconds);
    const auto longest = std::chrono::duration<double>(PoolOptions::longestTask);
    if (read.ec == std::errc() && read.ptr == end && seconds >= 0.001 &&
        seconds <= longest.count()) {
        return std::chrono::nanoseconds(std::llround(seconds * 1e9));
    }
    return wrongOption(option, "a number of seconds from 0.001 to 31536000 (a year)", text);
}

/// What needs workers that can be ended.
Result<void> checkEnds(const RunArguments& typed, const CheckedArguments& request)
{
    const std::pair<const char*, const std::string&> ends[] = {
        {"--task-timeout", typed.taskTimeout},
        {"--maxtasksperchild", typed.maxTasksPerChild},
        {"--worker-memory", typed.workerMemory}};
    for (const auto& [option, text] : ends) {
        if (!text.empty() && !endsWorkers(request.backend)) {
            return wrong(std::string(option) + " " + text + " does not go with --backend " +
                         nameOf(request.backend) +
                         ": it ends workers, and only processes can be ended.");
        }
    }
    return {};
}

Result<void> readLimits(const RunArguments& typed, CheckedArguments& request)
{
    if (!typed.taskTimeout.empty()) {
        const auto limit = readSeconds("--task-timeout", typed.taskTimeout);
        if (!limit) return limit.error();
        request.taskTimeout = *limit;
    }
    if (!typed.retries.empty()) {
        const auto retries =
            wholeNumber<int>("--retries", typed.retries, 0, PoolOptions::mostRetries);
        if (!retries) return retries.error();
        request.retries = *retries;
    }
    if (!typed.maxTasksPerChild.empty()) {
        const auto tasks = wholeNumber<std::uint64_t>("--maxtasksperchild", typed.maxTasksPerChild,
                                                      1, std::numeric_limits<std::uint64_t>::max());
        if (!tasks) return tasks.error();
        request.maxTasksPerChild = *tasks;
    }
    if (!typed.workerMemory.empty()) {
        constexpr std::uint64_t mebibyte = 1 << 20;
        const auto memory = wholeNumber<std::uint64_t>("--worker-memory", typed.workerMemory,
                                                       PoolOptions::leastMemory / mebibyte,
                                                       PoolOptions::mostMemory / mebibyte);
        if (!memory) return memory.error();
        request.workerMemory = *memory * mebibyte;
    }
    return checkEnds(typed, request);
}

/// How worker processes are started, and how bytes reach them.
Result<void> readWays(const RunArguments& typed, CheckedArguments& request)
{
    if (!typed.startMethod.empty()) {
        const auto method = startMethodNamed(typed.startMethod);
        if (!method) return wrongOption("--start-method", "spawn or forkserver", typed.startMethod);
        request.startMethod = *method;
    }
    if (!typed.transport.empty()) {
        const auto transport = transportNamed(typed.transport);
        if (!transport) return wrongOption("--transport", "ring or pipe", typed.transport);
        request.transport = *transport;
    }
    if (!typed.outOfBand.empty()) {
        if (typed.outOfBand != "on" && typed.outOfBand != "off") {
            return wrongOption("--out-of-band", "on or off", typed.outOfBand);
        }
        request.outOfBand = typed.outOfBand == "on";
        const bool can = request.transport == Transport::Ring && request.protocol >= 5;
        if (request.outOfBand && !can) {
            return wrong("--out-of-band on needs --transport ring and --protocol 5: nothing else "
                         "carries bytes beside a message.");
        }
    }
    return {};
}

Result<void> readNames(const RunArguments& typed, CheckedArguments& request)
{
    if (!typed.backend.empty()) {
        const auto backend = backendNamed(typed.backend);
        if (!backend)
            return wrongOption("--backend",
                               "serial, threads, processes, python or python-threads",
                               typed.backend);
        request.backend = *backend;
    }
    if (!typed.api.empty()) {
        const auto api = apiNamed(typed.api);
        if (!api) {
            return wrongOption("--api", "map, imap, imap_unordered, apply, apply_async or starmap",
                               typed.api);
        }
        request.api = *api;
    }
    if (request.api != Api::Map && request.api != Api::Starmap && typed.chunksize.empty()) {
        request.chunksize.reset();
    }
    const bool single = request.api == Api::Apply || request.api == Api::ApplyAsync;
    if (single && request.chunksize.value_or(1) != 1) {
        return wrong("--chunksize " + typed.chunksize + " does not go with --api " + typed.api +
                     ", which sends one task at a time.");
    }
    return {};
}

Result<void> checkOutputs(const RunArguments& typed)
{
    if (typed.json == "-" && typed.results == "-") {
        return wrong(
            "--json - and --results - cannot share standard output: give one of them a file.");
    }
    std::vector<std::pair<std::string, std::string>> outputs{
        {"--json", typed.json}, {"--results", typed.results}, {"--save", typed.save}};
    for (const std::string& path : typed.exports) {
        outputs.emplace_back("--export", path);
    }
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        for (std::size_t j = i + 1; j < outputs.size(); ++j) {
            if (!outputs[i].second.empty() && outputs[i].second == outputs[j].second) {
                return wrong(outputs[i].first + " and " + outputs[j].first + " cannot both write " +
                             outputs[i].second + ".");
            }
        }
    }
    if (typed.resultsIndex && typed.results.empty()) {
        return wrong(
            "--results-index needs --results: it puts the index before each of its values.");
    }
    for (const std::string& path : typed.exports) {
        if (!canExport(path)) {
            return wrong("--export " + exportEndingsSentence(path));
        }
    }
    return {};
}

} // namespace

std::vector<std::pair<std::string, std::string>> typedParameters(const RunArguments& typed)
{
    std::vector<std::pair<std::string, std::string>> parameters;
    for (const std::string& parameter : typed.parameters) {
        const std::size_t sign = parameter.find('=');
        parameters.emplace_back(parameter.substr(0, sign), parameter.substr(std::min(sign, parameter.size() - 1) + 1));
    }
    return parameters;
}

std::vector<std::pair<std::string, std::string>> unplannedOptions(const RunArguments& typed)
{
    std::vector<std::pair<std::string, std::string>> options;
    if (!typed.input.empty()) options.emplace_back("--input", typed.input);
    if (!typed.outOfBand.empty()) options.emplace_back("--out-of-band", typed.outOfBand);
    if (!typed.python.empty()) options.emplace_back("--python", typed.python);
    if (!typed.pythonWorkers.empty()) options.emplace_back("--python-workers", typed.pythonWorkers);
    return options;
}

Result<CheckedArguments> checked(const RunArguments& typed, Catalogue& catalogue)
{
    CheckedArguments request;
    const auto job = findJob(typed, catalogue);
    if (!job) return job.error();
    request.job = *job;
    const auto given = splitParameters(typed);
    if (!given) return given.error();
    auto arguments = request.job->parse(*given);
    if (!arguments) return arguments.error();
    request.arguments = std::move(*arguments);
    if (auto good = readNumbers(typed, request); !good) return good.error();
    if (auto good = readNames(typed, request); !good) return good.error();
    if (auto good = readPython(typed, request); !good) return good.error();
    if (auto good = readWays(typed, request); !good) return good.error();
    if (auto good = readLimits(typed, request); !good) return good.error();
    if (auto good = checkOutputs(typed); !good) return good.error();
    return request;
}

} // namespace poolscope
