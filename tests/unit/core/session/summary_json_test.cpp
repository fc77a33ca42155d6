// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/session/session.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace poolscope {
namespace {

using Json = nlohmann::json;

Summary sample()
{
    Summary summary;
    summary.plan.job = "power";
    summary.plan.items = 10;
    summary.plan.workers = 2;
    summary.plan.version = "0.1.0";
    summary.wall = 0.5;
    summary.serial = Spread{1.5, 1.25, 1.75};
    summary.latency = {0.001, 0.002, 0.003, 0.004};
    summary.phases.all = {0.5, 0.25, 0.125, 0.0625, 0.03125};
    summary.phases.out[1] = 0.2;
    summary.start = 0.01;
    summary.unaccounted = 0.02125;
    summary.worker.resize(2);
    summary.worker[1].id = 1;
    summary.worker[1].pid = 4711;
    summary.worker[0].noWorker = "Worker 0 ended before it was ready.";
    summary.worker[1].maxRss = 12'000'000;
    summary.bytesOut = 870;
    summary.verdict = "2 processes: 0.50 s.";
    return summary;
}

TEST(SummaryJson, hasEveryNameOfTheInterface)
{
    const Json json = Json::parse(summaryJson(sample(), {}, {}));
    for (const char* name :
         {"job",          "api",       "backend",  "start_method", "transport",  "protocol",
          "workers",      "chunksize", "chunks",   "items",        "failed",     "retried",
          "lost_workers", "wall_s",    "serial_s", "speedup",      "efficiency", "items_per_s",
          "latency_s",    "phases_s",  "parent_s", "bytes",        "result",     "worker",
          "errors",       "observer",  "verdict",  "version"}) {
        EXPECT_TRUE(json.contains(name)) << name;
    }
    const auto names = [](const Json& object, std::initializer_list<const char*> wanted) {
        for (const char* name : wanted) {
            EXPECT_TRUE(object.contains(name)) << name;
        }
    };
    names(json["serial_s"], {"median", "low", "high"});
    names(json["latency_s"], {"p50", "p90", "p99", "p999"});
    names(json["phases_s"],
          {"pickle", "transfer", "unpickle", "compute", "wait", "start", "unaccounted"});
    names(json["parent_s"], {"pickle", "transfer", "unpickle", "compute", "wait", "out", "back"});
    names(json["phases_s"]["out"], {"pickle", "transfer", "unpickle"});
    names(json["phases_s"]["back"], {"pickle", "transfer", "unpickle"});
    names(json["bytes"], {"tasks", "results", "out_of_band"});
    names(json["result"], {"count", "first", "reduction", "value"});
    names(json["observer"], {"rows", "dropped", "share"});
    names(json["worker"][1],
          {"id", "pid", "items", "chunks", "phases_s", "cpu_wait_s", "max_rss_bytes"});
}

TEST(SummaryJson, givesTheFiguresOfTheSummary)
{
    const Json json = Json::parse(summaryJson(sample(), {}, {}));
    EXPECT_EQ(json["phases_s"]["pickle"], 0.25);
    EXPECT_EQ(json["phases_s"]["transfer"], 0.0625);
    EXPECT_EQ(json["phases_s"]["compute"], 0.5);
    EXPECT_EQ(json["phases_s"]["out"]["pickle"], 0.2);
    EXPECT_EQ(json["phases_s"]["start"], 0.01);
    EXPECT_EQ(json["serial_s"]["high"], 1.75);
    EXPECT_EQ(json["latency_s"]["p999"], 0.004);
    EXPECT_EQ(json["worker"][1]["pid"], 4711);
    EXPECT_EQ(json["worker"][0]["no_worker"], "Worker 0 ended before it was ready.");
    EXPECT_TRUE(json["worker"][1]["no_worker"].is_null());
    EXPECT_EQ(json["bytes"]["tasks"], 870);
    EXPECT_TRUE(json["speedup"].is_null());
    EXPECT_TRUE(json["efficiency"].is_null());
}

TEST(SummaryJson, givesAnExactSum)
{
    ResultDigest digest;
    digest.count = 3;
    digest.first = {"1", "123456789012345678901234567890", "{\"tuple\": [1]}"};
    Integer sum;
    ASSERT_TRUE(Integer::parse("123456789012345678901234567890123456789", sum));
    digest.sum = sum;
    const std::string text = summaryJson(sample(), {}, digest);
    EXPECT_NE(text.find("\"value\": 123456789012345678901234567890123456789\n"), std::string::npos);
    EXPECT_NE(text.find("      123456789012345678901234567890,\n"), std::string::npos);
    EXPECT_NE(text.find("\"reduction\": \"sum\""), std::string::npos);
    EXPECT_EQ(Json::parse(text)["result"]["count"], 3);
}

TEST(SummaryJson, givesTheOnlyValueWhereNothingIsSummed)
{
    ResultDigest digest;
    digest.value = "[1, 2]";
    EXPECT_EQ(Json::parse(summaryJson(sample(), {}, digest))["result"]["value"], Json({1, 2}));
    EXPECT_TRUE(Json::parse(summaryJson(sample(), {}, digest))["result"]["reduction"].is_null());
}

TEST(SummaryJson, listsEachFailure)
{
    Failure failure;
    failure.item = 5;
    failure.error = {"WorkerDied", "killed by signal 9 \xff", "task[3]", "f() in worker"};
    failure.worker = 1;
    failure.attempt = 0;
    const Json json = Json::parse(summaryJson(sample(), {failure}, {}));
    ASSERT_EQ(json["errors"].size(), 1u);
    EXPECT_EQ(json["errors"][0]["item"], 5);
    EXPECT_EQ(json["errors"][0]["kind"], "WorkerDied");
    EXPECT_EQ(json["errors"][0]["text"], "killed by signal 9 \ufffd");
    EXPECT_EQ(json["errors"][0]["path"], "task[3]");
    EXPECT_EQ(json["errors"][0]["where"], "f() in worker");
    EXPECT_EQ(json["errors"][0]["worker"], 1);
}

} // namespace
} // namespace poolscope
