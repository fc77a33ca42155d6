// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What is told of a run's values. Private to core/session.

#include "core/value/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poolscope {

/// What is told of a run's values.
struct ResultDigest {
    std::uint64_t count = 0;
    std::vector<std::string> first;   ///< JSON of the first values
    std::optional<Integer> sum;       ///< exact, where all values are integers and the job sums
    std::optional<double> realSum;    ///< where some are floats
    std::optional<std::string> value; ///< JSON of the only value, when there is one
};

} // namespace poolscope
