// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/shared_memory.h"
#include "core/transport/transport.h"

#include <algorithm>
#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <gtest/gtest.h>

namespace poolscope {
namespace {

Descriptor copyOf(int fd) { return Descriptor(::fcntl(fd, F_DUPFD_CLOEXEC, 0)); }

TEST(SharedMemory, beginsZeroed)
{
    const auto memory = SharedMemory::create(4096);
    ASSERT_TRUE(memory);
    const auto* bytes = static_cast<const char*>((*memory)->data());
    EXPECT_TRUE(std::all_of(bytes, bytes + 4096, [](char byte) { return byte == 0; }));
}

TEST(SharedMemory, isTheSameWhenOpenedAgain)
{
    const auto memory = SharedMemory::create(100);
    ASSERT_TRUE(memory);
    const auto other = SharedMemory::open(copyOf((*memory)->descriptor()), 100);
    ASSERT_TRUE(other);
    std::strcpy(static_cast<char*>((*memory)->data()), "hello");
    EXPECT_STREQ(static_cast<const char*>((*other)->data()), "hello");
}

TEST(SharedMemory, cannotBeShrunkGrownOrUnsealed)
{
    const auto memory = SharedMemory::create(4096);
    ASSERT_TRUE(memory);
    EXPECT_NE(::ftruncate((*memory)->descriptor(), 10), 0);
    EXPECT_NE(::ftruncate((*memory)->descriptor(), 10'000), 0);
    EXPECT_NE(::fcntl((*memory)->descriptor(), F_ADD_SEALS, F_SEAL_WRITE), 0);
}

TEST(SharedMemory, closesOnExec)
{
    const auto memory = SharedMemory::create(1);
    ASSERT_TRUE(memory);
    EXPECT_EQ(::fcntl((*memory)->descriptor(), F_GETFD), FD_CLOEXEC);
}

TEST(SharedMemory, refusesAnotherSize)
{
    const auto memory = SharedMemory::create(4096);
    ASSERT_TRUE(memory);
    const auto other = SharedMemory::open(copyOf((*memory)->descriptor()), 8192);
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().text,
              "The shared memory that was given has 4096 bytes where 8192 were expected.");
}

TEST(SharedMemory, refusesWhatIsNotSealed)
{
    Descriptor fd(::memfd_create("unsealed", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    ASSERT_EQ(::ftruncate(fd.get(), 64), 0);
    EXPECT_FALSE(SharedMemory::open(copyOf(fd.get()), 64));
    EXPECT_FALSE(SharedMemory::open(std::move(fd)));
}

TEST(SharedMemory, refusesWhatIsNoMemory)
{
    auto ends = makeSocketPair();
    EXPECT_FALSE(SharedMemory::open(std::move(ends->first), 64));
    EXPECT_FALSE(SharedMemory::open(Descriptor(), 64));
}

TEST(SharedMemory, refusesNothing)
{
    const auto memory = SharedMemory::create(0);
    ASSERT_FALSE(memory);
    EXPECT_EQ(memory.error().kind, "OSError");
}

} // namespace
} // namespace poolscope
