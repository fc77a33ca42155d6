// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a run has to do with Python: functions of a file as jobs, and who runs them.

#include "app/cli/run_arguments.h"

namespace poolscope {

/// The job that was typed, of the catalogue or of a Python file. "ValueError" where there is none;
/// errors of a file that cannot be loaded.
Result<const Job*> findJob(const RunArguments& typed, Catalogue& catalogue);

/// Which Python serves, and how many of its workers, where the backend or the job asks for one.
Result<void> readPython(const RunArguments& typed, CheckedArguments& request);

/// What falls away where the helper in C cannot be loaded, in a sentence; else empty.
std::string pythonRemark(const CheckedArguments& request);

} // namespace poolscope
