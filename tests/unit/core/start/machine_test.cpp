// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "children.h"

#include <algorithm>
#include <cstring>
#include <thread>

#include <sched.h>
#include <sys/mman.h>

#include <gtest/gtest.h>

namespace poolscope {
namespace {

TEST(Usage, growsWithTheMemoryInUse)
{
    constexpr std::size_t size = 32 << 20;
    const UsageMeter meter;
    const Usage before = meter.read();
    EXPECT_GT(before.rss, 0u);
    EXPECT_GE(before.maxRss, before.rss);
    void* memory =
        ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    ASSERT_NE(memory, MAP_FAILED);
    std::memset(memory, 1, size);
    const Usage during = meter.read();
    EXPECT_GE(during.rss, before.rss + size / 2);
    ::munmap(memory, size);
    const Usage after = meter.read();
    EXPECT_LT(after.rss, during.rss - size / 2);
    EXPECT_GE(after.maxRss, before.rss + size / 2);
    EXPECT_GE(after.cpuWait, before.cpuWait);
}

TEST(Usage, isTheSameWithoutAMeter)
{
    const Usage usage = ownUsage();
    EXPECT_GT(usage.rss, 0u);
    EXPECT_GE(usage.maxRss, usage.rss);
}

TEST(AvailableCpus, countsOnlyThoseThatAreAllowed)
{
    EXPECT_GE(availableCpus(), 1);
    std::jthread([] {
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(static_cast<std::size_t>(::sched_getcpu()), &one);
        ASSERT_EQ(::sched_setaffinity(0, sizeof one, &one), 0);
        EXPECT_EQ(availableCpus(), 1);
    }).join();
}

TEST(ProgramPath, isWhereThisProgramLies)
{
    EXPECT_EQ(std::filesystem::path(programPath()).parent_path(), programFolder());
    EXPECT_TRUE(std::filesystem::equivalent(programPath(), "/proc/self/exe"));
}

} // namespace
} // namespace poolscope
