// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/base.h"

#include <fcntl.h>

#include <gtest/gtest.h>

namespace poolscope {
namespace {

bool isOpen(int fd) { return ::fcntl(fd, F_GETFD) >= 0; }

Descriptor opened() { return Descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC)); }

TEST(Descriptor, closesWhatItOwns)
{
    int fd = -1;
    {
        const Descriptor owner = opened();
        fd = owner.get();
        ASSERT_TRUE(isOpen(fd));
    }
    EXPECT_FALSE(isOpen(fd));
}

TEST(Descriptor, isNoneByDefault)
{
    const Descriptor none;
    EXPECT_FALSE(none);
    EXPECT_EQ(none.get(), -1);
}

TEST(Descriptor, movesAndLeavesNone)
{
    Descriptor first = opened();
    const int fd = first.get();
    Descriptor second(std::move(first));
    EXPECT_EQ(second.get(), fd);
    EXPECT_FALSE(first); // NOLINT: what is left after a move is part of the contract
    EXPECT_TRUE(isOpen(fd));
}

TEST(Descriptor, closesTheOldOneWhenAssigned)
{
    Descriptor kept = opened();
    const int old = kept.get();
    Descriptor other = opened();
    const int fd = other.get();
    kept = std::move(other);
    EXPECT_FALSE(isOpen(old));
    EXPECT_EQ(kept.get(), fd);
    EXPECT_TRUE(isOpen(fd));
}

TEST(Descriptor, releasesWithoutClosing)
{
    Descriptor owner = opened();
    const int fd = owner.release();
    EXPECT_FALSE(owner);
    EXPECT_TRUE(isOpen(fd));
    ::close(fd);
}

} // namespace
} // namespace poolscope
