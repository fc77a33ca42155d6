// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Two connected ends, in this process and in others; ends that were closed or killed; and an other
// end that lies.

#include "by_hand.h"

#include "core/process/parcel.h"

#include <csignal>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>

namespace poolscope {
namespace {

using namespace std::chrono_literals;

TEST_F(ByHand, objectsGoThroughAPipeAndBack)
{
    auto pipe = *Pipe::make();
    const auto process = started(roles.echoes(), pipe.second);
    ASSERT_TRUE(pipe.first.send(std::vector<std::string>{"a", "", "ü"}));
    EXPECT_EQ(*pipe.first.recv<std::vector<std::string>>(),
              (std::vector<std::string>{"a", "", "ü"}));
    Document document;
    ASSERT_TRUE(pipe.first.sendValue(document.tuple({document.integer(std::int64_t{7})})));
    const auto value = pipe.first.recvValue();
    ASSERT_TRUE(value);
    EXPECT_EQ(value->value[0].int64(), 7);
}

TEST_F(ByHand, bytesOfAnySizeGoThroughWhole)
{
    auto pipe = *Pipe::make();
    const auto process = started(roles.echoes(), pipe.second);
    for (const std::size_t size : {0ul, 1ul, 65519ul, 65520ul, 65521ul, 65536ul, 30'000'001ul}) {
        const std::string bytes(size, static_cast<char>('a' + size % 26));
        ASSERT_TRUE(pipe.first.sendBytes(bytes));
        const auto back = pipe.first.recvBytes();
        ASSERT_TRUE(back) << size;
        EXPECT_TRUE(back->view() == bytes) << size;
    }
}

TEST_F(ByHand, pollSaysWhetherThereIsSomethingToTake)
{
    auto pipe = *Pipe::make();
    EXPECT_FALSE(*pipe.first.poll());
    EXPECT_FALSE(*pipe.first.poll(2ms));
    ASSERT_TRUE(pipe.second.sendBytes("x"));
    EXPECT_TRUE(*pipe.first.poll());
    ASSERT_TRUE(pipe.first.recvBytes());
    EXPECT_FALSE(*pipe.first.poll());
    pipe.second.close();
    EXPECT_TRUE(*pipe.first.poll()); // the end counts
}

TEST_F(ByHand, whatWasSentBeforeTheEndIsReadBeforeIt)
{
    auto pipe = *Pipe::make();
    ASSERT_TRUE(pipe.second.send(std::int64_t{1}));
    ASSERT_TRUE(pipe.second.sendBytes(std::string(100'000, 'x')));
    pipe.second.close();
    EXPECT_EQ(*pipe.first.recv<std::int64_t>(), 1);
    EXPECT_EQ(pipe.first.recvBytes()->size(), 100'000u);
    EXPECT_EQ(pipe.first.recvBytes().error().kind, "EOFError");
    EXPECT_EQ(pipe.first.sendBytes("x").error().kind, "BrokenPipeError");
}

TEST_F(ByHand, aKilledPeerIsAnEnd)
{
    auto pipe = *Pipe::make();
    const auto process = started(roles.echoes(), pipe.second);
    pipe.second.close(); // now only the process has it
    ASSERT_TRUE(pipe.first.sendBytes("are you there"));
    ASSERT_TRUE(pipe.first.recvBytes());
    process->kill();
    EXPECT_EQ(pipe.first.recvBytes().error().kind, "EOFError");
    EXPECT_EQ(pipe.first.sendBytes("x").error().kind, "BrokenPipeError");
}

TEST_F(ByHand, anEndedPeerIsAnEnd)
{
    auto pipe = *Pipe::make();
    const auto process = started(roles.waits(), pipe.second);
    pipe.second.close();
    ASSERT_TRUE(pipe.first.sendBytes("go"));
    EXPECT_EQ(pipe.first.recvBytes().error().kind, "EOFError");
}

TEST_F(ByHand, aOneWayPipeGoesOneWay)
{
    auto pipe = *Pipe::make(false);
    ASSERT_TRUE(pipe.second.sendBytes("x"));
    EXPECT_TRUE(pipe.first.recvBytes());
    EXPECT_EQ(pipe.first.sendBytes("x").error().text, "This end of the connection only receives.");
    EXPECT_EQ(pipe.second.recvBytes().error().text, "This end of the connection only sends.");
    EXPECT_FALSE(pipe.second.poll());
    const auto process = started(roles.echoes(), pipe.second); // knows it there too, and ends
    process->join();
    EXPECT_EQ(process->exitCode(), 0);
}

TEST_F(ByHand, aClosedEndIsAnError)
{
    auto pipe = *Pipe::make();
    Connection copy = pipe.first;
    pipe.first.close();
    EXPECT_TRUE(copy.closed());
    EXPECT_EQ(copy.sendBytes("x").error().kind, "OSError");
    EXPECT_FALSE(copy.recvBytes());
    EXPECT_FALSE(copy.poll());
    Process process(starter, catalogue, roles.echoes(), copy);
    const auto done = process.start();
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, "PicklingError");
}

TEST_F(ByHand, anObjectOfAnotherTypeIsAnErrorAndTheNextOneComes)
{
    auto pipe = *Pipe::make();
    ASSERT_TRUE(pipe.second.send(std::string("seven")));
    ASSERT_TRUE(pipe.second.sendBytes("\x80\x05 no pickle"));
    ASSERT_TRUE(pipe.second.send(std::int64_t{7}));
    EXPECT_EQ(pipe.first.recv<std::int64_t>().error().kind, "UnpicklingError");
    EXPECT_EQ(pipe.first.recvValue().error().kind, "UnpicklingError");
    EXPECT_EQ(*pipe.first.recv<std::int64_t>(), 7);
}

TEST_F(ByHand, aConnectionCannotBePickledElsewhere)
{
    const auto pipe = *Pipe::make();
    Buffer bytes;
    const auto done =
        pickle(std::tuple<std::int64_t, Connection>(1, pipe.first), catalogue.registry(), bytes);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, "PicklingError");
    EXPECT_EQ(done.error().path, "[1]");
    EXPECT_NE(done.error().text.find("Connection objects can only be given to a Process"),
              std::string::npos)
        << done.error().text;
    auto other = *Pipe::make();
    EXPECT_FALSE(other.first.send(pipe.first));
}

// ---- an other end that lies -----------------------------------------------------------------------

struct Head {
    std::uint32_t magic = 0x50535051;
    std::uint32_t beside = 0;
    std::uint64_t size = 0;
};

std::string raw(const Head& head, std::string_view rest = {})
{
    std::string packet(sizeof head, '\0');
    std::memcpy(packet.data(), &head, sizeof head);
    return packet.append(rest);
}

/// The kind of error that a packet as it is sent here gives at the other end.
std::string kindOf(const std::string& packet, std::vector<int> descriptors = {})
{
    auto pipe = *Pipe::make();
    EXPECT_EQ(sendPacket(pipe.second.descriptor(), packet, descriptors), 0);
    const auto got = pipe.first.recvBytes();
    EXPECT_TRUE(pipe.second.sendBytes("next"));
    EXPECT_EQ(pipe.first.recvBytes()->view(), "next");
    return got ? "" : got.error().kind;
}

Descriptor memory(std::string_view bytes, int seals)
{
    Descriptor fd(::memfd_create("test", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    EXPECT_EQ(::write(fd.get(), bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
    EXPECT_EQ(::fcntl(fd.get(), F_ADD_SEALS, seals), 0);
    return fd;
}

TEST(Parcel, thatLiesIsAnErrorAndTheNextOneComes)
{
    EXPECT_EQ(kindOf("short"), "OSError");
    EXPECT_EQ(kindOf(raw({1, 0, 0})), "OSError");
    EXPECT_EQ(kindOf(raw({0x50535051, 0, 5}, "four")), "OSError");
    EXPECT_EQ(kindOf(raw({0x50535051, 0, 3}, "four")), "OSError");
    EXPECT_EQ(kindOf(raw({0x50535051, 0, ~0ull}, "x")), "OSError");
    EXPECT_EQ(kindOf(raw({0x50535051, 1, 4})), "OSError");
    EXPECT_EQ(kindOf(raw({0x50535051, 2, 4}, "four")), "OSError");
    EXPECT_EQ(kindOf(raw({0x50535051, 0, 4}, "four")), "");
}

TEST(Parcel, whoseMemoryLiesIsAnError)
{
    constexpr int all = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL;
    const Descriptor good = memory("four", all);
    const Descriptor unsealed = memory("four", F_SEAL_SHRINK | F_SEAL_GROW);
    const Head four{0x50535051, 1, 4};
    EXPECT_EQ(kindOf(raw(four), {good.get()}), "");
    EXPECT_EQ(kindOf(raw(four), {unsealed.get()}), "OSError");
    EXPECT_EQ(kindOf(raw(four), {0}), "OSError");
    EXPECT_EQ(kindOf(raw(four), {good.get(), good.get()}), "OSError");
    EXPECT_EQ(kindOf(raw(four, "more"), {good.get()}), "OSError");
    EXPECT_EQ(kindOf(raw({0x50535051, 1, 5}), {good.get()}), "OSError");
    EXPECT_EQ(kindOf(raw({0x50535051, 0, 4}, "four"), {good.get()}), "OSError");
}

TEST(Parcel, withAHoleInItsMemoryTakesNoMemoryHere)
{
    constexpr int all = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL;
    Descriptor hole(::memfd_create("test", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    ASSERT_EQ(::ftruncate(hole.get(), off_t{1} << 32), 0);
    ASSERT_EQ(::fcntl(hole.get(), F_ADD_SEALS, all), 0);
    EXPECT_EQ(kindOf(raw({0x50535051, 1, std::uint64_t{1} << 32}), {hole.get()}), "OSError");
}

} // namespace
} // namespace poolscope
