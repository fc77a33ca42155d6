// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What a Python file holds that a pool can run: an interpreter of its own loads it, as a worker would,
// and tells.

#include "core/jobs/jobs.h"
#include "core/worker/worker.h"

#include <atomic>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace poolscope {

/// A top-level function of a file.
struct PythonFunction {
    std::string name;
    std::string summary;    ///< the first line of its docstring, or empty
    std::int64_t line = 0;  ///< of its definition; 0 where nobody knows
    std::int64_t items = 1; ///< arguments that have no default: what an item stands for
    FixedKeywords keywords; ///< with their defaults
    std::string carrier;    ///< where pickle cannot carry it by name: what can, and its bytes
    std::string carried;
    std::optional<Error> refusal; ///< why nothing can carry it
};

/// Something of a file that gives items.
struct PythonItems {
    std::string name;
    std::optional<std::uint64_t> count; ///< nothing where it is made as it goes
};

struct PythonFile {
    PythonProgram program; ///< with the file
    std::string version;   ///< "3.11.2"
    std::vector<PythonFunction> functions; ///< in the order of the file
    std::vector<PythonItems> items;
};

/// Where Python is, and how it is started.
struct PythonPlace {
    std::string interpreter; ///< "python3", or a path
    std::string packages;    ///< the folder that holds poolscope_worker
    std::string launcher;    ///< a program that begins with serveIfWorker
};

/// How long a file may take to be loaded.
inline constexpr std::chrono::seconds longestLoad{60};

/// Loads the file in an interpreter of its own: its top level runs there once. `cancel` may be set by
/// another thread. "OSError" where the file is not there, "RuntimeError" where there is no such interpreter, "ImportError"
/// where the file cannot be loaded (its own error in the text, the traceback in `where`).
Result<PythonFile> readPythonFile(const std::string& path, const PythonPlace& place,
                                  const std::atomic<bool>* cancel = nullptr);

} // namespace poolscope
