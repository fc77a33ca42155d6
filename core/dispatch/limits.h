// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What a pool allows its workers and its tasks, and what each worker does before its first task.

#include "core/jobs/jobs.h"

#include <cstdint>
#include <memory>

namespace poolscope {

/// Called once by every worker before its first task: Pool(initializer, initargs) of Python.
struct Initializer {
    std::shared_ptr<const Callable> callable; ///< null: there is none
    std::shared_ptr<const Items> argument;    ///< one object: what it is called on
    Registry registry;

    explicit operator bool() const { return callable != nullptr; }
};

/// An initializer that is called on `argument`; None where the function needs nothing.
template <class T = std::monostate>
Initializer initializer(const Catalogue& catalogue, std::shared_ptr<const Callable> callable,
                        T argument = {})
{
    return {std::move(callable), oneItem<T>(std::move(argument)), catalogue.registry()};
}

/// 0 is no limit. All but `retries` and `initializer` need workers that are processes.
struct WorkerLimits {
    Nanos taskTimeout = 0; ///< ns that one task may take, its worker is ended after that
    int retries = 0;       ///< times that a task is run again which took its worker with it
    std::uint64_t maxTasksPerChild = 0; ///< tasks that one worker runs at most
    std::uint64_t memory = 0;           ///< bytes resident; past it a worker is replaced
    Initializer initializer;
};

} // namespace poolscope
