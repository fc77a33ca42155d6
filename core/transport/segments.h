// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Large buffers beside a frame: the sender copies them into a segment of shared memory, and who
// receives them looks at them there. A segment is used again when the receiver has let go of it,
// since fresh memory is several times dearer. Of a segment nothing is believed but that its size is
// sealed: what lies in it is opaque, and places are checked against that size.

#include "core/transport/shared_memory.h"
#include "core/transport/transport.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace poolscope {

/// Where a buffer lies in a segment. Bytes.
struct BufferPlace {
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
};

inline constexpr std::size_t segmentSlots = 4; ///< segments that one end keeps
/// Larger ones are used once and go: memory that lies idle is bounded.
inline constexpr std::size_t largestWarm = std::size_t{128} << 20;

/// The sender's segments.
class SegmentsOut final {
public:
    struct Placed {
        std::uint32_t slot = 0;
        std::vector<BufferPlace> places;
        std::shared_ptr<SharedMemory> fresh; ///< where the other end does not know it yet
    };
    /// Copies the buffers, side by side, into one segment, which the other end holds from now on.
    /// None where all are held or there is no memory.
    std::optional<Placed> place(std::span<const std::string_view> buffers);
    /// The other end will not hear of it.
    void takeBack(const Placed& placed);
    /// It was told: what is too large to be kept is its alone.
    void letGo(const Placed& placed);

private:
    std::optional<std::size_t> slotFor(std::size_t size) const;

    std::array<std::shared_ptr<SharedMemory>, segmentSlots> m_segments;
};

/// The receiver's view of them.
class SegmentsIn final {
public:
    /// A segment that came; what is none is dropped.
    void adopt(Descriptor segment);
    /// Views of the buffers, for as long as `kept` is there. False where there is no such segment or
    /// a place is not in it.
    bool hold(std::uint32_t slot, std::span<const BufferPlace> places, FrameBuffers& buffers);

private:
    std::array<std::shared_ptr<SharedMemory>, segmentSlots> m_segments;
};

} // namespace poolscope
