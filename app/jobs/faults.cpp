// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jobs/faults.h"

#include "app/jobs/each.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <list>
#include <sys/resource.h>
#include <unistd.h>

namespace poolscope {

namespace {

constexpr std::uint64_t mebibyte = 1 << 20;
constexpr std::uint64_t pastTheLimit =
    256; ///< MiB that `grow` takes besides what a worker may hold

/// What happens to the process that runs a mode, where that is what it is for.
struct Mode {
    const char* name;
    const char* deed; ///< "ends the process that runs it", or null
};
constexpr const char* ends = "ends the process that runs it";
constexpr const char* pickling = nullptr;
constexpr Mode modes[] = {{"raise", ""},
                          {"odd", ""},
                          {"exit", ends},
                          {"abort", ends},
                          {"segv", ends},
                          {"kill", ends},
                          {"hang", "never ends"},
                          {"grow", "takes memory without end"},
                          {"unpicklable_argument", pickling},
                          {"unpicklable_result", pickling},
                          {"bad_unpickle", pickling},
                          {"bad_result", pickling}};

/// As a crash would: by the signal itself, and without a core file for each.
[[noreturn]] void endBy(int signal)
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    std::signal(signal, SIG_DFL);
    ::raise(signal);
    ::_exit(1); // not reached: nobody outlives these
}

[[noreturn]] void hang()
{
    for (;;) {
        ::pause();
    }
}

/// Takes so much memory and touches it; gives it back when nobody stops it.
void grow(std::int64_t mebibytes)
{
    std::list<std::string> held;
    for (std::int64_t i = 0; i < mebibytes; ++i) {
        held.emplace_back(mebibyte, 'x');
    }
}

void fail(std::int64_t i, const std::string& mode, std::int64_t mebibytes)
{
    if (mode == "odd") throw 42;
    if (mode == "exit") ::_exit(0);
    if (mode == "abort") endBy(SIGABRT);
    if (mode == "segv") endBy(SIGSEGV);
    if (mode == "kill") endBy(SIGKILL);
    if (mode == "hang") hang();
    if (mode != "grow") {
        throw TaskError("ValueError", "item " + std::to_string(i) + " was told to fail");
    }
    grow(mebibytes);
}

std::int64_t numberOf(const FaultItem& item)
{
    const auto* plain = std::get_if<std::int64_t>(&item);
    const auto* bad = std::get_if<BadState>(&item);
    return plain != nullptr ? *plain : bad != nullptr ? bad->item : std::get<HoldsPool>(item).item;
}

FaultResult squareOrFail(const FaultItem& item, std::int64_t at, const std::string& mode,
                         std::int64_t mebibytes)
{
    const std::int64_t i = numberOf(item);
    if (i == at) {
        if (mode == "unpicklable_result") return HoldsPool{i, nullptr};
        if (mode == "bad_result") return BadState{i};
        if (mode != "unpicklable_argument" && mode != "bad_unpickle") {
            fail(i, mode, mebibytes);
        }
    }
    return i * i;
}

/// Why it is not run in the program itself.
std::string refusal(const std::string& name)
{
    const auto mode = std::find_if(std::begin(modes), std::end(modes),
                                   [&](const Mode& one) { return one.name == name; });
    if (mode->deed == nullptr) {
        return "faults with mode=" + name +
               " goes wrong on the way to a worker or back, and in Poolscope itself nothing "
               "travels: choose processes.";
    }
    if (*mode->deed == '\0') {
        return {};
    }
    return "faults with mode=" + name + " " + mode->deed +
           ", which would be Poolscope itself: choose processes.";
}

FaultItem itemOf(std::int64_t i, std::int64_t at, const std::string& mode, Pool* pool)
{
    if (i == at && mode == "bad_unpickle") return BadState{i};
    if (i == at && mode == "unpicklable_argument") return HoldsPool{i, pool};
    return i;
}

std::shared_ptr<Input> itemsOf(const Arguments& arguments, Pool* pool)
{
    return generatedInput(
        static_cast<std::uint64_t>(arguments.integer("items")),
        [at = arguments.integer("at"), mode = arguments.text("mode"), pool](std::uint64_t i) {
            return itemOf(static_cast<std::int64_t>(i), at, mode, pool);
        });
}

Parameter modeParameter()
{
    Parameter mode;
    mode.name = "mode";
    mode.help = "what it does: throw, end its process, never end, or not travel";
    mode.initial = std::string("raise");
    for (const Mode& one : modes) {
        mode.choices.emplace_back(one.name);
    }
    return mode;
}

} // namespace

void refuseState(BadState&, std::int64_t item)
{
    throw TaskError("ValueError", "the state of item " + std::to_string(item) + " is refused");
}

void addFaults(Catalogue& catalogue)
{
    const auto faults = catalogue.add(
        jobsModule, "faults", &squareOrFail, Keyword{"at", std::int64_t{5}},
        Keyword{"mode", std::string("raise")}, Keyword{"mebibytes", std::int64_t{pastTheLimit}});
    Job job;
    job.name = "faults";
    job.inPython = true;
    job.summary = "the square of each item, but one item goes wrong: what failure looks like";
    job.parameters = {itemsParameter(100),
                      wholeNumber("at", "the item that goes wrong", "", 5, 0, 1e9),
                      modeParameter()};
    job.build = [faults](const Arguments& arguments, const JobContext& context) -> Result<Work> {
        const std::string& mode = arguments.text("mode");
        const std::uint64_t limit =
            context.pool != nullptr ? context.pool->options().workerMemory / mebibyte : 0;
        Work work;
        work.callable =
            faults(arguments.integer("at"), mode, static_cast<std::int64_t>(limit + pastTheLimit));
        work.input = itemsOf(arguments, context.pool);
        work.title =
            "faults(i, at=" + std::to_string(arguments.integer("at")) + ", mode=" + mode + ")";
        work.registry = context.registry;
        work.effects = true;
        work.localRefusal = refusal(mode);
        return work;
    };
    catalogue.addJob(std::move(job));
}

} // namespace poolscope
