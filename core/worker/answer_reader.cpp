// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/worker/answer_reader.h"

#include <algorithm>

namespace poolscope {

namespace {

constexpr std::size_t firstRow = 32; ///< results; each row of a call is twice as long as the last,
constexpr std::size_t longestRow = 2048; ///< up to this
constexpr std::size_t largeResult =
    4096; ///< bytes: from here on they are looked at where they came

bool readHead(DirectReader& in, const AnswerTo& to)
{
    std::int64_t job = 0;
    std::int64_t chunk = 0;
    bool allWell = false;
    return in.begin() && in.beginTuple(3) && in.integer(job) && in.integer(chunk) &&
           static_cast<std::uint64_t>(job) == to.job &&
           static_cast<std::uint64_t>(chunk) == to.chunk && in.beginTuple(2) &&
           in.boolean(allWell) && allWell;
}

} // namespace

Result<ChunkAnswer> AnswerReader::read(Buffer& bytes, std::size_t skip, const AnswerTo& to,
                                       const Callable& callable, const Registry& registry,
                                       FrameBuffers beside)
{
    ChunkAnswer answer;
    if (readTyped(bytes.view().substr(skip), to, callable, registry, answer)) {
        return answer;
    }
    return readAnswer(std::exchange(bytes, Buffer()), skip, to, std::move(beside));
}

Result<ChunkAnswer> AnswerReader::read(std::string_view payload, const AnswerTo& to,
                                       const Callable& callable, const Registry& registry)
{
    ChunkAnswer answer;
    if (readTyped(payload, to, callable, registry, answer)) {
        return answer;
    }
    Buffer copy;
    copy.append(payload);
    return readAnswer(std::move(copy), 0, to);
}

bool AnswerReader::readTyped(std::string_view payload, const AnswerTo& to, const Callable& callable,
                             const Registry& registry, ChunkAnswer& answer)
{
    if (payload.size() / std::max<std::size_t>(to.tasks, 1) >= largeResult) {
        return false;
    }
    Row& row = rowFor(to, callable);
    if (!row.items) {
        return false;
    }
    try {
        const std::size_t offset = row.items->size();
        DirectReader in(payload);
        DirectReading reading{in, registry};
        if (!readHead(in, to) || !row.items->read(reading, to.tasks)) {
            return false;
        }
        if (!in.endTuple(2) || !in.endTuple(3) || !in.end()) {
            row.items.reset(); // what it added is nobody's
            return false;
        }
        answer.results = ItemsPart(row.items, offset, to.tasks);
        if (row.items->room() == 0) {
            row.items.reset(); // whoever looks at it keeps it
        }
        return true;
    } catch (...) { // a hook threw while it read
        row.items.reset();
        return false;
    }
}

AnswerReader::Row& AnswerReader::rowFor(const AnswerTo& to, const Callable& callable)
{
    auto row = std::find_if(m_rows.begin(), m_rows.end(),
                            [&](const Row& known) { return known.job == to.job; });
    if (row == m_rows.end()) {
        row = m_rows.begin() + static_cast<std::ptrdiff_t>(m_nextRow++ % m_rows.size());
        *row = {to.job, 0, nullptr};
    }
    if (!row->items || row->items->room() < to.tasks) {
        row->capacity = std::clamp(2 * row->capacity, firstRow, longestRow);
        const bool alone = 4 * to.tasks > row->capacity;
        row->items = callable.resultRow(alone ? to.tasks : row->capacity);
    }
    return *row;
}

} // namespace poolscope
