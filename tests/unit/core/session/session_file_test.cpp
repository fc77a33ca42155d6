// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "recorded_runs.h"

#include <sqlite3.h>

#include <cmath>
#include <cstring>

#include <sys/stat.h>

namespace poolscope {
namespace {

RecordedRun savedAndOpened(const RecordedRun& run)
{
    const TemporaryFolder folder;
    Session session;
    session.runs.push_back(run);
    const auto saved = saveSession(folder / "a.poolscope", session);
    EXPECT_TRUE(saved) << saved.error().text;
    auto opened = openSession(folder / "a.poolscope");
    EXPECT_TRUE(opened) << opened.error().text;
    return opened && opened->runs.size() == 1 ? opened->runs[0] : RecordedRun();
}

void expectSameRows(const LaneSeries& a, const LaneSeries& b)
{
    ASSERT_EQ(a.size(), b.size());
    EXPECT_EQ(a.folded(), b.folded());
    for (std::size_t i = 0; i < a.size(); ++i) {
        const Row left = a.row(i), right = b.row(i);
        EXPECT_EQ(left.start, right.start);
        EXPECT_EQ(left.step, right.step);
        EXPECT_EQ(left.item, right.item);
        EXPECT_EQ(left.worker, right.worker);
        EXPECT_EQ(left.failed, right.failed);
        EXPECT_EQ(left.bytesOut, right.bytesOut);
    }
}

TEST(SessionFile, givesBackEveryFieldOfARun)
{
    const RecordedRun run = exampleRun();
    const RecordedRun again = savedAndOpened(run);
    EXPECT_EQ(again.began, run.began);
    EXPECT_EQ(again.parameters, run.parameters);
    EXPECT_EQ(again.plan.chunksizeReason, run.plan.chunksizeReason);
    EXPECT_EQ(again.probe.roundPerItem, run.probe.roundPerItem);
    EXPECT_EQ(again.latency, run.latency);
    EXPECT_EQ(again.samples, run.samples);
    EXPECT_EQ(again.values, run.values);
    EXPECT_EQ(again.reduction, run.reduction);
    EXPECT_EQ(again.digest.sum, run.digest.sum);
    EXPECT_EQ(again.annotations, run.annotations);
    ASSERT_EQ(again.events.size(), 2u);
    EXPECT_EQ(again.events[1].kind, LaneEvent::Kind::Died);
    EXPECT_EQ(again.events[1].item, 17);
    ASSERT_EQ(again.failures.size(), 1u);
    EXPECT_EQ(again.failures[0].error, run.failures[0].error);
    EXPECT_EQ(again.totals.lane[1].step, run.totals.lane[1].step);
    ASSERT_EQ(again.laneCount(), 2u);
    for (std::size_t lane = 0; lane < 2; ++lane) {
        expectSameRows((*again.lanes)[lane], (*run.lanes)[lane]);
    }
}

TEST(SessionFile, givesTheSameSummaryAsBefore)
{
    const RecordedRun run = exampleRun();
    EXPECT_EQ(summaryJson(savedAndOpened(run)), summaryJson(run));
}

TEST(SessionFile, keepsARunThatHasNothing)
{
    const RecordedRun nothing;
    const RecordedRun again = savedAndOpened(nothing);
    EXPECT_EQ(summaryJson(again), summaryJson(nothing));
    EXPECT_EQ(again.rowCount(), 0u);
    EXPECT_FALSE(again.latency);
    EXPECT_FALSE(again.digest.sum);
    EXPECT_FALSE(again.digest.value);
}

TEST(SessionFile, bringsWhatNoClockCanSayWithinBounds)
{
    RecordedRun run = exampleRun(0);
    run.totals.lane[0].cpuWait = -5;
    run.totals.lane[0].step[0] = std::numeric_limits<Nanos>::max();
    run.plan.maxTasksPerChild = ~std::uint64_t{0};
    run.samples[0].busy = std::nan("");
    run.latency = {0, 1, INFINITY, -1};
    const RecordedRun again = savedAndOpened(run);
    ASSERT_EQ(again.totals.lane.size(), 2u);
    EXPECT_EQ(again.totals.lane[0].cpuWait, 0);
    EXPECT_EQ(again.samples[0].busy, 0);
}

TEST(SessionFile, keepsTheOrderOfManyRunsAndFindsThemByNumber)
{
    const TemporaryFolder folder;
    const std::string path = folder / "three#1.poolscope";
    Session session;
    for (int i = 0; i < 3; ++i) {
        session.runs.push_back(exampleRun(10));
        session.runs.back().plan.workers = i + 1;
    }
    ASSERT_TRUE(saveSession(path, session));
    EXPECT_EQ(openRun(path)->plan.workers, 3);
    EXPECT_EQ(openRun(path + "#1")->plan.workers, 1);
    EXPECT_EQ(openRun(path + "#2")->rowCount(), 10u);
    const auto none = openRun(path + "#4");
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().kind, "ValueError");
    EXPECT_NE(none.error().text.find("holds 3 runs"), std::string::npos);
    EXPECT_FALSE(openRun(path + "#0"));
}

TEST(SessionFile, keepsRowsInManyPieces)
{
    const RecordedRun run = exampleRun(30'000);
    const RecordedRun again = savedAndOpened(run);
    ASSERT_EQ(again.rowCount(), 30'000u);
    expectSameRows((*again.lanes)[1], (*run.lanes)[1]);
}

/// The only column of a query's first row.
std::string asked(const std::string& path, const char* sql)
{
    sqlite3* database = nullptr;
    std::string answer;
    EXPECT_EQ(sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
    const auto take = [](void* to, int, char** columns, char**) {
        *static_cast<std::string*>(to) = columns[0] ? columns[0] : "NULL";
        return 0;
    };
    char* wrong = nullptr;
    EXPECT_EQ(sqlite3_exec(database, sql, take, &answer, &wrong), SQLITE_OK) << wrong;
    sqlite3_close(database);
    return answer;
}

TEST(SessionFile, canBeAskedInSql)
{
    const TemporaryFolder folder;
    const std::string path = folder / "a.poolscope";
    Session session;
    session.runs.push_back(exampleRun());
    ASSERT_TRUE(saveSession(path, session));
    EXPECT_EQ(asked(path, "PRAGMA integrity_check"), "ok");
    EXPECT_EQ(asked(path, "SELECT job FROM runs"), "power");
    EXPECT_EQ(asked(path, "SELECT datetime(began_ms / 1000, 'unixepoch') FROM runs"),
              "2025-11-29 19:25:16");
    EXPECT_EQ(asked(path, "SELECT sum(rows) FROM row_seconds"), "1000");
    EXPECT_EQ(asked(path, "SELECT sum(items) FROM aggregates"), "4000");
    EXPECT_EQ(asked(path, "SELECT round(1e9 * sum(compute_s)) FROM row_seconds"), "800000.0");
    EXPECT_EQ(asked(path, "SELECT round(1e9 * compute_s) FROM worker_seconds WHERE worker = 1"),
              "98761.0");
    EXPECT_EQ(asked(path, "SELECT value FROM meta WHERE name = 'format'"), "1");
}

TEST(SessionFile, keepsTheModeOfTheFileAndFollowsALink)
{
    const TemporaryFolder folder;
    writeBytes(folder / "real", "old");
    ::chmod((folder / "real").c_str(), 0640);
    std::filesystem::create_symlink("real", folder / "link");
    ASSERT_TRUE(saveSession(folder / "link", {}));
    EXPECT_TRUE(std::filesystem::is_symlink(folder / "link"));
    EXPECT_TRUE(openSession(folder / "real"));
    struct stat status {};
    ASSERT_EQ(::stat((folder / "real").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0640u);
}

TEST(UtcText, isThatOfISO8601)
{
    EXPECT_EQ(utcText(1'764'444'316'123), "2025-11-29T19:25:16Z");
    EXPECT_EQ(utcText(0), "1970-01-01T00:00:00Z");
}

} // namespace
} // namespace poolscope
