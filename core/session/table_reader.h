// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Takes an item of a table out of its columns, and believes none of them: kind and range of each are
// checked, and all that is read together may not be more than the file holds. Private to core/session.

#include "core/session/sqlite.h"
#include "core/session/table_text.h"
#include "core/value/value.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

namespace poolscope {

/// How much may still be read of a file: pages that are told twice would make it any amount.
class ReadingBudget final {
public:
    explicit ReadingBudget(std::uint64_t bytes) : m_left(bytes) {}
    bool take(std::uint64_t bytes)
    {
        const bool enough = bytes <= m_left;
        m_left -= enough ? bytes : m_left;
        return enough;
    }

private:
    std::uint64_t m_left;
};

class TableReader final {
public:
    TableReader(Database& database, const TableText& table, ReadingBudget& budget)
        : m_select(database.prepare(table.select())), m_table(table), m_budget(budget)
    {}

    /// The next item, and the run that it belongs to; false at the end and where something is wrong.
    template <class Item, class Describe>
    bool read(std::int64_t& run, Item& item, Describe describe)
    {
        if (!m_fault.empty() || !m_select.next()) {
            return false;
        }
        if (!m_budget.take(m_table.count())) { // a column takes a byte of the file at least
            complain("has more rows than the file can hold");
        }
        whole("run", run, 1);
        describe(*this, item);
        return m_fault.empty();
    }

    /// Whether it came to its end: nothing failed, and nothing was nonsense.
    bool good() const { return m_fault.empty() && m_select.ok(); }
    /// "runs.wall_ns is -5": empty where the database itself failed.
    const std::string& fault() const { return m_fault; }
    /// Something is wrong with the row as a whole.
    void complain(const std::string& what)
    {
        if (m_fault.empty()) m_fault = "the table " + m_table.name() + " " + what;
    }

    void text(const char* name, std::string& value);
    void text(const char* name, std::optional<std::string>& value);
    template <class Number> void count(const char* name, Number& value, std::uint64_t most)
    {
        const auto longest = static_cast<std::int64_t>(
            std::min<std::uint64_t>(most, std::numeric_limits<std::int64_t>::max()));
        value = static_cast<Number>(integer(name, 0, longest));
    }
    template <class Number> void whole(const char* name, Number& value, int least)
    {
        value = static_cast<Number>(integer(name, least, std::numeric_limits<Number>::max()));
    }
    void flag(const char* name, bool& value) { value = integer(name, 0, 1) != 0; }
    void amount(const char* name, double& value);
    void real(const char* name, std::optional<double>& value);
    void integer(const char* name, std::optional<Integer>& value);
    template <std::size_t N>
    void amounts(const std::array<const char*, N>& names,
                 std::optional<std::array<double, N>>& values)
    {
        std::array<double, N> read{};
        bool all = true;
        for (std::size_t i = 0; i < N; ++i) {
            all = !isNull() && all;
            isNull() ? m_select.pass() : amount(names[i], read[i]);
        }
        if (all) values = read;
    }
    template <class Choice, class Names>
    void choice(const char* name, Choice& value, const Names& names)
    {
        std::string read;
        text(name, read);
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (read == names[i]) {
                value = static_cast<Choice>(i);
                return;
            }
        }
        wrong(name, "\"" + read.substr(0, 40) + "\"");
    }
    void bytes(const char* name, std::string_view& value);

private:
    std::int64_t integer(const char* name, std::int64_t least, std::int64_t most);
    bool isNull() const { return m_select.kind() == SQLITE_NULL; }
    void wrong(const char* name, const std::string& what);

    Statement m_select;
    const TableText& m_table;
    ReadingBudget& m_budget;
    std::string m_fault;
};

} // namespace poolscope
