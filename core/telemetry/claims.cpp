// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/telemetry/recorder.h"

namespace poolscope {

bool claim(StatusPage& page, std::uint32_t serial)
{
    std::uint64_t word = page.claims.load();
    for (;;) {
        const Claims claims = Claims::of(word);
        if (claims.tookBack(serial)) {
            return false;
        }
        const std::uint32_t gone = serial - 1; // numbers may go round: the two stay close together
        if (page.claims.compare_exchange_weak(word, Claims{serial, gone}.word())) {
            return true;
        }
    }
}

std::optional<std::uint32_t> takeBack(StatusPage& page, std::uint32_t first, std::uint32_t last)
{
    std::uint64_t word = page.claims.load();
    for (;;) {
        const std::uint32_t begun = Claims::of(word).begun;
        if (static_cast<std::int32_t>(begun - first) < 0) {
            return {};
        }
        if (page.claims.compare_exchange_weak(word, Claims{begun, last}.word())) {
            return begun;
        }
    }
}

} // namespace poolscope
