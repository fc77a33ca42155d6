// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace poolscope {

/// A Python that serves: the user's own interpreter and the file whose functions it runs.
struct PythonProgram {
    std::string interpreter; ///< "python3", or a path; empty where there is no Python
    std::string packages;    ///< the folder that holds poolscope_worker
    std::string file;        ///< absolute, or empty: its functions are module __main__'s
    bool helper = false;     ///< its C helper can be loaded, which the rings need
    /// A function that pickle cannot carry: the module that can ("dill"), and its bytes. A worker is
    /// given it once, and messages then name it as poolscope_worker.carried.
    std::string carrier;
    std::string carried;

    explicit operator bool() const { return !interpreter.empty(); }
};

} // namespace poolscope
