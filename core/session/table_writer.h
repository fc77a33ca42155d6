// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// Puts an item of a table into its columns. What a reader would call nonsense (a worker's own clock is
// not to be trusted) is brought within the bounds, so that what was saved can always be opened. Private
// to core/session.

#include "core/session/sqlite.h"
#include "core/value/value.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace poolscope {

class TableWriter final {
public:
    TableWriter(Database& database, const std::string& insert) : m_insert(database.prepare(insert))
    {}

    /// Writes one row of the table.
    template <class Item, class Describe>
    bool write(std::int64_t run, const Item& item, Describe describe)
    {
        m_insert.bind(run);
        describe(*this, item);
        m_insert.run();
        return m_insert.ok();
    }

    void text(const char*, const std::string& value) { m_insert.bind(std::string_view(value)); }
    void text(const char*, const std::optional<std::string>& value)
    {
        value ? m_insert.bind(std::string_view(*value)) : m_insert.bindNull();
    }
    template <class Number> void count(const char*, Number value, std::uint64_t most)
    {
        const bool negative = std::is_signed_v<Number> && value < Number{};
        const std::uint64_t wanted = negative ? 0 : static_cast<std::uint64_t>(value);
        m_insert.bind(static_cast<std::int64_t>(std::min(wanted, most)));
    }
    template <class Number> void whole(const char*, Number value, int least)
    {
        m_insert.bind(std::max<std::int64_t>(static_cast<std::int64_t>(value), least));
    }
    void flag(const char*, bool value) { m_insert.bind(std::int64_t{value}); }
    void amount(const char*, double value) { m_insert.bind(bounded(value)); }
    void real(const char*, const std::optional<double>& value)
    {
        value && !std::isnan(*value) ? m_insert.bind(*value) : m_insert.bindNull();
    }
    void integer(const char*, const std::optional<Integer>& value)
    {
        value ? m_insert.bind(std::string_view(value->toString())) : m_insert.bindNull();
    }
    template <std::size_t N>
    void amounts(const std::array<const char*, N>&,
                 const std::optional<std::array<double, N>>& values)
    {
        for (std::size_t i = 0; i < N; ++i) {
            values ? m_insert.bind(bounded((*values)[i])) : m_insert.bindNull();
        }
    }
    template <class Choice, class Names> void choice(const char*, Choice value, const Names& names)
    {
        m_insert.bind(std::string_view(names[static_cast<std::size_t>(value)]));
    }
    void bytes(const char*, std::string_view value) { m_insert.bindBytes(value); }

private:
    static double bounded(double value)
    {
        return value >= 0 ? std::min(value, std::numeric_limits<double>::max()) : 0;
    }

    Statement m_insert;
};

} // namespace poolscope
