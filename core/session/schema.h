// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// All tables of a session file together, as SQL. Private to core/session.

#include "core/session/table_text.h"
#include "core/session/tables.h"

#include <vector>

namespace poolscope {

struct Schema {
    TableText runs, workers, errors, events, samples, parameters, probe, results, resultsJson,
        folded, rows, aggregates, annotations;

    static Schema ofThisVersion();
    std::vector<const TableText*> tables() const; ///< in the order in which they are made
};

/// Facts of the file as a whole: (name, value).
inline constexpr const char* createMeta =
    "CREATE TABLE meta(name TEXT NOT NULL, value TEXT NOT NULL)";
/// Views for people: seconds by phase of each worker, and what its rows come to.
std::string createViews();

} // namespace poolscope
