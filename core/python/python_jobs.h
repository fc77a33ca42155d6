// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Python files in a catalogue: what a person names as FILE.py:function.

#include "core/python/python_file.h"

namespace poolscope {

/// `interpreter` where it is given, else $POOLSCOPE_PYTHON, else python3 (which is the one of a virtual
/// environment that is active); the packages beside this program, and a program that becomes it.
PythonPlace pythonPlace(const std::string& interpreter = {});

/// The file in "dir/slow.py:work"; empty where that names no function of a Python file.
std::string pythonFileIn(std::string_view jobName);

/// Each function of a file that was read as a job, "FILE:function". Functions that are there already
/// stay. Their names, in the order of the file; "ValueError" where the file has no functions.
Result<std::vector<std::string>> addJobsOf(Catalogue& catalogue, const std::string& file,
                                           const PythonFile& read, const PythonPlace& place);

/// Loads the file and adds each of its functions as a job, "FILE:function" with the file as it is
/// named here. Errors as readPythonFile's, too.
Result<std::vector<std::string>> addPythonJobs(Catalogue& catalogue, const std::string& file,
                                               const PythonPlace& place,
                                               const std::atomic<bool>* cancel = nullptr);

/// The job of "FILE.py:function", loading its file where it is not in the catalogue yet.
Result<const Job*> pythonJobNamed(Catalogue& catalogue, const std::string& name,
                                  const PythonPlace& place);

/// A Python that knows the catalogue's own functions (module poolscope.jobs).
Result<PythonProgram> catalogueInPython(const PythonPlace& place);

} // namespace poolscope
