// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The tables of a session file, each described once: by columns that are made (table_text.h), written
// (table_writer.h) and read and checked (table_reader.h) by one and the same list. README.md of this
// folder explains them to people. Private to core/session.

#include "core/session/recorded_run.h"

#include <array>
#include <limits>

namespace poolscope {

inline constexpr Nanos longestTime = 1'000'000'000'000'000'000; ///< ns, 31 years: no run lasts that
inline constexpr std::uint64_t mostCount = std::numeric_limits<std::int64_t>::max();
inline constexpr int mostLanes = 1 << 16;
inline constexpr std::uint32_t mostRowsInPiece = 1 << 20;

/// The columns' names of steps and causes, in the order of Step and WaitCause.
inline constexpr std::array<const char*, stepCount> stepColumns{
    "wait_ns",           "wait_unpickle_ns",
    "wait_receive_ns",   "wait_pickle_ns",
    "wait_send_ns",      "in_ns",
    "unpickle_ns",       "compute_ns",
    "pickle_ns",         "out_ns",
    "parent_pickle_ns",  "parent_send_ns",
    "parent_receive_ns", "parent_unpickle_ns"};
inline constexpr std::array<const char*, waitCauseCount> causeColumns{
    "wait_input_ns", "wait_nothing_left_ns", "wait_retry_ns", "wait_attendant_ns"};
inline constexpr std::array<const char*, 4> latencyColumns{"latency_p50_s", "latency_p90_s",
                                                           "latency_p99_s", "latency_p999_s"};
inline constexpr std::array<const char*, 4> eventKinds{"started", "ready", "died", "closed"};

inline constexpr auto planColumns = [](auto& columns, auto& plan) {
    columns.text("job", plan.job);
    columns.text("title", plan.title);
    columns.text("api", plan.api);
    columns.text("backend", plan.backend);
    columns.text("start_method", plan.startMethod);
    columns.text("transport", plan.transport);
    columns.count("protocol", plan.protocol, 255);
    columns.count("workers", plan.workers, mostLanes);
    columns.count("chunksize", plan.chunksize, mostCount);
    columns.text("chunksize_reason", plan.chunksizeReason);
    columns.count("items", plan.items, mostCount);
    columns.amount("task_timeout_s", plan.taskTimeout);
    columns.count("retries", plan.retries, std::numeric_limits<int>::max());
    columns.count("maxtasksperchild", plan.maxTasksPerChild, mostCount);
    columns.count("worker_memory_bytes", plan.workerMemory, mostCount);
    columns.text("version", plan.version);
};

inline constexpr auto totalsColumns = [](auto& columns, auto& totals) {
    columns.count("wall_ns", totals.wall, longestTime);
    columns.flag("finished", totals.finished);
    columns.flag("cancelled", totals.cancelled);
    columns.count("items_counted", totals.items, mostCount);
    columns.count("done", totals.done, mostCount);
    columns.count("failed", totals.failed, mostCount);
    columns.count("chunks", totals.chunks, mostCount);
    columns.count("retried", totals.retried, mostCount);
    columns.count("lost_workers", totals.lostWorkers, mostCount);
    columns.count("rows_made", totals.rows, mostCount);
    columns.count("rows_dropped", totals.dropped, mostCount);
    columns.count("in_flight", totals.inFlight, mostCount);
    columns.count("observing_ns", totals.observing, longestTime);
};

inline constexpr auto runColumns = [](auto& columns, auto& run) {
    columns.count("began_ms", run.began, longestTime);
    columns.text("command", run.command);
    planColumns(columns, run.plan);
    totalsColumns(columns, run.totals);
    columns.amounts(latencyColumns, run.latency);
    columns.flag("probed", run.probe.measured);
    columns.count("probe_items", run.probe.items, mostCount);
    columns.text("probe_why_not", run.probe.whyNot);
    columns.count("results", run.digest.count, mostCount);
    columns.integer("results_sum", run.digest.sum);
    columns.real("results_real_sum", run.digest.realSum);
    columns.text("results_value", run.digest.value);
    columns.text("reduction", run.reduction);
};

inline constexpr auto workerColumns = [](auto& columns, auto& lane) {
    columns.count("worker", lane.worker, mostLanes - 1);
    columns.count("pid", lane.pid, std::numeric_limits<std::int32_t>::max());
    columns.flag("alive", lane.alive);
    columns.text("no_worker", lane.noWorker);
    columns.count("items", lane.items, mostCount);
    columns.count("chunks", lane.chunks, mostCount);
    columns.count("failed", lane.failed, mostCount);
    columns.count("begun", lane.begun, mostCount);
    columns.count("busy_since_ns", lane.busySince, longestTime);
    columns.count("start_ns", lane.start, longestTime);
    for (std::size_t i = 0; i < stepCount; ++i) {
        columns.count(stepColumns[i], lane.step[i], longestTime);
    }
    for (std::size_t i = 0; i < waitCauseCount; ++i) {
        columns.count(causeColumns[i], lane.waitCause[i], longestTime);
    }
    columns.count("bytes_out", lane.bytesOut, mostCount);
    columns.count("bytes_back", lane.bytesBack, mostCount);
    columns.count("out_of_band", lane.outOfBand, mostCount);
    columns.count("cpu_wait_ns", lane.cpuWait, longestTime);
    columns.count("rss_bytes", lane.rss, mostCount);
    columns.count("max_rss_bytes", lane.maxRss, mostCount);
};

inline constexpr auto errorColumns = [](auto& columns, auto& failure) {
    columns.count("item", failure.item, mostCount);
    columns.text("kind", failure.error.kind);
    columns.text("text", failure.error.text);
    columns.text("path", failure.error.path);
    columns.text("thrown_at", failure.error.where);
    columns.count("worker", failure.worker, mostLanes - 1);
    columns.count("pid", failure.pid, std::numeric_limits<std::int32_t>::max());
    columns.count("attempt", failure.attempt, 255);
    columns.text("argument", failure.argument);
};

inline constexpr auto eventColumns = [](auto& columns, auto& event) {
    columns.count("at_ns", event.at, longestTime);
    columns.choice("kind", event.kind, eventKinds);
    columns.count("worker", event.worker, mostLanes - 1);
    columns.count("pid", event.pid, std::numeric_limits<std::int32_t>::max());
    columns.count("signal", event.signal, 255);
    columns.count("exit_code", event.exitCode, std::numeric_limits<std::int32_t>::max());
    columns.whole("item", event.item, -1);
    columns.count("retried", event.retried, std::numeric_limits<std::uint32_t>::max());
};

/// A parameter of the job, as it was given.
inline constexpr auto parameterColumns = [](auto& columns, auto& parameter) {
    columns.text("name", parameter.first);
    columns.text("value", parameter.second);
};

/// How long an item took in a round of the serial probe.
inline constexpr auto probeColumns = [](auto& columns, auto& perItem) {
    columns.amount("s_per_item", perItem);
};

/// One of the first results as text, and the how manieth.
struct NumberedText {
    std::uint64_t position = 0;
    std::string text;
};
inline constexpr auto textColumns = [](auto& columns, auto& numbered) {
    columns.count("position", numbered.position, mostCount);
    columns.text("text", numbered.text);
};

inline constexpr auto sampleColumns = [](auto& columns, auto& sample) {
    columns.amount("at_s", sample.at);
    columns.amount("done", sample.done);
    columns.amount("in_flight", sample.inFlight);
    columns.amount("busy", sample.busy);
};

inline constexpr auto annotationColumns = [](auto& columns, auto& annotation) {
    columns.count("at_ns", annotation.at, longestTime);
    columns.whole("worker", annotation.lane, -1);
    columns.text("text", annotation.text);
};

/// Rows of a worker, packed: LaneSeries knows how.
struct PackedRows {
    std::uint32_t worker = 0;
    std::uint32_t piece = 0; ///< from 0 on, for each worker
    std::uint32_t rows = 0;
    std::string_view bytes;
};
inline constexpr auto rowsColumns = [](auto& columns, auto& packed) {
    columns.count("worker", packed.worker, mostLanes - 1);
    columns.count("piece", packed.piece, std::numeric_limits<std::uint32_t>::max());
    columns.count("rows", packed.rows, mostRowsInPiece);
    columns.bytes("packed", packed.bytes);
};

/// How many of a worker's rows were folded into others.
struct Folded {
    std::uint32_t worker = 0;
    std::uint64_t rows = 0;
};
inline constexpr auto foldedColumns = [](auto& columns, auto& folded) {
    columns.count("worker", folded.worker, mostLanes - 1);
    columns.count("rows", folded.rows, mostCount);
};

/// What the rows of a piece come to, for whoever asks in SQL.
struct Aggregate {
    std::uint32_t worker = 0;
    std::uint32_t piece = 0;
    std::uint32_t rows = 0;
    std::uint64_t items = 0, failed = 0, bytesOut = 0, bytesBack = 0;
    Nanos begin = 0, end = 0; ///< of the first and the last of them
    std::array<double, stepCount> step{};
};
inline constexpr auto aggregateColumns = [](auto& columns, auto& sums) {
    columns.count("worker", sums.worker, mostLanes - 1);
    columns.count("piece", sums.piece, std::numeric_limits<std::uint32_t>::max());
    columns.count("rows", sums.rows, mostRowsInPiece);
    columns.count("items", sums.items, mostCount);
    columns.count("failed", sums.failed, mostCount);
    columns.count("bytes_out", sums.bytesOut, mostCount);
    columns.count("bytes_back", sums.bytesBack, mostCount);
    columns.count("begin_ns", sums.begin, longestTime);
    columns.count("end_ns", sums.end, longestTime);
    for (std::size_t i = 0; i < stepCount; ++i) {
        columns.amount(stepColumns[i], sums.step[i]);
    }
};

} // namespace poolscope
