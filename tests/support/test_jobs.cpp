// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/test_jobs.h"

#include <csignal>
#include <optional>
#include <stdexcept>
#include <thread>
#include <unistd.h>

namespace poolscope::test {

namespace {

void addCostly(Catalogue& catalogue)
{
    catalogue.registry().addReducer<Costly>([](const Costly& costly) {
        const std::int64_t spent = spin(costly.pickleMicros);
        spentPicklingHere() += spent;
        return callTo("tests", "Costly", costly.pickleMicros, costly.unpickleMicros,
                      costly.computeMicros, spent, costly.spentUnpickling, costly.spentComputing);
    });
    catalogue.registry().addRebuilder(
        "tests", "Costly",
        [](std::int64_t pickle, std::int64_t unpickle, std::int64_t compute,
           std::int64_t spentPickling, std::int64_t, std::int64_t) {
            return Costly{pickle, unpickle, compute, spentPickling, spin(unpickle), 0};
        });
}

} // namespace

std::int64_t spin(std::int64_t micros)
{
    const Nanos began = now();
    const Nanos until = began + micros * 1000;
    Nanos at = began;
    while (at < until) {
        at = now();
    }
    return at - began;
}

std::atomic<std::int64_t>& spentPicklingHere()
{
    static std::atomic<std::int64_t> spent{0};
    return spent;
}

namespace {

/// Functions that do something odd at one place of the input.
void addFaults(Catalogue& catalogue, TestFunctions& f)
{
    const Keyword<std::int64_t> at{"at", -1};
    f.throwsAt = catalogue.add(
        "tests", "throwsAt",
        [](std::int64_t x, std::int64_t where) {
            if (x == where) {
                throw std::invalid_argument("seven is not wanted");
            }
            return 2 * x;
        },
        at);
    f.throwsOddly = catalogue.add(
        "tests", "throwsOddly",
        [](std::int64_t x, std::int64_t where) {
            if (x == where) {
                throw 42;
            }
            return 2 * x;
        },
        at);
    f.killedAt = catalogue.add(
        "tests", "killedAt",
        [](std::int64_t x, std::int64_t where) {
            if (x == where) {
                ::raise(SIGKILL);
            }
            return 2 * x;
        },
        at);
}

/// Functions that no task survives, or whose result does not.
void addDeaths(Catalogue& catalogue, TestFunctions& f)
{
    const Keyword<std::int64_t> at{"at", -1};
    f.exitsAt = catalogue.add(
        "tests", "exitsAt",
        [](std::int64_t x, std::int64_t where) {
            if (x == where) {
                ::_exit(0);
            }
            return 2 * x;
        },
        at);
    f.poolAt = catalogue.add(
        "tests", "poolAt",
        [](std::int64_t x, std::int64_t where) {
            return Fragile{2 * x, x == where ? std::optional<Holder>(Holder{}) : std::nullopt};
        },
        at);
}

} // namespace

TestFunctions addTestFunctions(Catalogue& catalogue)
{
    TestFunctions f;
    addCostly(catalogue);
    addFaults(catalogue, f);
    addDeaths(catalogue, f);
    f.twice = catalogue.add("tests", "twice", [](std::int64_t x) { return 2 * x; });
    f.sleeps = catalogue.add(
        "tests", "sleeps",
        [](std::int64_t x, std::int64_t millis) {
            std::this_thread::sleep_for(std::chrono::milliseconds(millis));
            return 2 * x;
        },
        Keyword<std::int64_t>{"millis", 0});
    f.big = catalogue.add("tests", "big", [](std::int64_t x) {
        return std::string(static_cast<std::size_t>(x), 'x');
    });
    f.size = catalogue.add("tests", "size", [](const std::string& text) {
        return static_cast<std::int64_t>(text.size());
    });
    f.works = catalogue.add("tests", "works", [](const Costly& costly) {
        Costly done = costly;
        done.spentComputing = spin(costly.computeMicros);
        return done;
    });
    f.idOf = catalogue.add("tests", "idOf", [](const Fragile& fragile) { return fragile.id; });
    f.workerPid = catalogue.add("tests", "workerPid",
                                [](std::int64_t) { return static_cast<std::int64_t>(::getpid()); });
    return f;
}

std::shared_ptr<const Work> overRange(const Catalogue& catalogue,
                                      std::shared_ptr<const Callable> callable, std::uint64_t items)
{
    auto work = std::make_shared<Work>();
    work->callable = std::move(callable);
    work->input = rangeInput(0, items);
    work->registry = catalogue.registry();
    return work;
}

} // namespace poolscope::test
