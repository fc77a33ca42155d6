// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/dispatch/chunk.h"

#include <algorithm>
#include <limits>

namespace poolscope {

Chunk Chunk::part(std::uint32_t begin, std::uint32_t size) const
{
    Chunk piece = *this;
    piece.first += begin;
    piece.count = size;
    return piece;
}

namespace {

template <class T> void increment(T& counter)
{
    counter = static_cast<T>(counter + (counter == std::numeric_limits<T>::max() ? 0 : 1));
}

void addPart(std::vector<Chunk>& chunks, const Chunk& whole, std::uint32_t begin, std::uint32_t end)
{
    if (begin < end) {
        Chunk piece = whole.part(begin, end - begin);
        increment(piece.attempt);
        piece.misses = 0;
        piece.deaths = whole.count == 1 ? whole.deaths : std::uint16_t{0};
        chunks.push_back(piece);
    }
}

void addOneByOne(std::vector<Chunk>& chunks, const Chunk& whole)
{
    for (std::uint32_t i = 0; i < whole.count; ++i) {
        addPart(chunks, whole, i, i + 1);
    }
}

/// `task` ended its worker: it is run again while fewer than `allowed` workers died of it before.
void blame(Loss& loss, const Chunk& chunk, std::uint32_t task, int allowed)
{
    const int deaths = chunk.count == 1 ? chunk.deaths : 0;
    loss.culprit = task;
    addPart(loss.again, chunk, 0, task);
    if (deaths < allowed) {
        addPart(loss.again, chunk, task, task + 1);
        increment(loss.again.back().deaths);
    } else {
        loss.taken = task;
    }
    addPart(loss.again, chunk, task + 1, chunk.count);
}

/// The worker died before it took the chunk: that was hardly the chunk's doing, so it goes as it is,
/// but not for ever.
void missed(Loss& loss, const Chunk& chunk, const Ending& ending)
{
    if (chunk.misses < missedAttempts + ending.retries) {
        increment(loss.again.emplace_back(chunk).misses);
    } else if (chunk.count == 1) {
        loss.culprit = loss.taken = 0;
    } else {
        addOneByOne(loss.again, chunk);
    }
}

} // namespace

Loss assessLoss(const Chunk& chunk, std::uint32_t serial, const StatusPage& page,
                const Ending& ending)
{
    Loss loss;
    loss.stand = standOf(page, serial, chunk.count);
    if (loss.stand.stage == Stand::Stage::NotTaken) {
        missed(loss, chunk, ending);
        return loss;
    }
    loss.finished = static_cast<std::uint32_t>(
        std::min<std::uint64_t>(page.finished.load(std::memory_order_acquire), chunk.count));
    if (ending.overdue && *ending.overdue != loss.stand) {
        addPart(loss.again, chunk, 0, chunk.count);
    } else if (loss.stand.stage == Stand::Stage::Running) {
        blame(loss, chunk, static_cast<std::uint32_t>(loss.stand.task), ending.retries);
    } else if (chunk.count == 1) {
        blame(loss, chunk, 0, ending.retries + (ending.overdue ? 0 : unblamedAttempts - 1));
    } else {
        addOneByOne(loss.again, chunk);
    }
    return loss;
}

} // namespace poolscope
