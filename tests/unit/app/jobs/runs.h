// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Runs a job the long way without processes: the function and every item are pickled, read again
// on a far side with a catalogue of its own, and run there.

#include "app/jobs/jobs.h"
#include "core/pickle/pickle.h"

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace poolscope::test {

using Given = std::map<std::string, std::string, std::less<>>;

struct Ran {
    std::vector<std::optional<Error>> errors; ///< one a task
    std::vector<std::string> values;          ///< repr, empty where there is an error
};

/// The catalogue of the program, or of a worker.
class Side {
public:
    Side() { addJobs(catalogue); }
    Catalogue catalogue;
};

/// The work of a job, or why there is none.
Result<Work> workOf(const Catalogue& catalogue, std::string_view job, const Given& given,
                    Pool* pool = nullptr);

/// The work done on a far side.
Ran runFarAway(const Work& work);
/// workOf and runFarAway in one, of a job that can travel.
Ran run(std::string_view job, const Given& given);

} // namespace poolscope::test
