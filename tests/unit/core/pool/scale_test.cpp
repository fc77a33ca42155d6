// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Many tasks, many workers, very large arguments, pools inside of workers, and nothing at all to do.

#include "tests/support/sanitized.h"
#include "tests/unit/core/pool/calls.h"

#include "core/start/start.h"

#include <map>
#include <set>
#include <sstream>

namespace poolscope::test {

namespace {

/// Pools of pools: 1 + what a pool made in the worker says, down to 0.
struct Nesting {
    static const Catalogue*& catalogue()
    {
        static const Catalogue* known = nullptr;
        return known;
    }
    static Function<std::int64_t (*)(std::int64_t)> add(Catalogue& catalogue)
    {
        return catalogue.add("scale", "nest", &nest);
    }
    static std::int64_t nest(std::int64_t depth)
    {
        if (depth == 0) {
            return 0;
        }
        Pool inner(*catalogue(), {.workers = 2});
        const AnyValue below = inner.apply(ByName("nest"), AnyValue(depth - 1));
        return 1 + below.as<std::int64_t>();
    }
};

std::int64_t sizeOf(const Blob& blob) { return static_cast<std::int64_t>(blob.size()); }

/// How often the threads below this folder of /proc have given up a CPU.
std::map<std::string, std::uint64_t> switchesOf(const std::string& pid)
{
    std::map<std::string, std::uint64_t> switches;
    for (const auto& thread : std::filesystem::directory_iterator("/proc/" + pid + "/task")) {
        const std::string id = thread.path().filename();
        std::ifstream status(thread.path() / "status");
        for (std::string word; status >> word;) {
            if (std::uint64_t count = 0; word.find("ctxt_switches:") != std::string::npos) {
                status >> count;
                switches[id] += count;
            }
        }
    }
    return switches;
}

std::uint64_t bytesAvailable()
{
    std::ifstream memory("/proc/meminfo");
    for (std::string name, unit; memory >> name;) {
        std::uint64_t kibi = 0;
        memory >> kibi >> unit;
        if (name == "MemAvailable:") {
            return kibi * 1024;
        }
    }
    return 0;
}

} // namespace

void addScaleFunctions(Catalogue& catalogue)
{
    Nesting::catalogue() = &catalogue;
    Nesting::add(catalogue);
    catalogue.add("scale", "sizeOf", &sizeOf);
}

class Scale : public Calls {
protected:
    Function<std::int64_t (*)(std::int64_t)> nest = Nesting::add(catalogue);
    Function<std::int64_t (*)(const Blob&)> size = catalogue.add("scale", "sizeOf", &sizeOf);
    Pool served{catalogue, options()}; // made when the catalogue is complete
};

INSTANTIATE_TEST_SUITE_P(Pool, Scale, ::testing::Values(Backend::Processes),
                         [](const auto& param) { return std::string(nameOf(param.param)); });

TEST_P(Scale, tenMillionTasksThatAreTakenOneByOneNeedLittleMemory)
{
    constexpr std::int64_t items = 10'000'000;
    served.map(f.twice, range(1000));
    const std::uint64_t before = ownUsage().rss;
    std::uint64_t most = 0;
    std::int64_t next = 0;
    for (const std::int64_t value : served.imap(f.twice, range(items), 1000)) {
        ASSERT_EQ(value, 2 * next);
        most = ++next % 500'000 == 0 ? std::max(most, ownUsage().rss) : most;
    }
    EXPECT_EQ(next, items);
    const std::uint64_t mebibytes = sanitized ? 600 : 100; // AddressSanitizer keeps what was freed
    EXPECT_LT(most, before + (mebibytes << 20)) << "bytes in the parent";
}

TEST_P(Scale, aHundredThousandTasksOn256Workers)
{
    Pool many(catalogue, options(256));
    EXPECT_EQ(many.map(f.twice, range(100'000), 10), loop(100'000, twice));
}

TEST_P(Scale, aVeryLargeArgumentArrivesWhole)
{
    constexpr std::uint64_t gibi = std::uint64_t{1} << 30;
    const std::uint64_t free = bytesAvailable();
    const bool large =
        free >= 12 * gibi && startMethodUnderTest() == StartMethod::Forkserver; // once
    const std::size_t bytes = large ? 3 * gibi : gibi / 2;
    std::cout << "argument of " << bytes << " bytes, " << free << " available\n";
    EXPECT_EQ(served.apply(size, Blob(std::string(bytes, 'x'))), static_cast<std::int64_t>(bytes));
}

TEST_P(Scale, aPoolInsideOfAWorkerWorksThreeDeep)
{
    EXPECT_EQ(served.apply(nest, 3), 3);
    EXPECT_EQ(served.map(nest, {1, 2, 1, 0}, 1), (std::vector<std::int64_t>{1, 2, 1, 0}));
}

TEST_P(Scale, nothingRunsWhileThereIsNothingToDo)
{
    std::set<std::string> pids{"self"};
    while (pids.size() < 3) {
        pids.insert(std::to_string(served.apply(f.pid, 0)));
        for (const std::int64_t pid : served.map(f.pid, range(100), 1)) {
            pids.insert(std::to_string(pid));
        }
    }
    const auto look = [&] {
        std::map<std::string, std::uint64_t> all;
        for (const std::string& pid : pids) {
            all.merge(switchesOf(pid));
        }
        all.erase(std::to_string(::getpid())); // this thread
        return all;
    };
    auto before = look();
    for (int quiet = 0; quiet < 3;) { // what was under way comes to rest
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        auto after = look();
        quiet = after == before ? quiet + 1 : 0;
        before = std::move(after);
    }
    std::this_thread::sleep_for(std::chrono::seconds(1));
    EXPECT_EQ(look(), before) << "a thread ran in a second in which nothing was to be done";
}

} // namespace poolscope::test
