// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jobs/big_pow.h"

#include "app/jobs/each.h"
#include "app/jobs/power.h"

namespace poolscope {

namespace {

/// All three jobs take the same and differ in the object alone.
template <class Build> Job bigPowJob(std::string name, std::string summary, Build build)
{
    Job job;
    job.name = std::move(name);
    job.summary = std::move(summary);
    job.inPython = true;
    job.parameters = {itemsParameter(20), wholeNumber("n", "the exponent", "", 10, 0, 1e6)};
    job.build = [build](const Arguments& arguments, const JobContext& context) -> Result<Work> {
        Work work;
        work.registry = context.registry;
        work.callable = build(arguments.integer("n"), context.pool, work.registry);
        work.input = rangeInput<Integer>(0, static_cast<std::uint64_t>(arguments.integer("items")));
        work.title = "BigPow(n=" + std::to_string(arguments.integer("n")) + ").pow(x)";
        work.sums = true;
        return work;
    };
    return job;
}

} // namespace

Integer BigPow::pow(const Integer& x) const { return powerOf(x, n); }
Integer BigPowGetState::pow(const Integer& x) const { return powerOf(x, n); }

void addBigPow(Catalogue& catalogue)
{
    const auto plain = catalogue.addMethod("pow", &BigPow::pow);
    const auto withState = catalogue.addMethod("pow", &BigPowGetState::pow);
    catalogue.registry().addRebuilder("blog", "BigPow", [](std::int64_t n) {
        return BigPow{n, nullptr};
    });

    Job held =
        bigPowJob("BigPow.pow", "a method of an object that holds the pool: cannot be pickled",
                  [plain](std::int64_t n, Pool* pool, Registry&) {
                      return plain(BigPow{n, pool});
                  });
    held.cures = {"BigPow.pow/getstate", "BigPow.pow/reducer", "power"};
    catalogue.addJob(std::move(held));
    catalogue.addJob(bigPowJob("BigPow.pow/getstate",
                               "the same with a state hook that drops the pool",
                               [withState](std::int64_t n, Pool* pool, Registry&) {
                                   return withState(BigPowGetState{n, pool});
                               }));
    catalogue.addJob(bigPowJob("BigPow.pow/reducer",
                               "the same class with a reducer registered from outside",
                               [plain](std::int64_t n, Pool* pool, Registry& registry) {
                                   registry.addReducer<BigPow>([](const BigPow& object) {
                                       return callTo("blog", "BigPow", object.n);
                                   });
                                   return plain(BigPow{n, pool});
                               }));
}

} // namespace poolscope
