// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What every job computes, held against Python or a sum that is done otherwise.

#include "tests/unit/app/jobs/runs.h"
#include "tests/unit/core/reduce/python.h"

namespace poolscope::test {
namespace {

/// What Python prints for a list, one item a line.
std::vector<std::string> pythonList(const std::string& expression)
{
    const std::string text = python("print(*(" + expression + "), sep=\"\\n\")");
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

TEST(Power, isPythonsPower)
{
    EXPECT_EQ(run("power", {{"items", "50"}, {"n", "100"}}).values,
              pythonList("[x**100 for x in range(50)]"));
    EXPECT_EQ(run("power", {{"items", "20"}, {"start", "-10"}}).values,
              pythonList("[x**10 for x in range(-10, 10)]"));
    EXPECT_EQ(run("power", {{"items", "3"}, {"n", "0"}}).values,
              pythonList("[x**0 for x in range(3)]"));
    EXPECT_EQ(run("power", {{"items", "2"}, {"start", "9000000000000000"}, {"n", "3"}}).values,
              pythonList("[x**3 for x in (9*10**15, 9*10**15 + 1)]"));
}

TEST(Power, takesIntegersOfAnySizeAsItems)
{
    const Side side;
    const Result<Work> work = workOf(side.catalogue, "power", {{"n", "2"}});
    auto values = std::make_unique<Document>();
    const std::vector<Value> row{values->integer(Integer::power(10, 40))};
    const ValueItems items(std::move(values), row);
    const auto batch = work->callable->batch(1);
    ASSERT_TRUE(batch->load(items, 0, work->registry).ok());
    batch->run(0);
    Document document;
    EXPECT_EQ(repr(*batch->takeResults()->reduce(0, document, work->registry)),
              "1" + std::string(80, '0'));
}

TEST(Primes, countsTheOnesInItsBlock)
{
    EXPECT_EQ(
        run("primes", {{"items", "30"}, {"size", "100"}}).values,
        pythonList("[sum(p > 1 and all(p % d for d in range(2, p)) for p in range(100*k, 100*k + "
                   "100)) for k in range(30)]"));
    EXPECT_EQ(run("primes", {{"items", "3"}, {"size", "1"}}).values,
              (std::vector<std::string>{"0", "0", "1"}));
}

TEST(Payload, comesBackAsItWent)
{
    EXPECT_EQ(run("payload", {{"items", "3"}, {"bytes", "5"}, {"spin_us", "0"}}).values,
              (std::vector<std::string>{"b'aaaaa'", "b'bbbbb'", "b'ccccc'"}));
    EXPECT_EQ(run("payload", {{"items", "1"}, {"bytes", "0"}, {"spin_us", "0"}}).values[0], "b''");
}

Nanos cpuTime()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<Nanos>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

TEST(Payload, usesTheTimesThatItWasTold)
{
    const Side side;
    const Given given{{"items", "1"},
                      {"bytes", "5"},
                      {"spin_us", "3000"},
                      {"pickle_us", "5000"},
                      {"unpickle_us", "7000"}};
    const Result<Work> work = workOf(side.catalogue, "payload", given);
    const Nanos began = cpuTime();
    EXPECT_EQ(runFarAway(*work).values[0], "b'aaaaa'");
    EXPECT_GE(cpuTime() - began, 15'000'000);
    Document document;
    const auto items = *work->input->take(0, 1);
    const Nanos begin = cpuTime();
    ASSERT_TRUE(items->reduce(0, document, work->registry).ok());
    const Nanos pickled = cpuTime() - begin;
    EXPECT_GE(pickled, 5'000'000);
    EXPECT_LT(pickled, 7'000'000) << "only pickle_us is spent on this side";
}

TEST(Sleep, givesItsItemBackAfterItsTime)
{
    const Nanos began = now();
    EXPECT_EQ(run("sleep", {{"items", "3"}, {"ms", "2.5"}}).values,
              (std::vector<std::string>{"0", "1", "2"}));
    EXPECT_GE(now() - began, 7'500'000);
}

TEST(Stragglers, everyKthTakesTheFactorLonger)
{
    const Side side;
    const Result<Work> work =
        workOf(side.catalogue, "stragglers",
               {{"items", "6"}, {"ms", "1"}, {"every", "3"}, {"factor", "10"}});
    const auto items = *work->input->take(0, 6);
    const auto batch = work->callable->batch(6);
    for (std::size_t i = 0; i < 6; ++i) {
        ASSERT_TRUE(batch->load(*items, i, work->registry).ok());
        const Nanos began = cpuTime();
        batch->run(i);
        const Nanos took = cpuTime() - began;
        const bool slow = i % 3 == 2;
        EXPECT_GE(took, slow ? 10'000'000 : 1'000'000) << i;
        EXPECT_LT(took, slow ? 15'000'000 : 6'000'000) << i;
    }
    EXPECT_EQ(run("stragglers", {{"items", "3"}, {"ms", "0"}}).values,
              (std::vector<std::string>{"0", "1", "2"}));
}

TEST(Faults, raiseAtTheirItemAndSquareTheOthers)
{
    const Ran ran = run("faults", {{"items", "8"}, {"at", "3"}});
    EXPECT_EQ(ran.values, (std::vector<std::string>{"0", "1", "4", "", "16", "25", "36", "49"}));
    EXPECT_EQ(*ran.errors[3], (Error{"ValueError", "item 3 was told to fail", ""}));
}

} // namespace
} // namespace poolscope::test
