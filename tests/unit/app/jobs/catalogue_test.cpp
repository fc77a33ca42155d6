// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/app/jobs/runs.h"

namespace poolscope::test {
namespace {

TEST(Jobs, areThoseOfTheTable)
{
    const Side side;
    std::vector<std::string> names;
    for (const Job& job : side.catalogue.jobs()) {
        names.push_back(job.name);
    }
    EXPECT_EQ(names, (std::vector<std::string>{"power", "BigPow.pow", "BigPow.pow/getstate",
                                               "BigPow.pow/reducer", "primes", "pi", "mandelbrot",
                                               "matmul", "wordcount", "hash_files", "payload",
                                               "sleep", "stragglers", "faults"}));
}

TEST(Jobs, sayWhatTheyAreAndBuildWithTheirDefaults)
{
    const Side side;
    for (const Job& job : side.catalogue.jobs()) {
        EXPECT_FALSE(job.summary.empty()) << job.name;
        for (const Parameter& parameter : job.parameters) {
            EXPECT_FALSE(parameter.help.empty()) << job.name << " " << parameter.name;
            EXPECT_TRUE(parseParameter(parameter, toText(parameter.initial)).ok())
                << job.name << " " << parameter.name << ": the default must be one that is taken";
        }
        const Result<Work> work = workOf(side.catalogue, job.name, {});
        ASSERT_TRUE(work.ok()) << job.name << ": " << work.error().text;
        EXPECT_GT(work->input->size(), 0U) << job.name;
        EXPECT_FALSE(work->title.empty()) << job.name;
    }
}

TEST(Jobs, runWithNoItemsAtAll)
{
    for (const char* job : {"power", "primes", "pi", "payload", "sleep", "stragglers", "faults"}) {
        EXPECT_TRUE(run(job, {{"items", "0"}}).values.empty()) << job;
    }
}

TEST(Jobs, plainFunctionsTravelByNameOrAsPartials)
{
    const Side side;
    Document document;
    const auto travelling = [&](const char* job, const Given& given) {
        const Result<Work> work = workOf(side.catalogue, job, given);
        return repr(*work->callable->reduce(document, work->registry));
    };
    EXPECT_EQ(travelling("power", {}), "poolscope.jobs.power");
    EXPECT_EQ(travelling("power", {{"n", "10"}}), "poolscope.jobs.power");
    EXPECT_EQ(
        travelling("power", {{"n", "3"}}),
        "functools.partial(poolscope.jobs.power) + (poolscope.jobs.power, (), {'n': 3}, None)");
    EXPECT_EQ(travelling("faults", {}), "poolscope.jobs.faults");
}

} // namespace
} // namespace poolscope::test
