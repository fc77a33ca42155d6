// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace poolscope {

/// Bytes of at least this size travel beside a message where they can (PEP 574), not in it.
inline constexpr std::size_t largeBlob = std::size_t{256} << 10;

/// Python's bytes: they do not change, and copies share them. A std::string is text (str); this is
/// anything. A large one that came from another process lies in the memory that it came in.
class Blob final {
public:
    Blob() = default;
    Blob(std::string bytes)
    {
        const auto kept = std::make_shared<const std::string>(std::move(bytes));
        m_bytes = *kept;
        m_kept = kept;
    }
    /// A view of bytes that stay where they are while `kept` is held.
    Blob(std::string_view bytes, std::shared_ptr<const void> kept)
        : m_bytes(bytes), m_kept(std::move(kept))
    {}

    std::string_view bytes() const { return m_bytes; }
    std::size_t size() const { return m_bytes.size(); }
    bool operator==(const Blob& other) const { return m_bytes == other.m_bytes; }

private:
    std::string_view m_bytes;
    std::shared_ptr<const void> m_kept;
};

} // namespace poolscope
