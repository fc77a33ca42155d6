// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/dispatch/chunk.h"

namespace poolscope {

Chunk Chunk::part(std::uint32_t begin, std::uint32_t size) const
{
    Chunk piece = *this;
    piece.offset += begin;
    piece.first += begin;
    piece.count = size;
    return piece;
}

namespace {

void addPart(std::vector<Chunk>& chunks, const Chunk& whole, std::uint32_t begin, std::uint32_t end)
{
    if (begin < end) {
        Chunk piece = whole.part(begin, end - begin);
        ++piece.attempt;
        chunks.push_back(std::move(piece));
    }
}

} // namespace

Loss assessLoss(const Chunk& chunk, std::uint32_t serial, const StatusPage& page)
{
    Loss loss;
    const bool begun = page.chunk.load(std::memory_order_acquire) == serial;
    const auto task = page.task.load(std::memory_order_acquire);
    const auto finished = page.finished.load(std::memory_order_acquire);
    if (!begun) {
        loss.again.push_back(chunk);
        return loss;
    }
    loss.finished = static_cast<std::uint32_t>(std::min<std::uint64_t>(finished, chunk.count));
    if (task != StatusPage::idle && task < chunk.count && task >= finished) {
        const auto taken = static_cast<std::uint32_t>(task);
        loss.taken = taken;
        addPart(loss.again, chunk, 0, taken);
        addPart(loss.again, chunk, taken + 1, chunk.count);
        return loss;
    }
    if (chunk.count == 1 && chunk.attempt + 1 >= unblamedAttempts) {
        loss.taken = 0;
        return loss;
    }
    for (std::uint32_t i = 0; i < chunk.count; ++i) {
        addPart(loss.again, chunk, i, i + 1);
    }
    return loss;
}

} // namespace poolscope
