// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/worker/run_tasks.h"

namespace poolscope {

namespace {

/// Runs on from `at`, and says where it stopped: at `end`, where it was told to, or at a task that
/// threw.
std::optional<Error> runOn(Batch& batch, std::size_t& at, std::size_t end, const TaskMarks& marks)
{
    marks.begun.store(at, std::memory_order_relaxed);
    auto error = errorThrownBy([&] { at = batch.run(at, end, marks); });
    if (error) {
        at = marks.begun.load(std::memory_order_relaxed);
    }
    return error;
}

void keep(std::vector<std::optional<Error>>& errors, std::size_t count, std::size_t i, Error error)
{
    errors.resize(count);
    errors[i] = std::move(error);
}

/// The first from `at` on that has an error already.
std::size_t untilError(const std::vector<std::optional<Error>>& errors, std::size_t at,
                       std::size_t count)
{
    if (errors.empty()) {
        return count;
    }
    while (at < count && !errors[at]) {
        ++at;
    }
    return at;
}

} // namespace

bool runTasks(Batch& batch, std::size_t count, std::vector<std::optional<Error>>& errors,
              StatusPage& page, const std::atomic<bool>* stop)
{
    const TaskMarks marks{page.task, page.finished, stop, page.abandoned,
                          page.chunk.load(std::memory_order_relaxed)};
    bool stopped = false;
    for (std::size_t i = 0; i < count && !stopped;) {
        const std::size_t end = untilError(errors, i, count);
        if (end != i) {
            auto error = runOn(batch, i, end, marks);
            stopped = !error && i != end;
            if (!error) {
                continue;
            }
            keep(errors, count, i, std::move(*error));
        }
        page.finished.store(++i, std::memory_order_relaxed); // it has failed
    }
    page.task.store(StatusPage::idle, std::memory_order_release);
    return !stopped;
}

std::optional<ChunkAnswer> runLocally(const Callable& callable, const Items& items,
                                      std::size_t first, std::size_t count,
                                      const Registry& registry, StatusPage& page,
                                      const std::atomic<bool>& stop)
{
    ChunkAnswer answer;
    const auto batch = callable.batch(count);
    const bool borrowed = batch->borrow(items, first, count);
    for (std::size_t i = 0; i < count && !borrowed; ++i) {
        if (auto loaded = batch->load(items, first + i, registry); !loaded) {
            keep(answer.errors, count, i, loaded.error());
        }
    }
    if (!runTasks(*batch, count, answer.errors, page, &stop)) {
        return {};
    }
    answer.results = batch->takeResults();
    return answer;
}

} // namespace poolscope
