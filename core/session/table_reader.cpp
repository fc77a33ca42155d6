// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/session/table_reader.h"

namespace poolscope {

void TableReader::wrong(const char* name, const std::string& what)
{
    if (m_fault.empty()) m_fault = m_table.name() + "." + name + " is " + what;
}

std::int64_t TableReader::integer(const char* name, std::int64_t least, std::int64_t most)
{
    if (m_select.kind() != SQLITE_INTEGER) {
        m_select.pass();
        wrong(name, "no whole number");
        return 0;
    }
    const std::int64_t value = m_select.integer();
    if (value < least || value > most) {
        wrong(name, std::to_string(value));
        return 0;
    }
    return value;
}

void TableReader::amount(const char* name, double& value)
{
    const bool number = m_select.kind() == SQLITE_FLOAT || m_select.kind() == SQLITE_INTEGER;
    value = m_select.real();
    if (!number || !std::isfinite(value) || value < 0) {
        wrong(name, number ? std::to_string(value) : "no number");
        value = 0;
    }
}

void TableReader::real(const char* name, std::optional<double>& value)
{
    if (isNull()) {
        m_select.pass();
        return;
    }
    if (m_select.kind() != SQLITE_FLOAT && m_select.kind() != SQLITE_INTEGER) {
        wrong(name, "no number");
    }
    value = m_select.real();
}

void TableReader::text(const char* name, std::string& value)
{
    const bool isText = m_select.kind() == SQLITE_TEXT;
    const std::string_view read = m_select.text();
    if (!isText) {
        wrong(name, "no text");
    } else if (!m_budget.take(read.size())) {
        wrong(name, "longer than the file");
    } else {
        value = read;
    }
}

void TableReader::text(const char* name, std::optional<std::string>& value)
{
    if (isNull()) {
        m_select.pass();
        return;
    }
    text(name, value.emplace());
}

void TableReader::integer(const char* name, std::optional<Integer>& value)
{
    std::optional<std::string> digits;
    text(name, digits);
    Integer read;
    if (digits && Integer::parse(*digits, read)) {
        value = std::move(read);
    } else if (digits) {
        wrong(name, "no whole number");
    }
}

void TableReader::bytes(const char* name, std::string_view& value)
{
    const int kind = m_select.kind();
    value = m_select.text();
    if (kind != SQLITE_BLOB) {
        wrong(name, "no block of bytes");
    } else if (!m_budget.take(value.size())) {
        wrong(name, "longer than the file");
    }
}

} // namespace poolscope
