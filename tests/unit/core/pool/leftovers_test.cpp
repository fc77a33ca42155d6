// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is left in a worker when its calls are over, and of calls when a pool that replaces its
// workers is closed early: nothing.

#include "tests/support/holdings.h"
#include "tests/unit/core/pool/calls.h"

#include <algorithm>

#include <sys/socket.h>
#include <sys/un.h>

namespace poolscope::test {

namespace {

std::int64_t countedAlive(std::int64_t) { return Counted::alive(); }

std::int64_t descriptorsOpen(std::int64_t)
{
    using Walk = std::filesystem::directory_iterator;
    return std::distance(Walk("/proc/self/fd"), Walk());
}

Blob sameBytes(const Blob& blob) { return blob; }

struct LeftoverFunctions {
    explicit LeftoverFunctions(Catalogue& catalogue)
        : alive(catalogue.add("leftovers", "alive", &countedAlive)),
          open(catalogue.add("leftovers", "open", &descriptorsOpen)),
          bytes(catalogue.add("leftovers", "bytes", &sameBytes))
    {}
    Function<std::int64_t (*)(std::int64_t)> alive;
    Function<std::int64_t (*)(std::int64_t)> open;
    Function<Blob (*)(const Blob&)> bytes;
};

} // namespace

void addLeftoverFunctions(Catalogue& catalogue) { LeftoverFunctions{catalogue}; }

class Leftovers : public Calls {
protected:
    LeftoverFunctions more{catalogue};
    Pool one{catalogue, options(1)}; // made when the catalogue is complete; all in one worker
};

INSTANTIATE_TEST_SUITE_P(Pool, Leftovers, ::testing::Values(Backend::Processes),
                         [](const auto& param) { return std::string(nameOf(param.param)); });

TEST_P(Leftovers, noArgumentAndNoResultIsAliveInTheWorker) // test_release_task_refs
{
    EXPECT_EQ(one.map(f.same, std::vector<Counted>(100), 7).size(), 100u);
    EXPECT_EQ(one.apply(more.alive, 0), 0);
    EXPECT_EQ(one.apply(f.same, Counted()).id, 0);
    EXPECT_EQ(one.apply(more.alive, 0), 0);
}

TEST_P(Leftovers, callsLeaveNoDescriptorInTheWorker)
{
    const Blob blob(std::string(largeBlob, 'x'));
    EXPECT_TRUE(one.apply(more.bytes, blob) == blob); // the segments are there
    const std::int64_t before = one.apply(more.open, 0);
    for (int i = 0; i < 100; ++i) {
        EXPECT_EQ(one.map(f.twice, range(50), 3), loop(50, twice));
        EXPECT_TRUE(one.apply(more.bytes, blob) == blob);
    }
    EXPECT_EQ(one.apply(more.open, 0), before);
}

TEST_P(Leftovers,
       closingAPoolThatReplacesItsWorkersLosesNothing) // test_pool_maxtasksperchild_with_close
{
    PoolOptions limited = options();
    limited.maxTasksPerChild = 2;
    Pool other(catalogue, limited);
    const auto future = other.mapAsync(f.twice, range(60), 1);
    other.close();
    other.join();
    EXPECT_EQ(future.get(), loop(60, twice));
}

/// A folder for temporary files that nobody else writes to.
class OwnTemporaries final {
public:
    OwnTemporaries() : m_path(::testing::TempDir() + "poolscope-own-" + std::to_string(::getpid()))
    {
        std::filesystem::create_directory(m_path);
        ::setenv("TMPDIR", m_path.c_str(), 1);
    }
    ~OwnTemporaries()
    {
        ::unsetenv("TMPDIR");
        std::filesystem::remove_all(m_path);
    }
    OwnTemporaries(const OwnTemporaries&) = delete;
    OwnTemporaries& operator=(const OwnTemporaries&) = delete;
    bool areNone() const { return std::filesystem::is_empty(m_path); }

private:
    std::string m_path;
};

std::set<std::string> newNames(const std::set<std::string>& before)
{
    const auto now = namedThingsHere();
    std::set<std::string> added;
    std::set_difference(now.begin(), now.end(), before.begin(), before.end(),
                        std::inserter(added, added.end()));
    return added;
}

TEST_P(Leftovers, nothingOfAPoolHasANameInTheSystem)
{
    const OwnTemporaries temporaries;
    for (const Transport transport : {Transport::Ring, Transport::Pipe}) {
        const auto before = namedThingsHere();
        PoolOptions asked = options(3);
        asked.transport = transport;
        Pool other(catalogue, asked);
        const Blob blob(std::string(largeBlob, 'x'));
        EXPECT_TRUE(other.apply(more.bytes, blob) == blob); // the segments are there
        EXPECT_EQ(other.map(f.twice, range(60), 1), loop(60, twice));
        EXPECT_EQ(newNames(before), std::set<std::string>()) << "so nothing can be left";
        EXPECT_TRUE(temporaries.areNone());
        other.terminate();
        EXPECT_EQ(newNames(before), std::set<std::string>());
        EXPECT_TRUE(temporaries.areNone());
    }
}

TEST(NamedThings, areSeen)
{
    const auto before = namedThingsHere();
    const std::string name = "poolscope-named-" + std::to_string(::getpid());
    const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::copy(name.begin(), name.end(), address.sun_path + 1); // behind a 0: no file has it
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name.size());
    ASSERT_EQ(::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), size), 0);
    const std::string file = "/dev/shm/" + name;
    const std::ofstream open(file);
    EXPECT_EQ(newNames(before), (std::set<std::string>{"socket @" + name, file}));
    std::filesystem::remove(file);
    EXPECT_EQ(newNames(before), std::set<std::string>{"socket @" + name});
}

} // namespace poolscope::test
