// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The opcodes that many messages have alike, and what they leave in the memo: a call's chunks name
// one function, and only what stands before and behind it differs. So a DirectWriter writes them
// and a DirectReader knows them again as bytes.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poolscope {

class Prelude final {
public:
    /// The opcodes of `message` but for the first `before` and the last `behind` (a frame's head
    /// is not counted). Null where they cannot be repeated: other opcodes of theirs were numbered
    /// before, they are long, or of a form that CPython does not write from protocol 2 on.
    static std::unique_ptr<const Prelude> of(std::string_view message, std::size_t before,
                                             std::size_t behind);
    Prelude(const Prelude&) = delete;
    Prelude& operator=(const Prelude&) = delete;

    struct Global {
        std::uint32_t offset; ///< of the opcode that makes it
        std::uint32_t number; ///< in the memo
        std::string_view module;
        std::string_view qualname;
    };
    /// What is known of a text in them that equals a name.
    struct Name {
        std::optional<std::uint32_t> number; ///< in the memo
        bool isDoubtful = false; ///< it may be that name, or a str that happens to be equal
    };

    std::string_view opcodes() const { return m_opcodes; }
    /// Offsets in opcodes() of what was numbered, in the order of their numbers.
    const std::vector<std::uint32_t>& memo() const { return m_memo; }
    std::uint32_t memoized() const { return static_cast<std::uint32_t>(m_memo.size()); }
    const std::vector<Global>& globals() const { return m_globals; }
    Name find(std::string_view name) const;
    /// Null where they have no such global.
    const Global* findGlobal(std::string_view module, std::string_view qualname) const;

private:
    class Builder;
    struct Text {
        std::uint32_t number;
        std::string_view utf8;
        bool isName; ///< a global is made of it
    };
    explicit Prelude(std::string_view opcodes) : m_opcodes(opcodes) {}

    const std::string m_opcodes; // the views are of it
    std::vector<std::uint32_t> m_memo;
    std::vector<Text> m_texts;
    std::vector<Global> m_globals;
};

} // namespace poolscope
