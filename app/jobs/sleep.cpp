// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jobs/each.h"

#include <chrono>
#include <thread>

namespace poolscope {

namespace {

std::int64_t sleepFor(std::int64_t i, double ms)
{
    std::this_thread::sleep_for(std::chrono::duration<double, std::milli>(ms));
    return i;
}

} // namespace

void addSleep(Catalogue& catalogue)
{
    const auto sleep = catalogue.add(jobsModule, "sleep", &sleepFor, Keyword{"ms", 20.0});
    Job job;
    job.name = "sleep";
    job.inPython = true;
    job.summary = "waits and uses no CPU, as a call over the network does; gives its item back";
    job.parameters = {itemsParameter(100),
                      realNumber("ms", "how long each call waits", "ms", 20, 0, 1e7)};
    job.build = [sleep](const Arguments& arguments, const JobContext& context) -> Result<Work> {
        Work work;
        work.callable = sleep(arguments.real("ms"));
        work.input = indexes(arguments);
        work.title = "sleep(i, ms=" + toText(Parameter::Scalar(arguments.real("ms"))) + ")";
        work.registry = context.registry;
        return work;
    };
    catalogue.addJob(std::move(job));
}

} // namespace poolscope
