// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A run to a file of any kind: data is written by core/session, pictures and reports by whoever draws.
// Private to app/cli.

#include "app/cli/cli.h"

namespace poolscope {

/// Whether a path ends in something that is drawn: .png, .svg, .pdf, .html.
bool drawsFor(const std::string& path);
/// Whether it ends in anything that can be written.
bool canExport(const std::string& path);
/// "writes .png, … or .csv, as the file's ending says: not "a.xls"."
std::string exportEndingsSentence(const std::string& path);
/// Writes the run. "OSError" where the file cannot be written.
Result<void> exportTo(const std::string& path, const RecordedRun& run, const CliContext& context);

} // namespace poolscope
