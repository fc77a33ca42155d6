// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace poolscope {

/// What the enumerators of a described enum are called. Made by Type<T>::named.
template <class T, std::size_t count> class EnumDescription final {
public:
    struct Named {
        const char* name;
        T value;
    };
    constexpr EnumDescription(const char* module, const char* qualname,
                              std::array<Named, count> values)
        : m_module(module), m_qualname(qualname), m_values(values)
    {}

    constexpr EnumDescription<T, count + 1> value(const char* name, T enumerator) const
    {
        using More = EnumDescription<T, count + 1>;
        std::array<typename More::Named, count + 1> values{};
        for (std::size_t i = 0; i < count; ++i) {
            values[i] = {m_values[i].name, m_values[i].value};
        }
        values[count] = {name, enumerator};
        return More(m_module, m_qualname, values);
    }

    const char* module() const { return m_module; }
    const char* qualname() const { return m_qualname; }
    /// "Color (red, blue)"
    std::string names() const
    {
        std::string names;
        for (const Named& named : m_values) {
            names += (names.empty() ? "" : ", ") + std::string(named.name);
        }
        return std::string(m_qualname) + " (" + names + ")";
    }
    std::optional<T> find(std::string_view name) const
    {
        return firstThat([&](const Named& named) { return name == named.name; });
    }
    template <class Number> std::optional<T> findNumber(Number number) const
    {
        return firstThat(
            [&](const Named& named) { return static_cast<Number>(named.value) == number; });
    }

private:
    template <class Condition> std::optional<T> firstThat(Condition condition) const
    {
        for (const Named& named : m_values) {
            if (condition(named)) {
                return named.value;
            }
        }
        return std::nullopt;
    }

    const char* m_module;
    const char* m_qualname;
    std::array<Named, count> m_values;
};

} // namespace poolscope
