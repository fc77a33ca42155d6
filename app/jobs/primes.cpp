// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jobs/each.h"

namespace poolscope {

namespace {

bool isPrime(std::int64_t number)
{
    if (number < 4) {
        return number >= 2;
    }
    if (number % 2 == 0) {
        return false;
    }
    for (std::int64_t divisor = 3; divisor <= number / divisor; divisor += 2) {
        if (number % divisor == 0) {
            return false;
        }
    }
    return true;
}

/// Trial division on purpose: honest work whose cost grows with k, as the root of its numbers.
std::int64_t primesInBlock(std::int64_t k, std::int64_t size)
{
    std::int64_t count = 0;
    for (std::int64_t number = k * size; number < (k + 1) * size; ++number) {
        count += isPrime(number) ? 1 : 0;
    }
    return count;
}

} // namespace

void addPrimes(Catalogue& catalogue)
{
    const auto primes =
        catalogue.add(jobsModule, "primes", &primesInBlock, Keyword{"size", std::int64_t{5000}});
    Job job;
    job.name = "primes";
    job.inPython = true;
    job.summary = "how many primes there are in block k, by trial division: later blocks cost more";
    job.parameters = {itemsParameter(2000),
                      wholeNumber("size", "numbers in a block", "", 5000, 1, 1e9)};
    job.build = [primes](const Arguments& arguments, const JobContext& context) -> Result<Work> {
        Work work;
        work.callable = primes(arguments.integer("size"));
        work.input = indexes(arguments);
        work.title = "primes(k, size=" + std::to_string(arguments.integer("size")) + ")";
        work.registry = context.registry;
        work.sums = true;
        return work;
    };
    catalogue.addJob(std::move(job));
}

} // namespace poolscope
