// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/transport/segments.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <new>

namespace poolscope {

namespace {

/// The beginning of each segment.
struct SegmentHead {
    std::atomic<std::uint32_t> isHeld{0}; ///< by the receiver: the sender may not touch it
    std::uint32_t slot = 0;
};
static_assert(std::atomic<std::uint32_t>::is_always_lock_free);

constexpr std::size_t headSize = 4096; ///< so that the first buffer begins on a page
constexpr std::size_t alignment = 64;
constexpr std::size_t step = std::size_t{1} << 20;

SegmentHead& headOf(const SharedMemory& memory)
{
    return *static_cast<SegmentHead*>(memory.data());
}

bool isFree(const std::shared_ptr<SharedMemory>& memory)
{
    return memory == nullptr || headOf(*memory).isHeld.load(std::memory_order_acquire) == 0;
}

std::size_t roundUp(std::size_t size, std::size_t to) { return (size + to - 1) / to * to; }

} // namespace

/// The smallest that is large enough; otherwise a place for a new one: an empty slot, or the smallest.
std::optional<std::size_t> SegmentsOut::slotFor(std::size_t size) const
{
    std::optional<std::size_t> best;
    const auto sizeOf = [&](std::size_t slot) {
        return m_segments[slot] == nullptr ? 0 : m_segments[slot]->size();
    };
    for (std::size_t slot = 0; slot < segmentSlots; ++slot) {
        if (!isFree(m_segments[slot])) {
            continue;
        }
        const bool fits = sizeOf(slot) >= size;
        const bool bestFits = best && sizeOf(*best) >= size;
        if (!best || (fits && !bestFits) || (fits == bestFits && sizeOf(slot) < sizeOf(*best))) {
            best = slot;
        }
    }
    return best;
}

std::optional<SegmentsOut::Placed> SegmentsOut::place(std::span<const std::string_view> buffers)
{
    Placed placed;
    std::size_t size = headSize;
    for (const std::string_view buffer : buffers) {
        placed.places.push_back({size, buffer.size()});
        size += roundUp(buffer.size(), alignment);
    }
    const auto slot = slotFor(size);
    if (!slot) {
        return {};
    }
    placed.slot = static_cast<std::uint32_t>(*slot);
    std::shared_ptr<SharedMemory>& memory = m_segments[*slot];
    if (memory == nullptr || memory->size() < size) {
        memory = nullptr;
        auto made = SharedMemory::create(roundUp(size, step));
        if (!made) {
            return {};
        }
        memory = placed.fresh = std::move(*made);
        new (memory->data()) SegmentHead;
        headOf(*memory).slot = placed.slot;
    }
    char* const begin = static_cast<char*>(memory->data());
    for (std::size_t i = 0; i < buffers.size(); ++i) {
        if (!buffers[i].empty()) { // one without bytes may be nowhere
            std::memcpy(begin + placed.places[i].offset, buffers[i].data(), buffers[i].size());
        }
    }
    headOf(*memory).isHeld.store(1, std::memory_order_release);
    return placed;
}

void SegmentsOut::takeBack(const Placed& placed) { m_segments[placed.slot] = nullptr; }

void SegmentsOut::letGo(const Placed& placed)
{
    auto& memory = m_segments[placed.slot];
    memory = memory->size() > largestWarm ? nullptr : memory;
}

void SegmentsIn::adopt(Descriptor segment)
{
    auto memory = SharedMemory::open(std::move(segment));
    if (!memory || (*memory)->size() < headSize) {
        return;
    }
    const std::uint32_t slot = headOf(**memory).slot;
    if (slot < segmentSlots) {
        m_segments[slot] = std::move(*memory);
    }
}

bool SegmentsIn::hold(std::uint32_t slot, std::span<const BufferPlace> places,
                      FrameBuffers& buffers)
{
    if (slot >= segmentSlots || m_segments[slot] == nullptr) {
        return false;
    }
    auto memory = m_segments[slot];
    const std::string_view bytes(static_cast<const char*>(memory->data()), memory->size());
    for (const BufferPlace& place : places) {
        if (place.offset < headSize || place.offset > bytes.size() ||
            place.size > bytes.size() - place.offset) {
            return false;
        }
        buffers.views.push_back(bytes.substr(place.offset, place.size));
    }
    if (memory->size() > largestWarm) {
        m_segments[slot] = nullptr;
    }
    buffers.range = bytes;
    buffers.kept = std::shared_ptr<const void>(memory->data(), [memory](const void*) {
        headOf(*memory).isHeld.store(0, std::memory_order_release);
    });
    return true;
}

} // namespace poolscope
