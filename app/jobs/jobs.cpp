// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jobs/jobs.h"

#include "app/jobs/each.h"

namespace poolscope {

void addJobs(Catalogue& catalogue)
{
    addPower(catalogue);
    addBigPow(catalogue);
    addPrimes(catalogue);
    addPi(catalogue);
    addMandelbrot(catalogue);
    addMatmul(catalogue);
    addWordcount(catalogue);
    addHashFiles(catalogue);
    addPayload(catalogue);
    addSleep(catalogue);
    addStragglers(catalogue);
    addFaults(catalogue);
}

Parameter wholeNumber(std::string name, std::string help, std::string unit, std::int64_t initial,
                      double least, double most)
{
    return {std::move(name), std::move(help), std::move(unit), initial, least, most, {}};
}

Parameter realNumber(std::string name, std::string help, std::string unit, double initial,
                     double least, double most)
{
    return {std::move(name), std::move(help), std::move(unit), initial, least, most, {}};
}

Parameter itemsParameter(std::int64_t initial)
{
    return wholeNumber("items", "how many calls are made", "", initial, 0, 1e9);
}

std::shared_ptr<Input> indexes(const Arguments& arguments)
{
    return rangeInput(0, static_cast<std::uint64_t>(arguments.integer("items")));
}

} // namespace poolscope
