// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// `poolscope jobs`: the catalogue. Private to app/cli.

#include "core/jobs/jobs.h"

#include <string>

namespace poolscope {

/// Name and what it computes, and below it each parameter with its default and unit.
std::string jobsText(const Catalogue& catalogue);
std::string jobsJson(const Catalogue& catalogue);

} // namespace poolscope
