// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/worker/message.h"

#include <algorithm>
#include <array>

namespace poolscope {

namespace {

Error badMessage(const char* what)
{
    return {
        "UnpicklingError", std::string("The message is not what it should be: ") + what + ".", {}};
}

bool isTuple(Value value, std::size_t size)
{
    return value.valid() && value.kind() == Kind::Tuple && value.size() == size;
}

Value failureOutcome(Document& document, const Error& error)
{
    const std::array<Value, 4> parts{document.str(error.kind), document.str(error.text),
                                     document.str(error.path), document.str(error.where)};
    const std::array<Value, 2> outcome{document.boolean(false), document.tuple(parts)};
    return document.tuple(outcome);
}

Value successOutcome(Document& document, Value value)
{
    const std::array<Value, 2> outcome{document.boolean(true), value};
    return document.tuple(outcome);
}

/// (True, [values]) when all is well.
Value allWell(Document& document, std::span<const Value> values)
{
    return successOutcome(document, document.list(values));
}

Value withFailures(Document& document, std::span<const Value> values,
                   const std::vector<std::optional<Error>>& errors)
{
    std::vector<Value> outcomes;
    outcomes.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        outcomes.push_back(errors[i] ? failureOutcome(document, *errors[i])
                                     : successOutcome(document, values[i]));
    }
    const std::array<Value, 1> arguments{document.list(outcomes)};
    const Value made = document.object(
        Making::Reduce, document.global("poolscope", "ChunkOutcomes"), document.tuple(arguments));
    const std::array<Value, 2> pair{document.boolean(false), made};
    return document.tuple(pair);
}

/// Results as values; a result that cannot travel becomes an error at its place.
std::vector<Value> reduceResults(Document& document, const ChunkAnswer& answer,
                                 const Registry& registry,
                                 std::vector<std::optional<Error>>& errors)
{
    std::vector<Value> values(answer.results->size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!errors.empty() && errors[i]) {
            continue;
        }
        auto value = answer.results->reduce(i, document, registry);
        if (value) {
            values[i] = *value;
            continue;
        }
        errors.resize(values.size());
        errors[i] = value.error();
        errors[i]->path = "result" + errors[i]->path;
    }
    return values;
}

/// What came home: values that look into the frame's own bytes.
class ReceivedItems final : public Items {
public:
    explicit ReceivedItems(Buffer bytes) : m_bytes(std::move(bytes)) {}
    std::size_t size() const override { return m_values.size(); }
    Result<Value> reduce(std::size_t i, Document& document, const Registry&) const override
    {
        return document.copy(m_values[i]);
    }
    const void* peek(std::size_t i, const std::type_info& type) const override
    {
        return type == typeid(Value) ? &m_values[i] : nullptr;
    }

    Buffer m_bytes;
    Document m_document;
    std::vector<Value> m_values;
};

bool isNumber(Value value, std::uint64_t number)
{
    return value.kind() == Kind::Int && static_cast<std::uint64_t>(value.int64()) == number;
}

bool answers(Value message, const AnswerTo& to)
{
    return isNumber(message[0], to.job) && isNumber(message[1], to.chunk);
}

bool knowsNoNumbers(Value message)
{
    constexpr auto unknown = static_cast<std::uint64_t>(unknownNumber);
    return isNumber(message[0], unknown) && isNumber(message[1], unknown);
}

/// (kind, text, path, where); workers of an older build tell no `where`.
std::optional<Error> readFailure(Value parts)
{
    if (!isTuple(parts, 4) && !isTuple(parts, 3)) {
        return {};
    }
    Error error;
    std::array<std::string*, 4> texts{&error.kind, &error.text, &error.path, &error.where};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].kind() != Kind::Str) {
            return {};
        }
        *texts[i] = parts[i].text();
    }
    return error;
}

Result<std::optional<Error>> readOutcome(Value outcome, Value& value)
{
    if (!isTuple(outcome, 2) || outcome[0].kind() != Kind::Bool) {
        return badMessage("an outcome is no (bool, value)");
    }
    if (outcome[0].boolean()) {
        value = outcome[1];
        return std::optional<Error>();
    }
    auto error = readFailure(outcome[1]);
    if (!error) {
        return badMessage("a failure is no (kind, text, path, where)");
    }
    return error;
}

Result<ChunkAnswer> readMixed(std::shared_ptr<ReceivedItems> items, Value made,
                              std::size_t expected)
{
    const bool known = made.kind() == Kind::Object && made.callable().kind() == Kind::Global &&
                       made.callable().module() == "poolscope" &&
                       made.callable().qualname() == "ChunkOutcomes" &&
                       isTuple(made.arguments(), 1) && made.arguments()[0].kind() == Kind::List;
    if (!known || made.arguments()[0].size() != expected) {
        return badMessage("the outcomes are not one for each task");
    }
    const Value list = made.arguments()[0];
    ChunkAnswer answer;
    answer.errors.resize(expected);
    items->m_values.resize(expected);
    for (std::size_t i = 0; i < expected; ++i) {
        auto error = readOutcome(list[i], items->m_values[i]);
        if (!error) {
            return error.error();
        }
        answer.errors[i] = std::move(*error);
    }
    answer.results = std::move(items);
    return answer;
}

} // namespace

