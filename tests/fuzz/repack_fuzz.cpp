// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What `poolscope pickle repack` does. One Repacker serves every input, as it serves a stream of
// messages; a fresh one gives the same, and what was repacked is repacked as it stands. Below
// protocol 5 that takes one time more: reading makes equal globals one object there, bytearray(b"")
// comes back as bytearray(), and in protocol 2 StringIO of Python 3 is written by its name, which
// is Python 2's for io.

#include "core/pickle/pickle.h"
#include "tests/fuzz/memory_bound.h"

#include <string>

namespace poolscope::fuzz {
namespace {

constexpr PickleLimits symbolic{.symbols = true};

struct Repacked {
    bool ok;
    std::string text; ///< the pickle, or why there is none
    bool operator==(const Repacked&) const = default;
};

Repacked repack(Repacker& repacker, std::string_view pickle, std::optional<int> protocol)
{
    Buffer out;
    const Result<void> done = repacker.repack(pickle, protocol, symbolic, out);
    return {done.ok(), done.ok() ? std::string(out.view()) : done.error().text};
}

void repackTwice(Repacker& kept, std::string_view input, std::optional<int> protocol)
{
    Repacked packed = repack(kept, input, protocol);
    Repacker fresh;
    require(packed == repack(fresh, input, protocol), "what was kept changes nothing");
    if (packed.ok && protocolOf(packed.text) < 5) {
        packed = repack(kept, packed.text, protocol);
        require(packed.ok, "what was repacked can be repacked");
    }
    if (packed.ok) {
        require(repack(kept, packed.text, protocol) == packed, "what was repacked stays as it is");
    }
}

} // namespace
} // namespace poolscope::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static poolscope::Repacker kept;
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const int other = 2 + static_cast<int>(size % 4); // any, but always the same for an input
    poolscope::fuzz::repackTwice(kept, input, std::nullopt);
    poolscope::fuzz::repackTwice(kept, input, other);
    return 0;
}
