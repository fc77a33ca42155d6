// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The door of core/session: runs on their way to disk and to other programs, as values, as session
// files (SQLite), and as JSON, CSV and traces.

#include "core/insight/insight.h"
#include "core/jobs/jobs.h"
#include "core/session/command_text.h"
#include "core/session/result_digest.h"
#include "core/session/result_tally.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poolscope {

/// Appends a value as one line of JSON without the line's end, by the rules of INTERFACE.md: integers
/// of any size as integers, NaN and infinities as {"float": …}, bytes as {"bytes": base64}, tuples,
/// sets and dicts with other than text keys as {"tuple": …}, {"set": …}, {"dict": …}.
void appendJson(Value value, std::string& out);
/// The value of one line of JSON, by the same rules. A "ValueError" says what is wrong and at which column.
Result<Value> readJson(std::string_view line, Document& document);

/// Items from a file with one JSON value a line. Errors name file and line.
Result<std::shared_ptr<Input>> openJsonLines(const std::string& path);

/// The summary of INTERFACE.md, indented, with a line's end.
std::string summaryJson(const Summary& summary, const std::vector<Failure>& failures, const ResultDigest& digest);

} // namespace poolscope

#include "core/session/autosave.h"
#include "core/session/data_export.h"
#include "core/session/recorded_run.h"
#include "core/session/run_recording.h"
#include "core/session/session_file.h"
