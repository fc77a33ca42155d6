// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "recorded_runs.h"

#include <nlohmann/json.hpp>

#include <map>
#include <sstream>

namespace poolscope {
namespace {

using Json = nlohmann::json;

std::string exported(const RecordedRun& run, const std::string& name)
{
    const TemporaryFolder folder;
    const auto written = exportData(run, folder / name);
    EXPECT_TRUE(written) << written.error().text;
    return bytesOf(folder / name);
}

TEST(CsvExport, hasALineForEachRowUnderItsHeader)
{
    const RecordedRun run = exampleRun(2500);
    std::istringstream lines(exported(run, "a.csv"));
    std::string line;
    std::getline(lines, line);
    EXPECT_EQ(line, "worker,item,items,attempt,failed,start_ns,lead_ns,wait_ns,wait_unpickle_ns,"
                    "wait_receive_ns,"
                    "wait_pickle_ns,wait_send_ns,in_ns,unpickle_ns,compute_ns,pickle_ns,out_ns,"
                    "parent_pickle_ns,"
                    "parent_send_ns,parent_receive_ns,parent_unpickle_ns,bytes_out,bytes_back");
    std::getline(lines, line);
    EXPECT_EQ(
        line,
        "0,0,4,0,1,0,300,100,200,300,400,500,600,700,800,900,1000,1100,1200,1300,1400,100,50");
    std::size_t rows = 1;
    while (std::getline(lines, line)) {
        EXPECT_EQ(std::count(line.begin(), line.end(), ','), 22);
        ++rows;
    }
    EXPECT_EQ(rows, 2500u);
}

TEST(JsonExport, isTheSummaryWithItsRowsBehindIt)
{
    const RecordedRun run = exampleRun(700);
    const Json json = Json::parse(exported(run, "a.json"));
    const Json summary = Json::parse(summaryJson(run));
    for (const auto& [name, value] : summary.items()) {
        EXPECT_EQ(json[name], value) << name;
    }
    EXPECT_EQ(json["began_utc"], "2025-11-29T19:25:16Z");
    EXPECT_EQ(json["parameters"]["items"], "4000");
    ASSERT_EQ(json["rows"].size(), 700u);
    EXPECT_EQ(json["rows"][0].size(), json["row_columns"].size());
    EXPECT_EQ(json["events"][1]["kind"], "died");
    EXPECT_EQ(json["samples"][1]["done"], 4000);
    EXPECT_EQ(json["annotations"][0]["text"], "here it stalls");
    EXPECT_EQ(json["values"][3], "b'\\x00'");
}

TEST(JsonExport, hasNoRowsWhereNoneWereKept)
{
    RecordedRun run = exampleRun(0);
    run.lanes = nullptr;
    EXPECT_EQ(Json::parse(exported(run, "a.json"))["rows"], Json::array());
}

/// The events of a kind.
std::vector<Json> eventsOf(const Json& trace, const std::string& kind)
{
    std::vector<Json> found;
    for (const Json& event : trace["traceEvents"]) {
        if (event["ph"] == kind) found.push_back(event);
    }
    return found;
}

TEST(TraceExport, hasEachPhaseOfEachRowWithItsSizes)
{
    const RecordedRun run = exampleRun(100);
    const Json trace = Json::parse(exported(run, "a.trace.json"));
    double compute = 0;
    for (const Json& event : eventsOf(trace, "X")) {
        EXPECT_NE(event["name"], "wait");
        EXPECT_TRUE(event["args"].contains("item"));
        EXPECT_EQ(event["args"]["items"], 4);
        EXPECT_EQ(event["args"]["bytes_back"], 50);
        if (event["name"] == "compute") compute += event["dur"].get<double>();
    }
    EXPECT_NEAR(compute, 100 * 0.8, 1e-6); // µs
}

TEST(TraceExport, overlapsNothingOnAThread)
{
    const Json trace = Json::parse(exported(exampleRun(2000), "a.trace.json"));
    std::map<std::pair<int, std::uint64_t>, double> until;
    for (const Json& event : eventsOf(trace, "X")) {
        double& end = until[{event["pid"].get<int>(), event["tid"].get<std::uint64_t>()}];
        EXPECT_GE(event["ts"].get<double>(), end - 1e-6);
        end = event["ts"].get<double>() + event["dur"].get<double>();
    }
    EXPECT_EQ(until.size(), 6u); // of two workers each: its own, to it, from it
}

TEST(TraceExport, namesThreadsAndCountsThroughput)
{
    const Json trace = Json::parse(exported(exampleRun(10), "a.trace.json"));
    std::vector<std::string> names;
    for (const Json& event : eventsOf(trace, "M")) names.push_back(event["args"]["name"]);
    EXPECT_EQ(names[0], "power(x, n=10): workers");
    EXPECT_EQ(names[2], "W0 pid 4711");
    std::map<std::string, std::vector<double>> counted;
    for (const Json& event : eventsOf(trace, "C"))
        counted[event["name"]].push_back(event["args"]["value"]);
    EXPECT_EQ(counted["items/s"], (std::vector<double>{10'000, 3'990'000}));
    EXPECT_EQ(counted["busy workers"], (std::vector<double>{1, 2}));
    const auto instants = eventsOf(trace, "i");
    ASSERT_EQ(instants.size(), 4u);
    EXPECT_EQ(instants[1]["name"], "died, signal 9");
    EXPECT_EQ(instants[3]["s"], "g");
}

TEST(DataExport, refusesAnotherEndingAndAFullDisk)
{
    const TemporaryFolder folder;
    EXPECT_FALSE(isDataPath("a.png"));
    EXPECT_EQ(exportData(exampleRun(1), folder / "a.xls").error().kind, "ValueError");
    std::filesystem::create_symlink("/dev/full", folder / "a.csv");
    const auto full = exportData(exampleRun(10'000), folder / "a.csv");
    ASSERT_FALSE(full);
    EXPECT_EQ(full.error().kind, "OSError");
    EXPECT_EQ(full.error().text,
              "cannot write " + (folder / "a.csv") + ": No space left on device.");
}

TEST(DataExport, replacesAFileOnlyWhenAllIsThere)
{
    const TemporaryFolder folder;
    writeBytes(folder / "a.csv", "old");
    EXPECT_TRUE(canExportTo(folder / "a.csv"));
    EXPECT_EQ(bytesOf(folder / "a.csv"), "old");
    EXPECT_TRUE(exportData(exampleRun(3), folder / "a.csv"));
    EXPECT_NE(bytesOf(folder / "a.csv").substr(0, 6), "old");
    EXPECT_FALSE(canExportTo(folder / "none/a.csv"));
}

} // namespace
} // namespace poolscope
