// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the tests of the typed calls begin with: handles of the catalogue, and a pool on each backend.

#include "tests/support/test_jobs.h"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>
#include <unistd.h>

namespace poolscope::test {

/// An argument and result that is counted in this process while it lives.
struct Counted {
    Counted() { ++alive(); }
    Counted(const Counted& other) : id(other.id) { ++alive(); }
    Counted& operator=(const Counted&) = default;
    ~Counted() { --alive(); }
    static std::atomic<int>& alive()
    {
        static std::atomic<int> count{0};
        return count;
    }

    std::int64_t id = 0;
};

inline auto describe(Type<Counted> type)
{
    return type.named("tests", "Counted").field("id", &Counted::id);
}

inline std::int64_t twice(std::int64_t x) { return 2 * x; }
inline std::int64_t product(std::int64_t a, std::int64_t b) { return a * b; }
/// In a function of its own, so that it has a name in any build.
[[gnu::noinline, noreturn]] inline void throwNo(std::int64_t x)
{
    throw TaskError("ZeroDivisionError", "no " + std::to_string(x));
}
inline Counted same(const Counted& counted) { return counted; }

/// The functions of these tests by their handles; the program adds them in its workers too.
struct Handles {
    explicit Handles(Catalogue& catalogue)
        : twice(catalogue.add("calls", "twice", &test::twice)),
          mul(catalogue.add("calls", "mul", &product)),
          same(catalogue.add("calls", "same", &test::same)),
          sleeps(catalogue.add("calls", "sleeps", &sleepFor)),
          fails(catalogue.add("calls", "fails", &failAt, Keyword<std::int64_t>{"at", 3})),
          large(catalogue.add("calls", "large", &largeError)),
          index(catalogue.add("calls", "index", &workerIndex)),
          lingers(catalogue.add("calls", "lingers", &linger,
                                Keyword<std::string>{"file", std::string()})),
          pid(catalogue.add("calls", "pid", &workerPid)),
          held(catalogue.add("calls", "held", &holdOn, Keyword<std::string>{"gate", std::string()}))
    {}
    static std::int64_t sleepFor(std::int64_t millis)
    {
        std::this_thread::sleep_for(std::chrono::milliseconds(millis));
        return millis;
    }
    static std::int64_t failAt(std::int64_t x, std::int64_t at)
    {
        return x % 10 == at ? (throwNo(x), x) : x;
    }
    static std::int64_t largeError(std::int64_t x)
    {
        throw TaskError("ValueError", std::string(1 << 20, x == 0 ? 'a' : 'b'));
    }
    static std::int64_t workerIndex(std::int64_t)
    {
        return currentWorker().name == "worker " + std::to_string(currentWorker().index)
                   ? currentWorker().index
                   : -2;
    }

    /// Says by a file that it runs, and takes so many ms.
    static std::int64_t linger(std::int64_t millis, const std::string& file)
    {
        std::ofstream(file).put('x');
        return sleepFor(millis);
    }
    static std::int64_t holdOn(std::int64_t x, const std::string& gate)
    {
        while (std::filesystem::exists(gate)) {
            sleepFor(1);
        }
        return x;
    }
    static std::int64_t workerPid(std::int64_t) { return ::getpid(); }

    Function<std::int64_t (*)(std::int64_t)> twice;
    Function<Star<std::int64_t (*)(std::int64_t, std::int64_t),
                  std::tuple<std::int64_t, std::int64_t>, std::tuple<>>>
        mul;
    Function<Counted (*)(const Counted&)> same;
    Function<std::int64_t (*)(std::int64_t)> sleeps;
    Function<std::int64_t (*)(std::int64_t, std::int64_t)> fails;
    Function<std::int64_t (*)(std::int64_t)> large;
    Function<std::int64_t (*)(std::int64_t)> index;
    Function<std::int64_t (*)(std::int64_t, const std::string&)> lingers;
    Function<std::int64_t (*)(std::int64_t)> pid;
    Function<std::int64_t (*)(std::int64_t, const std::string&)> held;
};

class Calls : public ::testing::TestWithParam<Backend> {
protected:
    PoolOptions options(int workers = 2) const
    {
        PoolOptions options;
        options.backend = GetParam();
        options.workers = workers;
        options.startMethod = startMethodUnderTest();
        return options;
    }

    Catalogue catalogue;
    Handles f{catalogue};
    Pool pool{catalogue, options()};
};

/// A file that a task says by that it runs.
class Sign final {
public:
    Sign() : m_path(::testing::TempDir() + "poolscope-sign-" + std::to_string(::getpid()))
    {
        std::filesystem::remove(m_path);
    }
    ~Sign() { std::filesystem::remove(m_path); }
    Sign(const Sign&) = delete;
    Sign& operator=(const Sign&) = delete;

    const std::string& path() const { return m_path; }
    void await() const
    {
        while (!std::filesystem::exists(m_path)) {
            std::this_thread::yield();
        }
    }

private:
    std::string m_path;
};

/// A file that holds tasks until it is opened; at the latest when it goes.
class Gate final {
public:
    Gate() : m_path(::testing::TempDir() + "poolscope-gate-" + std::to_string(::getpid()))
    {
        std::ofstream(m_path).put('x');
    }
    ~Gate() { open(); }
    Gate(const Gate&) = delete;
    Gate& operator=(const Gate&) = delete;

    const std::string& path() const { return m_path; }
    void open() const { std::filesystem::remove(m_path); }

private:
    std::string m_path;
};

/// f(0), f(1), … f(items - 1).
template <class F> auto loop(std::int64_t items, F function)
{
    std::vector<decltype(function(0))> values;
    for (std::int64_t x = 0; x < items; ++x) {
        values.push_back(function(x));
    }
    return values;
}

void addApplyFunctions(Catalogue& catalogue);    ///< of apply_test.cpp
void addBlobFunctions(Catalogue& catalogue);     ///< of blobs_test.cpp
void addScaleFunctions(Catalogue& catalogue);    ///< of scale_test.cpp
void addLeftoverFunctions(Catalogue& catalogue); ///< of leftovers_test.cpp
void addToldFunctions(Catalogue& catalogue);     ///< of told_test.cpp

/// What the test program does when it is started with this word: ends with its pool in a global.
inline constexpr const char* globalPoolFlag = "--pool-in-a-global";
int leaveAPoolInAGlobal();

/// A generator: 0, 1, … up to `items`, and throws at `bad`.
struct Say : std::runtime_error {
    Say() : std::runtime_error("say when") {}
};
inline auto counting(std::int64_t items, std::int64_t bad = -2)
{
    return [next = std::int64_t{0}, items, bad]() mutable -> std::optional<std::int64_t> {
        if (next == bad || bad == -1) {
            throw Say();
        }
        return next < items ? std::optional(next++) : std::nullopt;
    };
}

} // namespace poolscope::test
