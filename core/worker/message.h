// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What parent and worker say to each other, as values: CPython's own messages where it has them.
//   out:  (job, i, mapstar, ((function, (items…)),), {})
//   back: (job, i, (True, [values]))  or  (job, i, (False, poolscope.ChunkOutcomes([outcome…])))
//         an outcome is (True, value) or (False, (kind, text, path, where))

#include "core/jobs/jobs.h"
#include "core/transport/transport.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace poolscope {

/// What became of the tasks of one chunk: results, and for each task its error where it has one.
struct ChunkAnswer {
    ItemsPart results;
    std::vector<std::optional<Error>> errors; ///< empty: all have a value; otherwise one a task

    std::uint32_t failedTasks() const;
};

/// What an abandoned chunk's tasks are answered with, those that had run too.
Error abandonedError();

/// Path of the function in a task's message; items are at `itemsPath`[k].
inline constexpr const char* functionPath = "task[3][0][0]";
inline constexpr const char* itemsPath = "task[3][0][1]";

/// A task's message as one value of `document`, around a function and items that are in it already.
Value taskMessage(Document& document, std::uint64_t job, std::uint64_t chunk, Value function,
                  std::span<const Value> items);

/// What all messages of a call have alike: what stands in them between the chunk's number and the
/// items. Null where it cannot be repeated.
std::unique_ptr<const Prelude> taskPrelude(Document& document, Value function, int protocol);

/// In an answer's place of the numbers, where the worker could not read them.
inline constexpr std::int64_t unknownNumber = -1;

/// The parts of a task's message.
struct TaskParts {
    std::int64_t job = unknownNumber;
    std::int64_t chunk = unknownNumber;
    Value function;
    Value items; ///< a Tuple
};
Result<TaskParts> readTask(Value message);

/// An answer as one value of `document`: reduces the results (reducers run here). A result that
/// cannot be pickled becomes its task's error.
Value answerMessage(Document& document, const TaskParts& task, const ChunkAnswer& answer,
                    const Registry& registry);

/// What an answer answers.
struct AnswerTo {
    std::uint64_t job = 0;
    std::uint64_t chunk = 0;
    std::size_t tasks = 0;
};

/// The answer that arrived, as Values. Takes the bytes, since the values look into them. An error
/// where it is not the answer to this; a worker that could not read the numbers may tell of failures.
Result<ChunkAnswer> readAnswer(Buffer bytes, std::size_t skip, const AnswerTo& to,
                               FrameBuffers beside = {});

/// Writes a message whose large bytes `place` can put beside it; where it cannot they stand in it.
/// `place` may be empty.
using PlaceBuffers = std::function<bool(std::span<const std::string_view>)>;
Result<void> writeMessage(PickleWriter& writer, Value message, Buffer& out,
                          const PlaceBuffers& place);

/// What rides before an answer's pickle: moments on CLOCK_MONOTONIC, each the end of a step of the
/// worker and the begin of the next.
struct AnswerRecord {
    Nanos waitBegan = 0; ///< the answer before was written (or the worker was ready)
    Nanos readBegan = 0; ///< the frame began to arrive
    Nanos read = 0;
    Nanos unpickled = 0;
    Nanos computed = 0;
    Nanos pickled = 0;
};

} // namespace poolscope
