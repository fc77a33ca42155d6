// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes are listed, at most as long as allowed, or refused with a reason; the sink that has had
// enough is asked no more; a second listing is the same.

#include "core/pickle/pickle.h"
#include "tests/fuzz/memory_bound.h"

#include <string>

namespace poolscope::fuzz {
namespace {

constexpr std::size_t longestText = 1 << 20;
constexpr std::size_t piece =
    (1 << 16) + 4096; // text goes to the sink, and is counted, so much at a time

struct Listing {
    std::string text;
    bool ok;
    bool operator==(const Listing&) const = default;
};

Listing listed(std::string_view input, std::size_t limit)
{
    Listing listing{{}, false};
    const auto sink = [&](std::string_view text) {
        listing.text += text;
        return true;
    };
    const Result<void> done = disassemble(input, sink, ListingLimits{.text = limit});
    listing.ok = done.ok();
    if (!done.ok()) {
        require(done.error().kind == "UnpicklingError", "what cannot be listed is told as such");
        require(!done.error().text.empty(), "and why");
    }
    return listing;
}

void stopsWhenToldTo(std::string_view input)
{
    std::size_t pieces = 0;
    const auto sink = [&pieces](std::string_view) { return ++pieces < 2; };
    (void)disassemble(input, sink).ok();
    require(pieces <= 2, "a sink that has had enough is asked no more");
}

} // namespace
} // namespace poolscope::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace poolscope::fuzz;
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const Listing first = listed(input, longestText);
    require(first.text.size() <= longestText + piece + 16 * size, "a listing keeps its limit");
    require(first == listed(input, longestText), "a second listing is the same");
    stopsWhenToldTo(input);
    return 0;
}
