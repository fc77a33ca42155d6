// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Buffers beside a frame: where they lie, when their memory is used again, and a sender that lies.

#include "core/transport/segments.h"
#include "core/transport/socket.h"

#include "channels.h"

#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sys/mman.h>

namespace poolscope {
namespace {

constexpr std::size_t mebi = std::size_t{1} << 20;

struct Segments : testing::Test {
    /// Sends a payload with buffers beside it, and receives it.
    void send(const std::vector<std::string_view>& buffers)
    {
        ASSERT_TRUE(ends.parent->place(buffers));
        ASSERT_EQ(ends.parent->send(headOf("", "payload"), "", "payload"), Progress::Done);
        ASSERT_EQ(ends.parent->flush(), Progress::Done);
        ASSERT_TRUE(ends.worker->receiveAll(frame)) << ends.worker->fault();
        EXPECT_EQ(frame.payload(), "payload");
    }
    static std::size_t descriptors()
    {
        using Walk = std::filesystem::directory_iterator;
        return static_cast<std::size_t>(std::distance(Walk("/proc/self/fd"), Walk()));
    }

    ChannelPair ends{Transport::Ring};
    Frame frame;
};

TEST_F(Segments, buffersComeBesideThePayloadAndArePiecesOfOneStretch)
{
    const std::string a(3 * mebi, 'a');
    const std::string b = "b";
    send({a, b, std::string_view()});
    ASSERT_EQ(frame.beside.views.size(), 3u);
    EXPECT_TRUE(frame.beside.views[0] == a);
    EXPECT_EQ(frame.beside.views[1], b);
    EXPECT_EQ(frame.beside.views[2], "");
    EXPECT_EQ(frame.beside.size(), a.size() + 1);
    EXPECT_EQ(frame.bytes.size(), 7 + 3 * sizeof(BufferPlace)) << "they are not in the ring";
}

TEST_F(Segments, theEndIsSeenBehindTheLastOnesOfWhoDied)
{
    const std::vector<std::string_view> buffers{"x"};
    ASSERT_TRUE(ends.parent->place(buffers));
    ASSERT_EQ(ends.parent->send(headOf("", "payload"), "", "payload"), Progress::Done);
    ends.parent->flush();
    ends.parent.reset();
    for (int i = 0; i < 4; ++i) {
        ends.worker->mayWait(); // takes what was in the socket, and its end, before the frame is read
    }
    ASSERT_EQ(ends.worker->receive(frame), Progress::Done);
    EXPECT_EQ(frame.beside.views.at(0), "x");
    EXPECT_EQ(ends.worker->receive(frame), Progress::Closed); // and does not look for ever
}

TEST_F(Segments, theNextFrameHasNone)
{
    send({"x"});
    ends.parent->send(headOf("", "plain"), "", "plain");
    ends.parent->flush();
    ASSERT_TRUE(ends.worker->receiveAll(frame));
    EXPECT_EQ(frame.payload(), "plain");
    EXPECT_TRUE(frame.beside.views.empty());
    EXPECT_EQ(frame.beside.kept, nullptr);
}

TEST_F(Segments, memoryIsUsedAgainWhenItWasLetGoAndNotBefore)
{
    send({std::string(2 * mebi, '1')});
    const FrameBuffers first = std::exchange(frame.beside, {});
    send({std::string(mebi, '2')});
    const FrameBuffers second = std::exchange(frame.beside, {});
    EXPECT_NE(first.range.data(), second.range.data());
    EXPECT_EQ(first.views[0][5], '1') << "it is held";
    const char* const where = first.range.data();
    const std::size_t open = descriptors();
    {
        const FrameBuffers gone = std::move(const_cast<FrameBuffers&>(first));
    }
    send({std::string(2 * mebi, '3')});
    EXPECT_EQ(frame.beside.range.data(), where);
    EXPECT_EQ(frame.beside.views[0][5], '3');
    EXPECT_EQ(second.views[0][5], '2');
    EXPECT_EQ(descriptors(), open);
}

TEST_F(Segments, whereAllAreHeldItSaysSo)
{
    std::vector<FrameBuffers> held;
    const std::string bytes(mebi, 'x');
    for (std::size_t i = 0; i < segmentSlots; ++i) {
        send({bytes});
        held.push_back(std::exchange(frame.beside, {}));
    }
    EXPECT_FALSE(ends.parent->place(std::vector<std::string_view>{bytes}));
    held.pop_back();
    send({bytes});
}

TEST_F(Segments, aLargerOneTakesThePlaceOfOneThatIsFree)
{
    for (std::size_t size = mebi; size <= 12 * mebi; size += mebi) {
        send({std::string(size, static_cast<char>('a' + size / mebi))});
        EXPECT_EQ(frame.beside.views[0].size(), size);
        EXPECT_EQ(frame.beside.views[0].back(), static_cast<char>('a' + size / mebi));
        frame.beside = {};
    }
}

TEST_F(Segments, veryLargeOnesGoWhenTheyWereLookedAt)
{
    const std::size_t before = descriptors();
    send({std::string(largestWarm + 1, 'x')});
    EXPECT_EQ(frame.beside.views[0].back(), 'x');
    frame.beside = {};
    EXPECT_EQ(descriptors(), before);
}

TEST_F(Segments, whatIsKeptOutlivesTheChannel)
{
    send({"still here"});
    const FrameBuffers kept = std::exchange(frame.beside, {});
    ends = ChannelPair(Transport::Ring);
    EXPECT_EQ(kept.views[0], "still here");
}

TEST(SegmentsOverAPipe, areNone)
{
    const ChannelPair ends(Transport::Pipe);
    EXPECT_FALSE(ends.parent->carriesBuffers());
    EXPECT_FALSE(ends.parent->place(std::vector<std::string_view>{"x"}));
}

// ---- a sender that lies ---------------------------------------------------------------------------

struct LyingSegments : testing::Test {
    /// A segment as a sender makes it, that says it is in this slot.
    static std::shared_ptr<SharedMemory> segment(std::uint32_t slot, std::size_t size = mebi)
    {
        auto memory = *SharedMemory::create(size);
        std::memcpy(static_cast<char*>(memory->data()) + 4, &slot, sizeof slot);
        return memory;
    }
    static Descriptor copyOf(int fd) { return Descriptor(::fcntl(fd, F_DUPFD_CLOEXEC, 0)); }
    bool holds(std::uint32_t slot, BufferPlace place)
    {
        FrameBuffers buffers;
        return in.hold(slot, std::vector<BufferPlace>{place}, buffers);
    }

