// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The ring itself, and ends that lie in the memory that both see.

#include "core/transport/ring.h"

#include "channels.h"

#include <random>
#include <thread>

#include <sys/uio.h>

namespace poolscope {
namespace {

struct Ring {
    std::shared_ptr<void> memory = ringMemory();
    RingPlaces& places = *new (memory.get()) RingPlaces;
    RingWriter writer{memory.get()};
    RingReader reader{memory.get()};

    Moved give(std::string_view bytes)
    {
        const iovec part{const_cast<char*>(bytes.data()), bytes.size()};
        return writer.give(&part, 1);
    }
    std::string take(std::size_t count)
    {
        std::string bytes(count, '\0');
        bytes.resize(reader.take(bytes.data(), count).bytes);
        return bytes;
    }
};

TEST(Ring, givesBackWhatWasGivenPastItsEnd)
{
    Ring ring;
    std::mt19937 random(3);
    const std::string all = patternOf(5 * ringCapacity, 9);
    std::size_t given = 0;
    std::string taken;
    while (taken.size() < all.size()) {
        const std::size_t size = std::min<std::size_t>(random() % 70'000, all.size() - given);
        given += ring.give(std::string_view(all).substr(given, size)).bytes;
        taken += ring.take(random() % 70'000);
    }
    EXPECT_TRUE(taken == all);
}

TEST(Ring, takesWhatThereIsRoomForAndNoMore)
{
    Ring ring;
    EXPECT_EQ(ring.give(std::string(ringCapacity + 10, 'x')).bytes, ringCapacity);
    EXPECT_EQ(ring.give("y").state, Moved::State::Again);
    EXPECT_EQ(ring.take(4), "xxxx");
    EXPECT_EQ(ring.give("yyyyy").bytes, 4u);
}

TEST(Ring, nothingOfAStepThatWasNotPublishedIsSeen)
{
    Ring ring; // as a writer that is killed between copying and publishing leaves it
    std::memcpy(static_cast<char*>(ring.memory.get()) + sizeof(RingPlaces), "half", 4);
    EXPECT_FALSE(ring.reader.holdsBytes());
    char byte = 0;
    EXPECT_EQ(ring.reader.take(&byte, 1).state, Moved::State::Again);
}

TEST(Ring, aWriterThatClaimsMoreThanTheRingHoldsIsFoundOut)
{
    for (const std::uint64_t lie :
         {std::uint64_t{ringCapacity + 1}, std::uint64_t{1} << 40, ~std::uint64_t{0}}) {
        Ring ring;
        ring.places.written = lie;
        std::string bytes(2 * ringCapacity, '\0');
        EXPECT_EQ(ring.reader.take(bytes.data(), bytes.size()).state, Moved::State::End) << lie;
    }
}

TEST(Ring, aReaderThatClaimsToHaveTakenWhatItCouldNotIsFoundOut)
{
    for (const std::uint64_t lie : {std::uint64_t{ringCapacity + 1}, ~std::uint64_t{0}}) {
        Ring ring;
        ASSERT_EQ(ring.give(std::string(ringCapacity, 'x')).bytes, ringCapacity);
        ring.places.taken = lie;
        EXPECT_EQ(ring.give("y").state, Moved::State::End) << lie;
    }
}

TEST(Ring, aWorkerThatLiesInTheMemoryEndsItsOwnChannelOnly)
{
    std::mt19937_64 random(11);
    for (int round = 0; round < 300; ++round) {
        auto ends = makeSocketPair();
        const auto memory = ringMemory();
        auto parent = makeRingChannel(std::move(ends->first), memory, RingSide::Parent);
        parent->send(headOf("", "work"), "", "work");
        for (int lies = 0; lies < 20; ++lies) { // anywhere, and in the places most of all
            const std::size_t at =
                lies % 2 == 0 ? random() % sizeof(RingPlaces) : random() % ringMemorySize();
            static_cast<unsigned char*>(memory.get())[at] = static_cast<unsigned char>(random());
            const std::size_t back = ringMemorySize() / 2 + random() % sizeof(RingPlaces);
            static_cast<unsigned char*>(memory.get())[back] = static_cast<unsigned char>(random());
        }
        Frame frame;
        for (int i = 0; i < 100 && parent->receive(frame) != Progress::Closed; ++i) {
        }
        parent->send(headOf("", "more"), "", "more");
        parent->flush(); // whatever they say: no crash, no endless loop
        EXPECT_LT(frame.bytes.capacity(), std::size_t{4} << 20);
    }
}

TEST(Ring, aWriterAndAReaderAtFullSpeedLoseNothing)
{
    auto ends = makeSocketPair();
    const auto memory = ringMemory();
    auto parent = makeRingChannel(std::move(ends->first), memory, RingSide::Parent);
    auto worker = makeRingChannel(std::move(ends->second), memory, RingSide::Worker);
    constexpr std::uint32_t count = 200'000;
    std::jthread echo([&] {
        Frame frame;
        for (std::uint32_t i = 0; i < count; ++i) {
            ASSERT_TRUE(worker->waitReadable() && worker->receiveAll(frame));
            ASSERT_EQ(frame.head.serial, i);
            ASSERT_TRUE(worker->sendAll(frame.head, {}, frame.payload()));
        }
        ASSERT_TRUE(worker->flushAll());
    });
    Frame frame;
    std::uint32_t sent = 0;
    for (std::uint32_t received = 0; received < count;) {
        while (sent < count && !parent->sending()) {
            FrameHead head = headOf("", "payload");
            head.serial = sent++;
            ASSERT_NE(parent->send(head, "", "payload"), Progress::Closed);
        }
        parent->flush();
        Progress progress = parent->receive(frame);
        for (; progress == Progress::Done; progress = parent->receive(frame)) {
            ASSERT_EQ(frame.head.serial, received++);
            ASSERT_EQ(frame.payload(), "payload");
        }
        ASSERT_NE(progress, Progress::Closed);
        if (received < count && (sent == count || parent->sending())) {
            waitForNews(*parent);
        }
    }
}

} // namespace
} // namespace poolscope
