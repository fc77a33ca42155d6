// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What happened to one task: the steps of its chunk on the way out and back, one after the other, on
// one axis that begins when its first byte was pickled.

#include "ui/models/run_model.h"

#include <optional>
#include <string>
#include <vector>

namespace poolscope {

/// One step of the way. Its bars follow each other without overlap, and so do the steps: together
/// they are the latency of the chunk.
struct TaskStep {
    enum class Kind : std::uint8_t {
        PickleArguments, ///< the parent's attendant
        Send,  ///< it writes the message, the worker reads it: two bars where it lay between
        Queue, ///< sent, and the worker is still on something else
        Unpickle,
        Compute,
        PickleResults,
        Return,          ///< the worker writes, the attendant reads
        UnpickleResults, ///< the attendant
    };
    struct Bar {
        double begin = 0, end = 0; ///< ns since the first byte was pickled
    };

    Kind kind = Kind::Compute;
    std::vector<Bar> bars;
    std::uint64_t bytes = 0; ///< what this step carries or makes; 0: it says nothing of bytes

    double time() const; ///< ns
};
Phase phaseOf(TaskStep::Kind kind);
QString nameOf(TaskStep::Kind kind); ///< "wait in queue" (translated)

/// All that is known of one task of a run.
struct TaskDetail {
    RowRef row;
    std::uint64_t item = 0;
    std::uint64_t first = 0;  ///< item of its chunk
    std::uint32_t count = 0;  ///< items of its chunk
    std::uint64_t chunk = 0;  ///< number of the chunk in the input
    std::uint64_t chunks = 0; ///< answered so far
    int lane = 0;
    int attempt = 0;             ///< 0 is the first
    bool slowest = false;        ///< no chunk computed longer
    bool folded = false;         ///< the row is made of several chunks, their steps added up
    double total = 0;            ///< ns from the first byte pickled to the last result unpickled
    double compute = 0;          ///< ns
    double median = 0;           ///< ns: compute of the median chunk, of a sample
    std::vector<TaskStep> steps; ///< those that took time or carried bytes
    std::optional<Failure> failure;
};

/// The task `item` of the row, or the first of it that failed, or the first. The row must be valid.
TaskDetail taskDetail(const RunModel& run, RowRef row, std::optional<std::uint64_t> item = {});
/// The task `item`, wherever it is: without a row where none was kept, with its failure where it has one.
TaskDetail taskDetail(const RunModel& run, std::uint64_t item);
/// "in chunk 1 590 with 255 others, W3" (translated).
QString placeOf(const TaskDetail& detail);
/// "slowest of 3 907 chunks, 4.6× the median" (translated).
QString rankOf(const TaskDetail& detail);

/// Two chunks are similar where neither computed more than this factor longer than the other, and
/// both or neither hold a failed task.
inline constexpr double similarFactor = 1.25;
/// The chunks that are similar to this one, by moment over all lanes, itself among them; the first
/// `most` of them from `row` on, going on at the beginning of the run.
std::vector<RowRef> similarRows(const RunModel& run, RowRef row, std::size_t most = 1000);

/// The row that brought this item home, where it was kept; the latest attempt.
RowRef rowOfItem(const RunModel& run, std::uint64_t item);

} // namespace poolscope