    SegmentsIn in;
};

TEST_F(LyingSegments, placesOutsideOfTheSegmentAreRefused)
{
    in.adopt(copyOf(segment(1)->descriptor()));
    constexpr std::uint64_t most = ~std::uint64_t{0};
    EXPECT_TRUE(holds(1, {4096, mebi - 4096}));
    for (const BufferPlace place :
         {BufferPlace{4096, mebi - 4095}, BufferPlace{4095, 1}, BufferPlace{0, 1},
          BufferPlace{mebi + 1, 0}, BufferPlace{most, 1}, BufferPlace{4096, most},
          BufferPlace{most - 10, 20}}) {
        EXPECT_FALSE(holds(1, place)) << place.offset << " " << place.size;
    }
}

TEST_F(LyingSegments, slotsThatAreNoneAreRefused)
{
    in.adopt(copyOf(segment(segmentSlots)->descriptor()));
    in.adopt(copyOf(segment(~0u)->descriptor()));
    for (const std::uint32_t slot : {0u, 1u, 3u, 4u, ~0u}) {
        EXPECT_FALSE(holds(slot, {4096, 1})) << slot;
    }
}

TEST_F(LyingSegments, whatIsNoSealedMemoryIsDropped)
{
    auto ends = makeSocketPair();
    in.adopt(std::move(ends->first));
    in.adopt(Descriptor());
    Descriptor unsealed(::memfd_create("unsealed", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    ASSERT_EQ(::ftruncate(unsealed.get(), mebi), 0);
    in.adopt(std::move(unsealed));
    in.adopt(copyOf(segment(0, 100)->descriptor())); // too small for its own head
    EXPECT_FALSE(holds(0, {4096, 1}));
}

TEST_F(LyingSegments, aFrameThatTellsOfWhatIsNotThereIsAFault)
{
    FrameHead head = headOf("", "payload");
    head.segment = 1;
    head.buffers = 1;
    HalfChannel half;
    const BufferPlace place{4096, 10};
    half.say(&head, sizeof head);
    half.say(&place, sizeof place);
    half.say("payload", 7);
    Frame frame;
    EXPECT_EQ(receiveFrame(*half.channel, frame), Progress::Closed);
    EXPECT_EQ(half.channel->fault(), "A frame tells of buffers that are not there.");
}

TEST_F(LyingSegments, aFrameThatTellsOfVeryManyIsAFault)
{
    FrameHead head = headOf("", "");
    head.segment = 1;
    head.buffers = ~0u;
    HalfChannel half;
    half.say(&head, sizeof head);
    Frame frame;
    EXPECT_EQ(receiveFrame(*half.channel, frame), Progress::Closed);
    EXPECT_EQ(half.channel->fault(),
              "A frame announces 4294967295 buffers, more than the 65536 that are allowed.");
}

TEST_F(LyingSegments, descriptorsThatNobodyTakesAreClosed)
{
    ChannelPair ends(Transport::Ring);
    const auto memory = segment(0);
    const std::size_t before = Segments::descriptors();
    for (int i = 0; i < 100; ++i) {
        giveDescriptor(ends.worker->descriptor(), memory->descriptor());
    }
    ends.worker->send(headOf("", "x"), "", "x");
    ends.worker->flush();
    Frame frame;
    for (int i = 0; i < 200; ++i) { // each look at the socket takes one
        ends.parent->mayWait();
        ends.parent->receive(frame);
    }
    EXPECT_LE(Segments::descriptors(), before + 16);
}

} // namespace
} // namespace poolscope