Error abandonedError() { return {"Cancelled", "The call was cancelled before this task ran.", {}}; }

std::uint32_t ChunkAnswer::failedTasks() const
{
    return static_cast<std::uint32_t>(std::count_if(
        errors.begin(), errors.end(), [](const auto& error) { return error.has_value(); }));
}

Value taskMessage(Document& document, std::uint64_t job, std::uint64_t chunk, Value function,
                  std::span<const Value> items)
{
    const std::array<Value, 2> call{function, document.tuple(items)};
    const std::array<Value, 1> arguments{document.tuple(call)};
    const std::array<Value, 5> message{document.integer(static_cast<std::int64_t>(job)),
                                       document.integer(static_cast<std::int64_t>(chunk)),
                                       document.global("multiprocessing.pool", "mapstar"),
                                       document.tuple(arguments), document.dict()};
    return document.tuple(message);
}

std::unique_ptr<const Prelude> taskPrelude(Document& document, Value function, int protocol)
{
    Buffer out;
    PickleWriter writer(protocol);
    if (!writer.write(taskMessage(document, 0, 0, function, {}), out)) {
        return nullptr;
    }
    constexpr std::size_t before = 4;  // PROTO, MARK and two numbers
    constexpr std::size_t behind = 10; // ), TUPLE2, TUPLE1, }, TUPLE, each but ) numbered, and STOP
    return Prelude::of(out.view(), before, behind);
}

Result<TaskParts> readTask(Value message)
{
    if (!isTuple(message, 5) || message[0].kind() != Kind::Int || message[1].kind() != Kind::Int) {
        return badMessage("a task is (job, i, function, arguments, keywords)");
    }
    const Value call = message[3];
    if (message[2].kind() != Kind::Global || message[2].qualname() != "mapstar" ||
        !isTuple(call, 1) || !isTuple(call[0], 2) || call[0][1].kind() != Kind::Tuple) {
        return badMessage("only mapstar with one (function, items) is known");
    }
    return TaskParts{message[0].int64(), message[1].int64(), call[0][0], call[0][1]};
}

Value answerMessage(Document& document, const TaskParts& task, const ChunkAnswer& answer,
                    const Registry& registry)
{
    auto errors = answer.errors;
    const auto values = reduceResults(document, answer, registry, errors);
    const Value outcome =
        errors.empty() ? allWell(document, values) : withFailures(document, values, errors);
    const std::array<Value, 3> message{document.integer(task.job), document.integer(task.chunk),
                                       outcome};
    return document.tuple(message);
}

Result<ChunkAnswer> readAnswer(Buffer bytes, std::size_t skip, const AnswerTo& to,
                               FrameBuffers beside)
{
    auto items = std::make_shared<ReceivedItems>(std::move(bytes));
    items->m_document.keep(beside.range, std::move(beside.kept));
    PickleLimits limits;
    limits.buffersAreBytes = true;
    const auto message =
        readPickle(items->m_bytes.view().substr(skip), items->m_document, limits, beside.views);
    if (!message) {
        return message.error();
    }
    if (!isTuple(*message, 3) || !isTuple((*message)[2], 2) ||
        (*message)[2][0].kind() != Kind::Bool) {
        return badMessage("an answer is (job, i, (success, value))");
    }
    const Value outcome = (*message)[2];
    const bool allWell = outcome[0].boolean();
    if (!answers(*message, to) && (allWell || !knowsNoNumbers(*message))) {
        return badMessage("it answers another task");
    }
    if (!allWell) {
        return readMixed(std::move(items), outcome[1], to.tasks);
    }
    if (outcome[1].kind() != Kind::List || outcome[1].size() != to.tasks) {
        return badMessage("the results are not one for each task");
    }
    for (std::size_t i = 0; i < to.tasks; ++i) {
        items->m_values.push_back(outcome[1][i]);
    }
    return ChunkAnswer{std::move(items), {}};
}

Result<void> writeMessage(PickleWriter& writer, Value message, Buffer& out,
                          const PlaceBuffers& place)
{
    if (!place) {
        return writer.write(message, out);
    }
    const std::size_t begin = out.size();
    std::vector<std::string_view> beside;
    auto written = writer.write(message, out, &beside, largeBlob);
    if (written && !beside.empty() && !place(beside)) {
        out.truncate(begin);
        written = writer.write(message, out);
    }
    return written;
}

} // namespace poolscope
