// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// SQLite as this room needs it: a database that has one owner, statements whose parameters and
// columns are taken in order. What goes wrong stays in the database's words. Private to core/session.

#include "core/base/base.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <sqlite3.h>

namespace poolscope {

class Statement final {
public:
    Statement(sqlite3* database, const std::string& sql);

    /// Whether it could be prepared, and nothing has failed since.
    bool ok() const { return m_code == SQLITE_OK; }

    // The next parameter, from the first on after each run().
    void bind(std::int64_t value);
    void bind(double value);
    void bind(std::string_view text);
    void bindBytes(std::string_view bytes); ///< must stay where they are until run()
    void bindNull();
    void run(); ///< a statement that gives no rows

    /// Steps to the next row; false at the end and where it fails (ok() tells which).
    bool next();
    int kind() const
    {
        return sqlite3_column_type(m_statement.get(), m_column);
    } ///< of the next column
    std::int64_t integer() { return sqlite3_column_int64(m_statement.get(), m_column++); }
    double real() { return sqlite3_column_double(m_statement.get(), m_column++); }
    std::string_view text(); ///< or bytes; until the next next()
    void pass() { ++m_column; }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    void keep(int code);

    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    int m_code = SQLITE_OK;
    int m_parameter = 1;
    int m_column = 0;
};

class Database final {
public:
    /// Opens an existing file to write it as a whole: nothing protects it while that goes on.
    static Database toWrite(const std::string& path);
    /// Opens a file that is not changed meanwhile and not trusted.
    static Database toRead(const std::string& path);

    bool ok() const { return m_code == SQLITE_OK; }
    void run(const std::string& sql);
    Statement prepare(const std::string& sql) { return {m_database.get(), sql}; }
    /// The first number of a query, 0 where there is none.
    std::int64_t number(const std::string& sql);
    /// What failed last, in few words: the system's where it was the system.
    std::string complaint() const;
    void close() { m_database.reset(); }

private:
    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    };
    Database(const std::string& path, int flags);

    std::unique_ptr<sqlite3, Close> m_database;
    int m_code = SQLITE_OK;
};

} // namespace poolscope
