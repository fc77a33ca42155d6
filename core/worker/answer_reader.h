// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The fast way back: results of a known type are read into a row that many answers share, so that
// an answer of one result needs no memory of its own. Answers that are unusual are kept as Values.

#include "core/worker/message.h"

#include <array>

namespace poolscope {

/// One for each thread that reads.
class AnswerReader final {
public:
    /// The answer that lies in `bytes` behind the first `skip`. Takes the bytes away only where its
    /// Values have to look into them. A job's number stands for its callable.
    /// `beside` are the buffers that came beside it.
    Result<ChunkAnswer> read(Buffer& bytes, std::size_t skip, const AnswerTo& to,
                             const Callable& callable, const Registry& registry,
                             FrameBuffers beside = {});
    /// The same of bytes that stay where they are: Values get a copy of them.
    Result<ChunkAnswer> read(std::string_view payload, const AnswerTo& to, const Callable& callable,
                             const Registry& registry);
    /// Later results lie in rows of their own: those before can go when nobody looks at them.
    void turnOver() { m_rows = {}; }

private:
    /// Where the results of a call go.
    struct Row {
        std::uint64_t job = ~std::uint64_t{0};
        std::size_t capacity = 0; ///< of the last one made
        std::shared_ptr<GrowingItems> items;
    };
    bool readTyped(std::string_view payload, const AnswerTo& to, const Callable& callable,
                   const Registry& registry, ChunkAnswer& answer);
    Row& rowFor(const AnswerTo& to, const Callable& callable);

    std::array<Row, 4> m_rows; ///< of calls that run side by side
    std::size_t m_nextRow = 0;
};

} // namespace poolscope
