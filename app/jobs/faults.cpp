// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jobs/each.h"

#include <csignal>
#include <unistd.h>

namespace poolscope {

namespace {

[[noreturn]] void fail(std::int64_t i, const std::string& mode)
{
    if (mode == "exit") {
        ::_exit(0);
    }
    if (mode == "kill") {
        ::kill(::getpid(), SIGKILL);
        ::_exit(1); // not reached: nobody outlives SIGKILL
    }
    throw TaskError("ValueError", "item " + std::to_string(i) + " was told to fail");
}

std::int64_t squareOrFail(std::int64_t i, std::int64_t at, const std::string& mode)
{
    if (i == at) {
        fail(i, mode);
    }
    return i * i;
}

std::string refusal(const std::string& mode)
{
    if (mode == "raise") {
        return {};
    }
    return "faults with mode=" + mode +
           " ends the process that runs it, which would be Poolscope itself: choose processes.";
}

} // namespace

void addFaults(Catalogue& catalogue)
{
    const auto faults = catalogue.add(jobsModule, "faults", &squareOrFail,
                                      Keyword{"at", std::int64_t{5}}, Keyword{"mode", "raise"});
    Job job;
    job.name = "faults";
    job.summary = "the square of each item, but one item goes wrong: what failure looks like";
    Parameter mode;
    mode.name = "mode";
    mode.help = "what it does: raise an exception, exit, kill its own process";
    mode.initial = std::string("raise");
    mode.choices = {"raise", "exit", "kill"};
    job.parameters = {itemsParameter(100),
                      wholeNumber("at", "the item that goes wrong", "", 5, 0, 1e9), mode};
    job.build = [faults](const Arguments& arguments, const JobContext& context) -> Result<Work> {
        Work work;
        work.callable = faults(arguments.integer("at"), arguments.text("mode"));
        work.input = indexes(arguments);
        work.title = "faults(i, at=" + std::to_string(arguments.integer("at")) +
                     ", mode=" + arguments.text("mode") + ")";
        work.registry = context.registry;
        work.effects = true;
        work.localRefusal = refusal(arguments.text("mode"));
        return work;
    };
    catalogue.addJob(std::move(job));
}

} // namespace poolscope
