// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// One object that is met more than once: on the way out by its address, on the way in by its node.

#include "core/value/value.h"

#include <map>
#include <memory>
#include <typeindex>

namespace poolscope {

/// Key: an address, the index of a node, or an enumerator's number, and the C++ type. What is found
/// stays where it is; what has just been begun is empty.
template <class Found> class SharedObjects final {
public:
    struct Met {
        Found& found;
        bool isNew;
    };
    Met meet(std::uint64_t key, std::type_index type)
    {
        const auto [at, isNew] = m_found.try_emplace({key, type});
        return {at->second, isNew};
    }
    /// What `key` was begun for is there now, if it was begun.
    void made(std::uint64_t key, std::type_index type, Found found)
    {
        if (m_found.empty()) [[likely]] {
            return;
        }
        const auto at = m_found.find({key, type});
        if (at != m_found.end()) {
            at->second = std::move(found);
        }
    }

private:
    std::map<std::pair<std::uint64_t, std::type_index>, Found> m_found;
};

inline std::uint64_t addressOf(const void* object)
{
    return static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(object));
}

} // namespace poolscope
