// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jobs/power.h"

#include "app/jobs/each.h"

namespace poolscope {

Integer powerOf(const Integer& x, std::int64_t n)
{
    if (n < 0) {
        throw TaskError("ValueError", "n must not be negative, but is " + std::to_string(n) + ".");
    }
    return Integer::power(x, static_cast<std::uint64_t>(n));
}

void addPower(Catalogue& catalogue)
{
    const auto power = catalogue.add(jobsModule, "power", &powerOf, Keyword{"n", std::int64_t{10}});
    Job job;
    job.name = "power";
    job.inPython = true;
    job.summary = "x**n on whole numbers of any size, exact";
    job.parameters = {itemsParameter(1'000'000),
                      wholeNumber("start", "the first x", "", 0, -9e15, 9e15),
                      wholeNumber("n", "the exponent", "", 10, 0, 1e6)};
    job.build = [power](const Arguments& arguments, const JobContext& context) -> Result<Work> {
        Work work;
        work.callable = power(arguments.integer("n"));
        work.input = rangeInput<Integer>(arguments.integer("start"),
                                         static_cast<std::uint64_t>(arguments.integer("items")));
        work.title = "power(x, n=" + std::to_string(arguments.integer("n")) + ")";
        work.registry = context.registry;
        work.sums = true;
        return work;
    };
    catalogue.addJob(std::move(job));
}

} // namespace poolscope
