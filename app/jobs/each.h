// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The jobs one by one, each in the file of its name, and what they share.

#include "core/jobs/jobs.h"

namespace poolscope {

void addPower(Catalogue& catalogue);
void addBigPow(Catalogue& catalogue); ///< and its two cures
void addPrimes(Catalogue& catalogue);
void addPi(Catalogue& catalogue);
void addMandelbrot(Catalogue& catalogue);
void addMatmul(Catalogue& catalogue);
void addWordcount(Catalogue& catalogue);
void addHashFiles(Catalogue& catalogue);
void addPayload(Catalogue& catalogue);
void addSleep(Catalogue& catalogue);
void addStragglers(Catalogue& catalogue);
void addFaults(Catalogue& catalogue);

/// The module of the plain functions.
inline constexpr const char* jobsModule = "poolscope.jobs";

/// How many calls are made.
Parameter itemsParameter(std::int64_t initial);
Parameter wholeNumber(std::string name, std::string help, std::string unit, std::int64_t initial,
                      double least, double most);
Parameter realNumber(std::string name, std::string help, std::string unit, double initial,
                     double least, double most);

/// The items 0, 1, 2, …
std::shared_ptr<Input> indexes(const Arguments& arguments);

} // namespace poolscope
