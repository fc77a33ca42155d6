// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jobs/payload.h"

#include "app/jobs/each.h"
#include "app/jobs/spin.h"

namespace poolscope {

namespace {

/// Gives the bytes back.
Blob echo(const PayloadObject& payload, double spinUs)
{
    Spin(spinUs).finish();
    return payload.data;
}

PayloadObject makePayload(std::uint64_t i, std::size_t bytes, const PickleCost& cost)
{
    PayloadObject payload;
    payload.data = Blob(std::string(bytes, static_cast<char>('a' + i % 26)));
    if (cost.pickleUs > 0 || cost.unpickleUs > 0) {
        payload.cost = cost;
    }
    return payload;
}

} // namespace

std::pair<double, double> spinForPickle(const PickleCost& cost)
{
    Spin(cost.pickleUs).finish();
    return {cost.pickleUs, cost.unpickleUs};
}

void spinForUnpickle(PickleCost& cost, std::pair<double, double> state)
{
    cost = {state.first, state.second};
    Spin(cost.unpickleUs).finish();
}

void addPayload(Catalogue& catalogue)
{
    const auto payload = catalogue.add(jobsModule, "payload", &echo, Keyword{"spin_us", 0.0});
    Job job;
    job.name = "payload";
    job.inPython = true;
    job.summary = "sends bytes there and back and computes for a set time: dials the two apart";
    job.parameters = {
        itemsParameter(1000),
        wholeNumber("bytes", "size of each argument and result", "B", 100'000, 0, 4e9),
        realNumber("spin_us", "CPU time of each call", "µs", 200, 0, 1e9),
        realNumber("pickle_us", "CPU time of pickling an argument, besides its bytes", "µs", 0, 0,
                   1e9),
        realNumber("unpickle_us", "CPU time of unpickling an argument", "µs", 0, 0, 1e9)};
    job.build = [payload](const Arguments& arguments, const JobContext& context) -> Result<Work> {
        const auto bytes = static_cast<std::size_t>(arguments.integer("bytes"));
        const PickleCost cost{arguments.real("pickle_us"), arguments.real("unpickle_us")};
        Work work;
        work.callable = payload(arguments.real("spin_us"));
        work.input =
            generatedInput(static_cast<std::uint64_t>(arguments.integer("items")),
                           [bytes, cost](std::uint64_t i) { return makePayload(i, bytes, cost); });
        work.title = "payload(" + std::to_string(bytes) +
                     " B, spin_us=" + toText(Parameter::Scalar(arguments.real("spin_us"))) + ")";
        work.registry = context.registry;
        return work;
    };
    catalogue.addJob(std::move(job));
}

} // namespace poolscope
