// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/session/session.h"

#include <gtest/gtest.h>

namespace poolscope {
namespace {

RunPlan plan()
{
    RunPlan plan;
    plan.job = "power";
    plan.startMethod = "forkserver";
    plan.workers = 4;
    plan.chunksize = 256;
    return plan;
}

TEST(CommandText, saysTheJobItsParametersAndWhatIsNoDefault)
{
    EXPECT_EQ(commandText(plan(), {{"items", "1000000"}, {"n", "10"}}),
              "poolscope run power items=1000000 n=10 --workers 4 --chunksize 256");
}

TEST(CommandText, leavesAMeasuredChunkSizeToBeMeasuredAgain)
{
    RunPlan measured = plan();
    measured.chunksizeReason = "an item takes 2 µs";
    EXPECT_EQ(commandText(measured, {}), "poolscope run power --workers 4");
    measured.api = "imap";
    EXPECT_EQ(commandText(measured, {}),
              "poolscope run power --workers 4 --chunksize auto --api imap");
}

TEST(CommandText, saysThatCPythonsChunkSizeWasAskedFor)
{
    RunPlan shares = plan();
    shares.chunksize = 0;
    EXPECT_EQ(commandText(shares, {}), "poolscope run power --workers 4 --chunksize default");
    shares.api = "imap";
    EXPECT_EQ(commandText(shares, {}), "poolscope run power --workers 4 --api imap");
}

TEST(CommandText, saysEveryOptionThatWasGiven)
{
    RunPlan all = plan();
    all.api = "apply_async";
    all.startMethod = "spawn";
    all.transport = "pipe";
    all.protocol = 2;
    all.taskTimeout = 1.5;
    all.retries = 3;
    all.maxTasksPerChild = 100;
    all.workerMemory = 512 << 20;
    EXPECT_EQ(
        commandText(all, {}),
        "poolscope run power --workers 4 --api apply_async --start-method spawn --transport pipe "
        "--protocol 2 --task-timeout 1.5 --retries 3 --maxtasksperchild 100 --worker-memory 512");
}

TEST(CommandText, addsWhatAPlanDoesNotKeep)
{
    EXPECT_EQ(commandText(plan(), {}, {{"--input", "my file.jsonl"}, {"--out-of-band", "off"}}),
              "poolscope run power --workers 4 --chunksize 256 --input 'my file.jsonl' "
              "--out-of-band off");
}

TEST(CommandText, doesNotNameProcessesWhereThereAreNone)
{
    RunPlan serial = plan();
    serial.backend = "serial";
    serial.startMethod = serial.transport = "none";
    serial.workers = 1;
    EXPECT_EQ(commandText(serial, {}), "poolscope run power --backend serial --chunksize 256");
}

TEST(CommandText, quotesWhatAShellWouldRead)
{
    EXPECT_EQ(
        commandText(plan(), {{"folder", "it's $HOME; rm *"}, {"empty", ""}}),
        "poolscope run power 'folder=it'\\''s $HOME; rm *' empty= --workers 4 --chunksize 256");
}

} // namespace
} // namespace poolscope
