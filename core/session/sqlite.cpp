// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/session/sqlite.h"

#include <cerrno>
#include <cstring>

namespace poolscope {
namespace {

constexpr int longestText = 64 << 20; // bytes of one value of a file that is not trusted

/// "file:/a%23b?immutable=1": nobody changes the file while it is read, and no other file beside it counts.
std::string readUri(const std::string& path)
{
    constexpr char digits[] = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= ' ' || byte > '~' || std::strchr("?#%", c) != nullptr) {
            uri += {'%', digits[byte >> 4], digits[byte & 15]};
        } else {
            uri += c;
        }
    }
    return uri + "?immutable=1";
}

} // namespace

Statement::Statement(sqlite3* database, const std::string& sql)
{
    sqlite3_stmt* statement = nullptr;
    m_code = sqlite3_prepare_v2(database, sql.c_str(), static_cast<int>(sql.size()), &statement,
                                nullptr);
    m_statement.reset(statement);
}

void Statement::keep(int code)
{
    if (ok() && code != SQLITE_DONE && code != SQLITE_ROW) {
        m_code = code;
    }
}

void Statement::bind(std::int64_t value)
{
    keep(sqlite3_bind_int64(m_statement.get(), m_parameter++, value));
}

void Statement::bind(double value)
{
    keep(sqlite3_bind_double(m_statement.get(), m_parameter++, value));
}

void Statement::bind(std::string_view text)
{
    keep(sqlite3_bind_text64(m_statement.get(), m_parameter++, text.data() ? text.data() : "",
                             text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bindBytes(std::string_view bytes)
{
    keep(sqlite3_bind_blob64(m_statement.get(), m_parameter++, bytes.data(), bytes.size(),
                             SQLITE_STATIC));
}

void Statement::bindNull() { keep(sqlite3_bind_null(m_statement.get(), m_parameter++)); }

void Statement::run()
{
    if (ok()) {
        keep(sqlite3_step(m_statement.get()));
        keep(sqlite3_reset(m_statement.get()));
    }
    m_parameter = 1;
}

bool Statement::next()
{
    m_column = 0;
    if (!ok()) {
        return false;
    }
    const int code = sqlite3_step(m_statement.get());
    keep(code);
    return code == SQLITE_ROW;
}

std::string_view Statement::text()
{
    // The text's own bytes: asked for first, since they may move when they are made text.
    const void* bytes = sqlite3_column_type(m_statement.get(), m_column) == SQLITE_BLOB
                            ? sqlite3_column_blob(m_statement.get(), m_column)
                            : sqlite3_column_text(m_statement.get(), m_column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), m_column++));
    return bytes == nullptr ? std::string_view()
                            : std::string_view(static_cast<const char*>(bytes), size);
}

Database::Database(const std::string& path, int flags)
{
    sqlite3* database = nullptr;
    m_code = sqlite3_open_v2(path.c_str(), &database, flags | SQLITE_OPEN_NOMUTEX, "unix-none");
    m_database.reset(database);
}

Database Database::toWrite(const std::string& path)
{
    Database database(path, SQLITE_OPEN_READWRITE);
    database.run("PRAGMA journal_mode = OFF");
    database.run("PRAGMA synchronous = OFF");
    database.run("PRAGMA locking_mode = EXCLUSIVE");
    return database;
}

Database Database::toRead(const std::string& path)
{
    Database database(readUri(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    if (database.m_database) {
        sqlite3* raw = database.m_database.get();
        sqlite3_limit(raw, SQLITE_LIMIT_LENGTH, longestText);
        sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    }
    database.run("PRAGMA cell_size_check = ON");
    return database;
}

void Database::run(const std::string& sql)
{
    if (ok()) {
        m_code = sqlite3_exec(m_database.get(), sql.c_str(), nullptr, nullptr, nullptr);
    }
}

std::int64_t Database::number(const std::string& sql)
{
    Statement statement = prepare(sql);
    return statement.next() ? statement.integer() : 0;
}

std::string Database::complaint() const
{
    const int code = sqlite3_errcode(m_database.get());
    const int system = sqlite3_system_errno(m_database.get());
    if (code == SQLITE_FULL) {
        return std::strerror(ENOSPC);
    }
    const bool ofSystem = code == SQLITE_IOERR || code == SQLITE_CANTOPEN;
    return ofSystem && system != 0 ? std::strerror(system) : sqlite3_errmsg(m_database.get());
}

} // namespace poolscope
