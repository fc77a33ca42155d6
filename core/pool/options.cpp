// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/pool/options.h"

#include <algorithm>
#include <bit>

namespace poolscope {

namespace {

Error outOfRange(const char* option, const std::string& due, const std::string& given)
{
    return wrongOption(option + (" must be " + due) + ", not " + given + ".", option);
}

/// What ends workers cannot be asked of threads.
Result<void> checkProcesses(const PoolOptions& options)
{
    const auto needsProcesses = [&](const char* option) {
        return wrongOption(std::string(option) +
                               " ends workers, and only processes can be ended: leave it out, or "
                               "choose processes.",
                           option);
    };
    if (endsWorkers(options.backend)) return {};
    if (options.taskTimeout.count() != 0) return needsProcesses("taskTimeout");
    if (options.maxTasksPerChild != 0) return needsProcesses("maxTasksPerChild");
    if (options.workerMemory != 0) return needsProcesses("workerMemory");
    return {};
}

Result<void> checkPython(const PoolOptions& options)
{
    const bool mixed = options.backend == Backend::Processes && options.pythonWorkers != 0;
    if ((isPython(options.backend) || mixed) && !options.python) {
        return wrongOption("Workers in Python need a Python: name an interpreter.", "python");
    }
    if (options.pythonWorkers < 0 || options.pythonWorkers > options.workers ||
        (options.pythonWorkers != 0 && !mixed)) {
        return outOfRange("pythonWorkers",
                          "from 0 to the number of workers, and those processes",
                          std::to_string(options.pythonWorkers));
    }
    if (options.initializer && !options.python.carrier.empty()) {
        return wrongOption("A function that pickle cannot carry goes to its workers as their "
                           "initializer, so there can be no other one.",
                           "initializer");
    }
    return {};
}

Result<void> checkLimits(const PoolOptions& options)
{
    if (options.taskTimeout.count() < 0 || options.taskTimeout > PoolOptions::longestTask) {
        return outOfRange("taskTimeout", "from 0 (none) to a year",
                          std::to_string(options.taskTimeout.count()) + " ns");
    }
    if (options.retries < 0 || options.retries > PoolOptions::mostRetries) {
        return outOfRange("retries",
                          "a whole number from 0 to " + std::to_string(PoolOptions::mostRetries),
                          std::to_string(options.retries));
    }
    const std::uint64_t memory = options.workerMemory;
    if (memory != 0 && (memory < PoolOptions::leastMemory || memory > PoolOptions::mostMemory)) {
        return outOfRange("workerMemory",
                          "0 (no limit) or from " + std::to_string(PoolOptions::leastMemory) +
                              " to " + std::to_string(PoolOptions::mostMemory) + " bytes",
                          std::to_string(memory));
    }
    return checkProcesses(options);
}

} // namespace

Error wrongOption(std::string text, std::string option)
{
    return {"ValueError", std::move(text), std::move(option)};
}

std::size_t PoolOptions::rowsToWatch(int workers)
{
    constexpr std::size_t all = std::size_t{1} << 19;
    return std::max(std::bit_floor(all / static_cast<std::size_t>(std::max(1, workers))), poolscope::rowsHeld);
}

int PoolOptions::availableWorkers() { return availableCpus(); }

Result<void> PoolOptions::check() const
{
    if (workers < 1 || workers > mostWorkers) {
        return outOfRange("workers", "a whole number from 1 to " + std::to_string(mostWorkers),
                          std::to_string(workers));
    }
    if (protocol < 2 || protocol > highestProtocol) {
        return outOfRange("protocol", "2, 3, 4 or 5", std::to_string(protocol));
    }
    if (!std::has_single_bit(rowsHeld) || rowsHeld > mostRows) {
        return outOfRange("rowsHeld", "a power of two of at most " + std::to_string(mostRows),
                          std::to_string(rowsHeld));
    }
    if (auto good = checkPython(*this); !good) return good;
    return checkLimits(*this);
}

WorkerLimits limitsOf(const PoolOptions& options)
{
    return {options.taskTimeout.count(), options.retries, options.maxTasksPerChild,
            options.workerMemory, options.initializer};
}

} // namespace poolscope
