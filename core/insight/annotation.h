// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// A note that a person put on a run: what to say about which moment of which lane. Saved with the
// run.

#include "core/base/base.h"

#include <cstdint>
#include <string>

namespace poolscope {

struct Annotation {
    Nanos at = 0;           ///< since the run began
    std::int32_t lane = -1; ///< worker lane, or -1: of the run as a whole
    std::string text;       ///< UTF-8, one line
    bool operator==(const Annotation&) const = default;
};

} // namespace poolscope
