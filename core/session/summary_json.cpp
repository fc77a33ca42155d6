// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// The summary of INTERFACE.md. Its names are read by scripts: add to them, never change them.

#include "core/session/session.h"

#include "core/session/summary_json.h"

namespace poolscope {
namespace {

constexpr std::size_t mostErrors = 10'000; // listed one by one; `failed` counts all

/// The phases in the order of INTERFACE.md.
constexpr Phase order[] = {Phase::Pickle, Phase::Transfer, Phase::Unpickle, Phase::Compute,
                           Phase::Wait};
constexpr Phase travels[] = {Phase::Pickle, Phase::Transfer, Phase::Unpickle};

void writeSpread(JsonWriter& json, const char* name, const std::optional<Spread>& spread)
{
    json.key(name);
    if (!spread) {
        json.raw("null");
        return;
    }
    json.open('{').key("median").number(spread->median);
    json.key("low").number(spread->low).key("high").number(spread->high).close();
}

void writeWay(JsonWriter& json, const char* name, const std::array<double, phaseCount>& part)
{
    json.key(name).open('{');
    for (const Phase phase : travels) {
        json.key(nameOf(phase)).number(part[static_cast<std::size_t>(phase)]);
    }
    json.close();
}

/// Where time stands apart from every phase, of a worker or of all.
struct Apart {
    double start = 0;
    double unaccounted = 0;
};

void writePhases(JsonWriter& json, const char* name, const PhaseSeconds& phases,
                 std::optional<Apart> apart)
{
    json.key(name).open('{');
    for (const Phase phase : order) {
        json.key(nameOf(phase)).number(phases[phase]);
    }
    if (apart) {
        json.key("start").number(apart->start).key("unaccounted").number(apart->unaccounted);
    }
    writeWay(json, "out", phases.out);
    writeWay(json, "back", phases.back);
    json.close();
}

/// null: no limit.
void writeLimits(JsonWriter& json, const RunPlan& plan)
{
    json.key("task_timeout_s");
    plan.taskTimeout > 0 ? json.number(plan.taskTimeout) : json.raw("null");
    json.key("retries").count(static_cast<std::uint64_t>(plan.retries));
    json.key("maxtasksperchild");
    plan.maxTasksPerChild != 0 ? json.count(plan.maxTasksPerChild) : json.raw("null");
    json.key("worker_memory_bytes");
    plan.workerMemory != 0 ? json.count(plan.workerMemory) : json.raw("null");
}

void writePlan(JsonWriter& json, const Summary& summary)
{
    const RunPlan& plan = summary.plan;
    json.key("job").text(plan.job).key("title").text(plan.title).key("api").text(plan.api);
    json.key("backend").text(plan.backend).key("start_method").text(plan.startMethod);
    json.key("transport").text(plan.transport);
    json.key("protocol").count(static_cast<std::uint64_t>(plan.protocol));
    json.key("workers").count(static_cast<std::uint64_t>(plan.workers));
    json.key("chunksize").count(plan.chunksize).key("chunks").count(summary.chunks);
    json.key("chunksize_auto").flag(!plan.chunksizeReason.empty());
    json.key("chunksize_reason").text(plan.chunksizeReason);
    writeLimits(json, plan);
    json.key("items").count(plan.items).key("done").count(summary.done);
    json.key("failed").count(summary.failed).key("retried").count(summary.retried);
    json.key("lost_workers").count(summary.lostWorkers).key("cancelled").flag(summary.cancelled);
}

void writeTimes(JsonWriter& json, const Summary& summary)
{
    json.key("wall_s").number(summary.wall);
    writeSpread(json, "serial_s", summary.serial);
    json.key("no_serial").text(summary.noSerial);
    writeSpread(json, "speedup", summary.speedup);
    json.key("efficiency");
    summary.efficiency ? json.number(*summary.efficiency) : json.raw("null");
    json.key("items_per_s").number(summary.itemsPerSecond);
    json.key("latency_s").open('{');
    const char* names[] = {"p50", "p90", "p99", "p999"};
    for (std::size_t i = 0; i < 4; ++i) {
        json.key(names[i]);
        summary.latency ? json.number((*summary.latency)[i]) : json.raw("null");
    }
    json.close();
    writePhases(json, "phases_s", summary.phases, Apart{summary.start, summary.unaccounted});
    json.key("raw_wait_s").number(summary.rawWait).key("wait_cause_s").open('{');
    const char* causes[] = {"input", "nothing_left", "retry", "attendant"};
    static_assert(std::size(causes) == waitCauseCount);
    for (std::size_t i = 0; i < waitCauseCount; ++i) {
        json.key(causes[i]).number(summary.waitCause[i]);
    }
    json.close();
    writePhases(json, "parent_s", summary.parent, std::nullopt);
}

void writeBytes(JsonWriter& json, std::uint64_t out, std::uint64_t back, std::uint64_t beside)
{
    json.key("bytes").open('{').key("tasks").count(out).key("results").count(back);
    json.key("out_of_band").count(beside).close();
}

void writeResult(JsonWriter& json, const ResultDigest& digest)
{
    json.key("result").open('{').key("count").count(digest.count).key("first").open('[');
    for (const std::string& value : digest.first) {
        json.raw(value);
    }
    json.close().key("reduction");
    const bool sums = digest.sum || digest.realSum;
    sums ? json.text("sum") : json.raw("null");
    json.key("value");
    if (digest.sum) {
        json.raw(digest.sum->toString());
    } else if (digest.realSum) {
        json.number(*digest.realSum);
    } else {
        json.raw(digest.value.value_or("null"));
    }
    json.close();
}

void writeWorkers(JsonWriter& json, const std::vector<WorkerSummary>& workers)
{
    json.key("worker").open('[');
    for (const WorkerSummary& worker : workers) {
        json.open('{').key("id").count(static_cast<std::uint64_t>(worker.id));
        json.key("pid").raw(std::to_string(worker.pid));
        json.key("no_worker");
        worker.noWorker.empty() ? json.raw("null") : json.text(worker.noWorker);
        json.key("items").count(worker.items).key("chunks").count(worker.chunks);
        json.key("failed").count(worker.failed);
        writePhases(json, "phases_s", worker.phases, Apart{worker.start, worker.unaccounted});
        writePhases(json, "parent_s", worker.parent, std::nullopt);
        json.key("raw_wait_s").number(worker.rawWait);
        json.key("cpu_wait_s").number(worker.cpuWait);
        json.key("max_rss_bytes").count(worker.maxRss);
        writeBytes(json, worker.bytesOut, worker.bytesBack, worker.outOfBand);
        json.close();
    }
    json.close();
}

void writeErrors(JsonWriter& json, const std::vector<Failure>& failures)
{
    json.key("errors").open('[');
    for (std::size_t i = 0; i < failures.size() && i < mostErrors; ++i) {
        const Failure& failure = failures[i];
        json.open('{').key("item").count(failure.item).key("kind").text(failure.error.kind);
        json.key("text").text(failure.error.text).key("path").text(failure.error.path);
        json.key("where").text(failure.error.where);
        json.key("worker").count(failure.worker).key("pid").raw(std::to_string(failure.pid));
        json.key("attempt").count(failure.attempt).key("argument").text(failure.argument).close();
    }
    json.close();
}

} // namespace

void writeSummary(JsonWriter& json, const Summary& summary, const std::vector<Failure>& failures,
                  const ResultDigest& digest)
{
    writePlan(json, summary);
    writeTimes(json, summary);
    writeBytes(json, summary.bytesOut, summary.bytesBack, summary.outOfBand);
    writeResult(json, digest);
    writeWorkers(json, summary.worker);
    writeErrors(json, failures);
    json.key("observer").open('{').key("rows").count(summary.rows);
    json.key("dropped").count(summary.dropped).key("share").number(summary.observing).close();
    json.key("verdict").text(summary.verdict).key("advice").text(summary.advice);
    json.key("version").text(summary.plan.version);
}

std::string summaryJson(const Summary& summary, const std::vector<Failure>& failures,
                        const ResultDigest& digest)
{
    JsonWriter json;
    json.open('{');
    writeSummary(json, summary, failures, digest);
    json.close();
    return json.take();
}

} // namespace poolscope
