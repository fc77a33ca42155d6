// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/python/python_file.h"

namespace poolscope {

/// A function of the file as a job: its parameters are the number of its items, where they come from,
/// and the function's own keywords. It runs in Python workers. `name` is what the job is known by.
Job pythonJob(std::string name, const PythonFile& file, const PythonFunction& function,
              const PythonPlace& place);

} // namespace poolscope
