// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What a traced process writes, as plain values: README.md has every byte of it. Part of the door of
// core/trace, since TracedPool is made of them and hands on a TraceLine::Culprit as it was told.

#include "core/base/base.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poolscope {

/// ns of CLOCK_MONOTONIC: no machine runs for so long. What is later is not told, so that times can be
/// taken from each other.
constexpr std::uint64_t mostTraceTime = std::uint64_t{1} << 60;

struct TraceRecord {
    enum class Kind : std::uint8_t { Sent = 1, Chunk, Received };
    static constexpr std::uint8_t taskFailed = 1, picklingFailed = 2;

    Kind kind = Kind::Sent;
    std::uint8_t flags = 0;
    std::uint16_t pool = 0;
    std::uint32_t job = 0, index = 0;
    std::uint32_t count = 0;     ///< tasks; 0: not known
    std::uint64_t begin = 0;     ///< ns of CLOCK_MONOTONIC
    std::uint64_t bytes = 0;     ///< of the message sent, taken or received
    std::uint64_t answer = 0;    ///< bytes, of a chunk's
    std::array<float, 6> step{}; ///< ns, one after the other from `begin`
};
static_assert(sizeof(TraceRecord) == 64);

/// What a worker is at, or was at when it died.
struct HeldChunk {
    bool held = false;
    std::uint32_t job = 0, index = 0, count = 0;
    std::uint64_t since = 0; ///< ns of CLOCK_MONOTONIC
};

/// What happens seldom. Fields that `what` does not have are empty.
struct TraceLine {
    enum class What : std::uint8_t {
        Process, Pool, Call, CallEnd, Worker, WorkerExit, PickleFailed, PoolEnd, NotTraced
    };
    struct Culprit {
        std::string path, type;
        std::optional<std::uint64_t> bytes; ///< of what lies beside a culprit; a culprit has none
    };
    What what = What::Process;
    std::uint64_t at = 0; ///< ns of CLOCK_MONOTONIC
    std::uint32_t pid = 0, parent = 0;
    std::uint16_t pool = 0;
    std::uint32_t job = 0, index = 0;
    std::uint32_t workers = 0;
    std::int32_t exitCode = 0; ///< negative: a signal
    std::string kind, startMethod, api, function, site, direction, error, why;
    std::optional<std::uint64_t> items, chunksize;
    std::optional<std::uint32_t> continues; ///< the first job of the call that goes on with this one
    std::vector<Culprit> culprits;
    std::vector<std::string> cures;
};

/// The line as it stands in a file, or none where it is no such line.
std::optional<TraceLine> traceLineOf(const std::string& text);

} // namespace poolscope
