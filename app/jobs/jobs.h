// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The door of app/jobs: the jobs of the catalogue. The program and poolscope-worker both add them,
// so that a function's name means the same on both sides.

#include "core/jobs/jobs.h"

namespace poolscope {

/// Adds every job, its functions and its types.
void addJobs(Catalogue& catalogue);

} // namespace poolscope
