// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The listing of a pickle's opcodes, the very text of `python3 -m pickletools FILE` (3.11). Part of
// the door, core/pickle/pickle.h.

#include "core/base/base.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace poolscope {

/// Gets the listing in pieces, in order; false wants no more.
using ListingSink = std::function<bool(std::string_view text)>;

struct ListingLimits {
    /// Each mark indents what follows, so that a small message can ask for a listing without end.
    std::size_t text = std::size_t{4} << 30;
};

/// Lists the opcodes up to STOP, as far as they can be read, and what is wrong with them in the
/// words of pickletools: "UnpicklingError". Runs no code and builds no object.
Result<void> disassemble(std::string_view message, const ListingSink& sink,
                         const ListingLimits& limits = {});

} // namespace poolscope
