// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The SQL of a table, from the list of its columns. Private to core/session.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace poolscope {

class TableText final {
public:
    /// `describe` is called with the columns and an item of the table.
    template <class Item, class Describe> static TableText of(const char* name, Describe describe)
    {
        TableText text(name);
        const Item item{};
        describe(text, item);
        return text;
    }

    std::string create() const
    {
        return "CREATE TABLE " + m_name + "(run INTEGER NOT NULL" + m_columns + ")";
    }
    std::string insert() const { return "INSERT INTO " + m_name + " VALUES(?" + m_marks + ")"; }
    std::string select() const { return "SELECT run" + m_names + " FROM " + m_name; }
    const std::string& name() const { return m_name; }
    std::uint64_t count() const { return m_count; } ///< of columns

    template <class Text> void text(const char* name, const Text&) { add(name, "TEXT NOT NULL"); }
    void text(const char* name, const std::optional<std::string>&) { add(name, "TEXT"); }
    template <class Number> void count(const char* name, const Number&, std::uint64_t)
    {
        add(name, "INTEGER NOT NULL");
    }
    template <class Number> void whole(const char* name, const Number&, int)
    {
        add(name, "INTEGER NOT NULL");
    }
    void flag(const char* name, bool) { add(name, "INTEGER NOT NULL"); }
    void amount(const char* name, double) { add(name, "REAL NOT NULL"); }
    template <class Number> void real(const char* name, const Number&) { add(name, "REAL"); }
    template <class Number> void integer(const char* name, const Number&) { add(name, "TEXT"); }
    template <std::size_t N, class Values>
    void amounts(const std::array<const char*, N>& names, const Values&)
    {
        for (const char* name : names) add(name, "REAL");
    }
    template <class Choice, class Names> void choice(const char* name, const Choice&, const Names&)
    {
        add(name, "TEXT NOT NULL");
    }
    void bytes(const char* name, std::string_view) { add(name, "BLOB NOT NULL"); }

private:
    explicit TableText(const char* name) : m_name(name) {}

    void add(const char* name, const char* type)
    {
        m_columns += std::string(", ") + name + " " + type;
        m_names += std::string(", ") + name;
        m_marks += ",?";
        ++m_count;
    }

    std::string m_name;
    std::string m_columns, m_names, m_marks;
    std::uint64_t m_count = 1;
};

} // namespace poolscope
