// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/task_detail.h"

#include "ui/models/spoken.h"

#include <QCoreApplication>

#include <algorithm>

namespace poolscope {

namespace {

struct TaskDetailTerms {
    Q_DECLARE_TR_FUNCTIONS(TaskDetail)
};

double stepOf(const Row& row, Step step) { return static_cast<double>(row[step]); }

double waitsOf(const Row& row)
{
    double waits = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(Step::In); ++i)
        waits += static_cast<double>(row.step[i]);
    return waits;
}

/// The steps until the worker has the message. It may begin to read while the attendant still writes,
/// and a message may lie ready for long: what lies between is the wait in the queue.
double addWayOut(std::vector<TaskStep>& steps, const Row& row)
{
    using Kind = TaskStep::Kind;
    const double reads = static_cast<double>(row.lead) + waitsOf(row);
    const double arrived = std::max(0.0, reads + stepOf(row, Step::In));
    const double pickled = std::min(stepOf(row, Step::ParentPickle), arrived);
    const double sent = pickled + stepOf(row, Step::ParentSend);
    steps.push_back({Kind::PickleArguments, {{0, pickled}}, row.bytesOut});
    if (reads <= sent) {
        steps.push_back({Kind::Send, {{pickled, arrived}}, row.bytesOut});
    } else {
        steps.push_back({Kind::Send, {{pickled, sent}, {reads, arrived}}, row.bytesOut});
        steps.push_back({Kind::Queue, {{sent, reads}}, 0});
    }
    return arrived;
}

std::vector<TaskStep> stepsOf(const Row& row)
{
    using Kind = TaskStep::Kind;
    std::vector<TaskStep> steps;
    double at = addWayOut(steps, row);
    const auto add = [&](Kind kind, double length, std::uint64_t bytes) {
        steps.push_back({kind, {{at, at + length}}, bytes});
        at += length;
    };
    add(Kind::Unpickle, stepOf(row, Step::Unpickle), 0);
    add(Kind::Compute, stepOf(row, Step::Compute), 0);
    add(Kind::PickleResults, stepOf(row, Step::Pickle), row.bytesBack);
    add(Kind::Return, stepOf(row, Step::Out) + stepOf(row, Step::ParentReceive), row.bytesBack);
    add(Kind::UnpickleResults, stepOf(row, Step::ParentUnpickle), 0);
    const auto nothing = [](const TaskStep& step) { return step.time() <= 0 && step.bytes == 0; };
    steps.erase(std::remove_if(steps.begin(), steps.end(), nothing), steps.end());
    return steps;
}

std::optional<Failure> failureIn(const RunModel& run, const Row& row,
                                 std::optional<std::uint64_t> item)
{
    const std::uint64_t end = std::uint64_t{row.item} + row.count;
    for (const Failure& failure : run.failures()) {
        const bool here =
            item ? failure.item == *item : failure.item >= row.item && failure.item < end;
        if (here) return failure;
    }
    return {};
}

} // namespace

double TaskStep::time() const
{
    double sum = 0;
    for (const Bar& bar : bars) sum += bar.end - bar.begin;
    return sum;
}

Phase phaseOf(TaskStep::Kind kind)
{
    using Kind = TaskStep::Kind;
    switch (kind) {
    case Kind::PickleArguments:
    case Kind::PickleResults: return Phase::Pickle;
    case Kind::Send:
    case Kind::Return: return Phase::Transfer;
    case Kind::Unpickle:
    case Kind::UnpickleResults: return Phase::Unpickle;
    case Kind::Compute: return Phase::Compute;
    case Kind::Queue: break;
    }
    return Phase::Wait;
}

QString nameOf(TaskStep::Kind kind)
{
    using Kind = TaskStep::Kind;
    switch (kind) {
    case Kind::PickleArguments: return TaskDetailTerms::tr("pickle arguments");
    case Kind::Send: return TaskDetailTerms::tr("send");
    case Kind::Queue: return TaskDetailTerms::tr("wait in queue");
    case Kind::Unpickle: return TaskDetailTerms::tr("unpickle");
    case Kind::Compute: return TaskDetailTerms::tr("compute");
    case Kind::PickleResults: return TaskDetailTerms::tr("pickle results");
    case Kind::Return: return TaskDetailTerms::tr("return");
    case Kind::UnpickleResults: break;
    }
    return TaskDetailTerms::tr("unpickle results");
}

TaskDetail taskDetail(const RunModel& run, RowRef ref, std::optional<std::uint64_t> item)
{
    const Row row = run.row(ref);
    TaskDetail detail;
    detail.row = ref;
    if (row.failed > 0) detail.failure = failureIn(run, row, item);
    detail.item = item ? *item : detail.failure ? detail.failure->item : row.item;
    detail.first = row.item;
    detail.count = row.count;
    detail.chunk = row.item / std::max<std::uint64_t>(1, run.plan().chunksize);
    detail.chunks = run.summary().chunks;
    detail.lane = ref.lane;
    detail.attempt = row.attempt;
    detail.slowest = ref == run.slowest();
    detail.folded = row.count > std::max<std::uint64_t>(1, run.plan().chunksize);
    detail.total = latencyOf(row) * 1e9;
    detail.compute = stepOf(row, Step::Compute);
    detail.median = run.medianCompute();
    detail.steps = stepsOf(row);
    return detail;
}

TaskDetail taskDetail(const RunModel& run, std::uint64_t item)
{
    if (const RowRef ref = rowOfItem(run, item); ref.valid()) return taskDetail(run, ref, item);
    TaskDetail detail;
    detail.item = detail.first = item;
    for (const Failure& failure : run.failures()) {
        if (failure.item == item) detail.failure = failure;
    }
    return detail;
}

QString placeOf(const TaskDetail& detail)
{
    if (!detail.row.valid()) return TaskDetailTerms::tr("no chunk that held it came back");
    const QString worker = QStringLiteral("W%1").arg(detail.lane);
    QString text;
    if (detail.folded) {
        text = TaskDetailTerms::tr("among %1 tasks that are kept in one row, %2")
                   .arg(countOf(detail.count), worker);
    } else if (detail.count <= 1) {
        text = TaskDetailTerms::tr("a chunk of its own, %1").arg(worker);
    } else if (detail.count == 2) {
        text = TaskDetailTerms::tr("in chunk %1 with 1 other, %2").arg(countOf(detail.chunk), worker);
    } else {
        text = TaskDetailTerms::tr("in chunk %1 with %2 others, %3")
                   .arg(countOf(detail.chunk), countOf(detail.count - 1), worker);
    }
    return detail.attempt > 0 ? TaskDetailTerms::tr("%1, attempt %2").arg(text).arg(detail.attempt + 1)
                              : text;
}

QString rankOf(const TaskDetail& detail)
{
    if (!(detail.median > 0) || detail.chunks < 2 || detail.folded) return {};
    const QString factor = spoken(factorText(detail.compute / detail.median));
    return detail.slowest ? TaskDetailTerms::tr("slowest of %1 chunks, %2 the median")
                                .arg(countOf(detail.chunks), factor)
                          : TaskDetailTerms::tr("compute %2 the median of %1 chunks")
                                .arg(countOf(detail.chunks), factor);
}

} // namespace poolscope
