// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The messages of a call, kept byte for byte where somebody asked for them. They hold the user's own
// data: nothing is kept unless a budget is given, and they live in memory only.

#include "core/base/base.h"

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace poolscope {

/// Which way a message went: to the worker, or back from it.
enum class Way : std::uint8_t { Out, Back };

/// What a message is about.
struct PayloadHead {
    std::uint64_t first = 0;  ///< item
    std::uint32_t count = 0;  ///< items
    std::uint32_t chunk = 0;  ///< number of the chunk that they were cut into
    std::uint16_t worker = 0; ///< lane
    std::uint8_t attempt = 0; ///< 0 is the first
    Way way = Way::Out;
    bool operator==(const PayloadHead&) const = default;
};

/// One message, exactly as it crossed.
struct Payload {
    PayloadHead head;
    std::uint64_t order = 0; ///< among all that were kept: later messages have a higher one
    std::string bytes;
};

/// What was kept, and what there was no room for.
struct PayloadTotals {
    std::uint64_t budget = 0; ///< bytes
    std::uint64_t kept = 0;   ///< messages
    std::uint64_t keptBytes = 0;
    std::uint64_t notKept = 0; ///< messages
    std::uint64_t notKeptBytes = 0;
};

/// The kept messages of one call. Any thread may keep and look; bytes are copied outside the lock and
/// never again. Messages past the budget are counted; a smaller one that comes later may still fit.
class Payloads final {
public:
    /// `budget`: bytes of messages, and of what is noted of each, that are kept at most.
    explicit Payloads(std::uint64_t budget) : m_budget(budget) {}

    void keep(const PayloadHead& head, std::string_view bytes) EXCLUDES(m_mutex);
    /// Messages of the chunks that `item` was in, in the order in which they were kept.
    std::vector<std::shared_ptr<const Payload>> of(std::uint64_t item) const EXCLUDES(m_mutex);
    PayloadTotals totals() const;

    /// What a message takes of the budget.
    static std::uint64_t costOf(std::size_t bytes) { return bytes + sizeof(Payload); }

private:
    bool reserve(std::uint64_t cost);

    const std::uint64_t m_budget;
    std::atomic<std::uint64_t> m_used{0};
    std::atomic<std::uint64_t> m_order{0};
    std::atomic<std::uint64_t> m_keptBytes{0};
    std::atomic<std::uint64_t> m_notKept{0};
    std::atomic<std::uint64_t> m_notKeptBytes{0};
    mutable Mutex m_mutex;
    std::multimap<std::uint64_t, std::shared_ptr<const Payload>>
        m_kept GUARDED_BY(m_mutex);                  ///< by first item
    std::uint32_t m_longest GUARDED_BY(m_mutex) = 0; ///< items of the longest chunk
};

} // namespace poolscope
