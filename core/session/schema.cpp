// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/session/schema.h"

namespace poolscope {
namespace {

/// "step + step" of those that count under a phase, of the worker's own time.
std::string stepsOf(Phase phase)
{
    std::string sum;
    for (std::size_t i = 0; i < workerSteps; ++i) {
        if (phaseOf(static_cast<Step>(i)) == phase) {
            sum += std::string(sum.empty() ? "" : " + ") + stepColumns[i];
        }
    }
    return sum;
}

/// ", (…) / 1e9 AS compute_s" of every phase, each sum in `around`("sum" or nothing).
std::string phaseSeconds(const std::string& around)
{
    std::string columns;
    for (std::size_t i = 0; i < phaseCount; ++i) {
        const auto phase = static_cast<Phase>(i);
        columns += ", " + around + "(" + stepsOf(phase) + ") / 1e9 AS " + nameOf(phase) + "_s";
    }
    return columns;
}

} // namespace

Schema Schema::ofThisVersion()
{
    const auto made = []<class Item>(const char* name, Item, auto describe) {
        return TableText::of<Item>(name, describe);
    };
    return {
        made("runs", RecordedRun(), runColumns),
        made("workers", LaneTotals(), workerColumns),
        made("errors", Failure(), errorColumns),
        made("events", LaneEvent(), eventColumns),
        made("samples", RunSample(), sampleColumns),
        made("parameters", std::pair<std::string, std::string>(), parameterColumns),
        made("probe", double(), probeColumns),
        made("results", NumberedText(), textColumns),
        made("results_json", NumberedText(), textColumns),
        made("folded", Folded(), foldedColumns),
        made("rows", PackedRows(), rowsColumns),
        made("aggregates", Aggregate(), aggregateColumns),
        made("annotations", Annotation(), annotationColumns),
    };
}

std::vector<const TableText*> Schema::tables() const
{
    return {&runs,    &workers,     &errors, &events, &samples,    &parameters, &probe,
            &results, &resultsJson, &folded, &rows,   &aggregates, &annotations};
}

std::string createViews()
{
    return "CREATE VIEW worker_seconds AS SELECT run, worker, items, start_ns / 1e9 AS start_s" +
           phaseSeconds("") +
           " FROM workers;"
           "CREATE VIEW row_seconds AS SELECT run, worker, sum(rows) AS rows, sum(items) AS items, "
           "sum(bytes_out) AS bytes_out, sum(bytes_back) AS bytes_back" +
           phaseSeconds("sum") + " FROM aggregates GROUP BY run, worker";
}

} // namespace poolscope
