// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jobs/each.h"
#include "app/jobs/spin.h"

namespace poolscope {

namespace {

std::int64_t straggle(std::int64_t i, double ms, std::int64_t every, double factor)
{
    const bool slow = every > 0 && (i + 1) % every == 0;
    Spin(ms * 1e3 * (slow ? factor : 1)).finish();
    return i;
}

} // namespace

void addStragglers(Catalogue& catalogue)
{
    const auto stragglers =
        catalogue.add(jobsModule, "stragglers", &straggle, Keyword{"ms", 5.0},
                      Keyword{"every", std::int64_t{25}}, Keyword{"factor", 20.0});
    Job job;
    job.name = "stragglers";
    job.inPython = true;
    job.summary = "even work, but every k-th item takes much longer; gives its item back";
    job.parameters = {
        itemsParameter(200), realNumber("ms", "CPU time of a call", "ms", 5, 0, 1e7),
        wholeNumber("every", "one item in so many is slow", "", 25, 1, 1e9),
        realNumber("factor", "how many times as long a slow one takes", "×", 20, 0, 1e6)};
    job.build = [stragglers](const Arguments& arguments,
                             const JobContext& context) -> Result<Work> {
        Work work;
        work.callable =
            stragglers(arguments.real("ms"), arguments.integer("every"), arguments.real("factor"));
        work.input = indexes(arguments);
        work.title = "stragglers(i, ms=" + toText(Parameter::Scalar(arguments.real("ms"))) +
                     ", every=" + std::to_string(arguments.integer("every")) + ")";
        work.registry = context.registry;
        return work;
    };
    catalogue.addJob(std::move(job));
}

} // namespace poolscope
