// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/base.h"

#include <gtest/gtest.h>

#include <array>

#include <sys/mman.h>

namespace poolscope {
namespace {

/// A byte with descriptors, there and back.
class Passing : public testing::Test {
protected:
    Passing()
    {
        std::array<int, 2> both{-1, -1};
        EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, both.data()), 0);
        m_ends = {Descriptor(both[0]), Descriptor(both[1])};
    }
    void send(std::span<const int> descriptors)
    {
        alignas(cmsghdr) std::array<char, passingRoom(8)> control{};
        iovec part{&m_byte, 1};
        msghdr message{};
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        message.msg_control = control.data();
        passDescriptors(message, descriptors);
        EXPECT_EQ(::sendmsg(m_ends[0].get(), &message, 0), 1);
    }
    std::vector<Descriptor> receive(std::size_t most)
    {
        alignas(cmsghdr) std::array<char, passingRoom(8)> control{};
        iovec part{&m_byte, 1};
        msghdr message{};
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        EXPECT_EQ(::recvmsg(m_ends[1].get(), &message, MSG_CMSG_CLOEXEC), 1);
        std::vector<Descriptor> descriptors;
        takeDescriptors(message, descriptors, most);
        return descriptors;
    }

private:
    std::array<Descriptor, 2> m_ends;
    char m_byte = 'x';
};

TEST_F(Passing, descriptorsComeWithOwnersOfTheirOwn)
{
    const Descriptor memory = unnamedMemory();
    ASSERT_EQ(::write(memory.get(), "poolscope", 9), 9);
    const std::array<int, 2> both{memory.get(), memory.get()};
    send(both);
    const auto came = receive(8);
    ASSERT_EQ(came.size(), 2u);
    std::array<char, 9> text{};
    EXPECT_EQ(::pread(came[1].get(), text.data(), text.size(), 0), 9);
    EXPECT_EQ(std::string(text.data(), text.size()), "poolscope");
    EXPECT_NE(came[0].get(), memory.get());
}

TEST_F(Passing, thosePastTheMostAreClosed)
{
    const Descriptor next = unnamedMemory(); // the lowest number that is free is the next one's
    const int lowest = Descriptor(::dup(next.get())).get();
    const std::array<int, 3> three{next.get(), next.get(), next.get()};
    send(three);
    EXPECT_EQ(receive(1).size(), 1u);
    EXPECT_EQ(Descriptor(::dup(next.get())).get(), lowest);
}

TEST(SealedMemory, keepsItsSizeOrAllOfIt)
{
    const Descriptor size = unnamedMemory();
    ASSERT_EQ(::ftruncate(size.get(), 100), 0);
    EXPECT_FALSE(isSealed(size, sealedSize));
    EXPECT_TRUE(seal(size, sealedSize));
    EXPECT_TRUE(isSealed(size, sealedSize));
    EXPECT_FALSE(isSealed(size, sealedBytes));
    EXPECT_NE(::ftruncate(size.get(), 10), 0);
    EXPECT_EQ(::pwrite(size.get(), "x", 1, 0), 1);
    EXPECT_FALSE(seal(size, sealedBytes)) << "no seal comes later";
    const Descriptor bytes = unnamedMemory();
    ASSERT_EQ(::pwrite(bytes.get(), "x", 1, 0), 1);
    EXPECT_TRUE(seal(bytes, sealedBytes));
    EXPECT_LT(::pwrite(bytes.get(), "y", 1, 0), 0);
}

TEST(SealedMemory, isNoneOfWhatCannotBeSealed)
{
    EXPECT_FALSE(isSealed(Descriptor(), sealedSize));
    EXPECT_FALSE(isSealed(Descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC)), sealedSize));
}

} // namespace
} // namespace poolscope
