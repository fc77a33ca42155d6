// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Runs as data for other programs. README.md says what stands in each kind of file.

#include "core/session/recorded_run.h"

namespace poolscope {

/// Whether a path ends in one of the data formats: .csv, .json or .trace.json.
bool isDataPath(const std::string& path);
/// Writes the run as the path's ending says: rows (.csv), the summary with rows and samples (.json), or
/// the Trace Event Format that ui.perfetto.dev and chrome://tracing open (.trace.json). The file is
/// replaced as a whole or left as it was. "ValueError" for another ending, "OSError" where it cannot be
/// written.
Result<void> exportData(const RecordedRun& run, const std::string& path);
/// Whether a file at `path` could be written or replaced; nothing is changed.
Result<void> canExportTo(const std::string& path);

} // namespace poolscope
