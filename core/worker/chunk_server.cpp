// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/worker/chunk_server.h"

#include "core/worker/run_tasks.h"

namespace poolscope {

namespace {

/// The numbers in front of a task's message.
bool readNumbers(DirectReader& in, TaskParts& task)
{
    return in.begin() && in.beginTuple(5) && in.integer(task.job) && in.integer(task.chunk);
}

} // namespace

ChunkServer::ChunkServer(const Catalogue& catalogue, int protocol, PlaceBuffers place)
    : m_catalogue(catalogue), m_protocol(protocol), m_place(std::move(place)), m_writer(protocol)
{}

void ChunkServer::load(std::string_view message, FrameBuffers beside)
{
    m_task = {};
    m_call = nullptr;
    m_errors.clear();
    m_readDirectly = loadDirectly(message);
    if (!m_readDirectly) {
        loadByValues(message, std::move(beside));
    }
}

bool ChunkServer::loadDirectly(std::string_view message)
{
    DirectReader in(message);
    if (!readNumbers(in, m_task)) {
        return false;
    }
    for (Known& call : m_known) {
        if (call.prelude && in.prelude(*call.prelude)) {
            return loadTasks(call, in);
        }
    }
    return false;
}

bool ChunkServer::loadTasks(Known& call, DirectReader& in)
{
    try {
        DirectReading reading{in, m_catalogue.registry()};
        std::string none;
        const auto count = call.batch->load(reading);
        if (count && in.endTuple(2) && in.endTuple(1) && in.dict(none, [] { return false; }) &&
            in.endTuple(5) && in.end()) {
            m_count = *count;
            m_call = &call;
            return true;
        }
    } catch (...) { // a hook threw: the way through Values says of which task
    }
    call.batch->clear();
    return false;
}

void ChunkServer::loadByValues(std::string_view message, FrameBuffers beside)
{
    m_arguments.clear();
    m_arguments.keep(beside.range, std::move(beside.kept));
    m_task = {};
    m_count = 1;
    PickleLimits limits;
    limits.buffersAreBytes = true;
    const auto value = readPickle(message, m_arguments, limits, beside.views);
    const auto task = value ? readTask(*value) : Result<TaskParts>(value.error());
    if (!task) {
        m_errors.assign(m_count, task.error());
        return;
    }
    m_task = *task;
    m_count = task->items.size();
    const auto callable = m_catalogue.resolve(task->function);
    if (!callable) {
        m_errors.assign(m_count, callable.error());
        return;
    }
    m_call = &learn(*task, **callable, message);
    for (std::size_t i = 0; i < m_count; ++i) {
        if (auto loaded = m_call->batch->load(task->items[i], m_catalogue.registry()); !loaded) {
            m_errors.resize(m_count);
            m_errors[i] = loaded.error();
            m_errors[i]->path =
                std::string(itemsPath) + "[" + std::to_string(i) + "]" + m_errors[i]->path;
        }
    }
}

/// A message that begins as we would write it begins so the next time; the bytes then stand for the
/// function that was just resolved.
ChunkServer::Known& ChunkServer::learn(const TaskParts& task, const Callable& callable,
                                       std::string_view message)
{
    DirectReader in(message);
    TaskParts numbers;
    for (Known& call : m_known) { // known, but with tasks that have to be read as Values
        if (DirectReader again(message);
            call.prelude && readNumbers(again, numbers) && again.prelude(*call.prelude)) {
            return call;
        }
    }
    m_other = {nullptr, callable.batch(m_count)};
    const int protocol = protocolOf(message);
    if (protocol < 2 || protocol > highestProtocol) {
        return m_other;
    }
    m_other.prelude = taskPrelude(m_arguments, task.function, protocol);
    if (!m_other.prelude || !readNumbers(in, numbers) || !in.prelude(*m_other.prelude)) {
        return m_other;
    }
    Known& call = m_known[m_nextKnown++ % m_known.size()];
    call = std::move(m_other);
    return call;
}

void ChunkServer::run(StatusPage& page)
{
    if (!runTasks(*m_call->batch, m_count, m_errors, page)) {
        m_errors.assign(m_count, abandonedError()); // nobody asks any more
    }
}

Result<void> ChunkServer::write(Buffer& out)
{
    auto written = writeDirectly(out) ? Result<void>() : writeByValues(out);
    forget();
    return written;
}

void ChunkServer::forget()
{
    if (m_call != nullptr) {
        m_call->batch->clear();
    }
    m_arguments.keep({}, nullptr); // the sender may use that memory again
}

bool ChunkServer::writeDirectly(Buffer& out)
{
    const Registry& registry = m_catalogue.registry();
    if (m_call == nullptr || !m_errors.empty() || registry.override() != nullptr) {
        return false;
    }
    try {
        DirectWriter writer(m_protocol, out);
        DirectWriting writing{writer, registry, registry.hasReducers()};
        writer.beginTuple(3);
        writer.number(m_task.job);
        writer.number(m_task.chunk);
        writer.beginTuple(2);
        writer.boolean(true);
        m_call->batch->writeResults(writing);
        writer.endTuple(2);
        writer.endTuple(3);
        return writer.finish();
    } catch (...) { // a hook has thrown, and will do so again
        return false;
    }
}

Result<void> ChunkServer::writeByValues(Buffer& out)
{
    m_answers.clear();
    ChunkAnswer answer;
    answer.errors = m_errors;
    if (m_call != nullptr) {
        answer.results = m_call->batch->takeResults();
    } else {
        answer.results = std::make_unique<ValueItems>(nullptr, std::vector<Value>(m_errors.size()));
    }
    const Value message = answerMessage(m_answers, m_task, answer, m_catalogue.registry());
    return writeMessage(m_writer, message, out, m_place);
}

} // namespace poolscope
