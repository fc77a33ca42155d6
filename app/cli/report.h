// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person reads after a run. Private to app/cli.

#include "app/cli/result_sink.h"

namespace poolscope {

/// The values: the list when it is short, else how many, the first ones and the sum.
std::string resultText(const ResultSink& results);
/// "task 5: WorkerDied: …" for the first ten, then how many more there are.
void listFailures(const ResultSink& results);
/// Which workers could not be started and why, where others did their tasks. Where none could be, the
/// failures say why.
std::string missingWorkersText(const Summary& summary);
/// What cannot be pickled, the path to it, what the attributes beside it weigh (where `why` says),
/// and what can be done.
void explainCannotPickle(const Error& error, const std::optional<Unpicklability>& why,
                         const Job& job);

} // namespace poolscope
