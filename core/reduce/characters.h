// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// What else travels as str: a character, a path of the file system.

#include "core/reduce/plain.h"

#include <filesystem>

namespace poolscope {

/// A code point as text; false for what is none.
bool characterText(char32_t codePoint, std::string& utf8);
/// The one code point of `utf8`; false where there are none or more.
bool onlyCharacter(std::string_view utf8, char32_t& codePoint);

/// char and char8_t hold ASCII: what else a byte of UTF-8 is, is no character.
template <Character T> struct Converter<T> {
    static constexpr char32_t most = sizeof(T) == 1 ? 0x7f : sizeof(T) == 2 ? 0xffff : 0x10ffff;
    static constexpr Types<> parts() { return {}; }
    static std::string name() { return "str"; }
    static bool fits(Value value, const Registry&, Fit)
    {
        char32_t codePoint = 0;
        return value.kind() == Kind::Str && onlyCharacter(value.text(), codePoint) &&
               codePoint <= most;
    }
    static Value reduce(T object, Reducing& reducing, const PathStep& step)
    {
        const auto codePoint = static_cast<char32_t>(static_cast<std::make_unsigned_t<T>>(object));
        std::string utf8;
        if (codePoint > most || !characterText(codePoint, utf8)) {
            return reducing.refuse(step, "str", std::to_string(codePoint) + " is no character");
        }
        return reducing.document().str(utf8);
    }
    static std::optional<T> rebuild(Value value, Rebuilding& rebuilding, const PathStep& step)
    {
        char32_t codePoint = 0;
        if (value.kind() != Kind::Str || !onlyCharacter(value.text(), codePoint) ||
            codePoint > most) {
            return rebuilding.mismatch(step, value,
                                       sizeof(T) == 1 ? "one ASCII character" : "one character");
        }
        return static_cast<T>(codePoint);
    }
};

template <> struct Converter<std::filesystem::path> {
    static constexpr Types<> parts() { return {}; }
    static std::string name() { return "str"; }
    static bool fits(Value value, const Registry&, Fit) { return value.kind() == Kind::Str; }
    static Value reduce(const std::filesystem::path& object, Reducing& reducing,
                        const PathStep& step)
    {
        return Converter<std::string>::reduce(object.native(), reducing, step);
    }
    static std::optional<std::filesystem::path> rebuild(Value value, Rebuilding& rebuilding,
                                                        const PathStep& step)
    {
        return Converter<std::string>::rebuild(value, rebuilding, step);
    }
};

} // namespace poolscope
