// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sessions that are none, or none that can be trusted: one sentence each, and nothing worse.

#include "recorded_runs.h"

#include <sqlite3.h>

#include <random>

#include <sys/stat.h>

namespace poolscope {
namespace {

class DamagedSession : public testing::Test {
protected:
    DamagedSession()
    {
        Session session;
        session.runs.push_back(exampleRun(300));
        EXPECT_TRUE(saveSession(m_path, session));
    }

    void change(const std::string& sql)
    {
        sqlite3* database = nullptr;
        char* wrong = nullptr;
        ASSERT_EQ(sqlite3_open(m_path.c_str(), &database), SQLITE_OK);
        ASSERT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &wrong), SQLITE_OK)
            << sql << wrong;
        sqlite3_close(database);
    }

    /// The sentence, which is one, and names the file.
    std::string refusal()
    {
        const auto opened = openSession(m_path);
        if (opened) return "opened";
        EXPECT_EQ(opened.error().kind, "OSError");
        EXPECT_TRUE(opened.error().text.ends_with('.'));
        EXPECT_NE(opened.error().text.find(m_path), std::string::npos) << opened.error().text;
        EXPECT_EQ(opened.error().text.find('\n'), std::string::npos);
        return opened.error().text;
    }
    void expectRefusal(const std::string& words)
    {
        EXPECT_NE(refusal().find(words), std::string::npos) << words << " is not in: " << refusal();
    }

    TemporaryFolder m_folder;
    std::string m_path = m_folder / "a.poolscope";
};

TEST_F(DamagedSession, isOpenedWhileItIsWhole) { EXPECT_EQ(refusal(), "opened"); }

TEST_F(DamagedSession, isMissing)
{
    std::filesystem::remove(m_path);
    expectRefusal("cannot read");
    expectRefusal("No such file");
}

TEST_F(DamagedSession, isAFolder)
{
    std::filesystem::remove(m_path);
    std::filesystem::create_directory(m_path);
    expectRefusal("Is a directory");
}

TEST_F(DamagedSession, isAPipeThatNobodyWrites)
{
    std::filesystem::remove(m_path);
    ASSERT_EQ(::mkfifo(m_path.c_str(), 0600), 0);
    expectRefusal("is no file");
}

TEST_F(DamagedSession, isEmpty)
{
    writeBytes(m_path, "");
    expectRefusal("is empty");
}

TEST_F(DamagedSession, isNoSqliteFile)
{
    writeBytes(m_path, "def pow(x):\n    return x\n");
    expectRefusal("is no Poolscope session");
}

TEST_F(DamagedSession, isAnotherProgramsSqliteFile)
{
    change("PRAGMA application_id = 0");
    expectRefusal("another program's");
}

TEST_F(DamagedSession, comesFromANewerVersion)
{
    change("PRAGMA user_version = 7");
    expectRefusal("newer Poolscope (format 7, and this one reads up to 1)");
}

TEST_F(DamagedSession, isCutShortAtAnyLength)
{
    const std::string whole = bytesOf(m_path);
    for (std::size_t length = 1; length < whole.size();
         length += length < 200 ? 13 : whole.size() / 17) {
        writeBytes(m_path, whole.substr(0, length));
        const std::string told = refusal();
        EXPECT_TRUE(told.find("cut short") != std::string::npos ||
                    told.find("session") != std::string::npos)
            << length << ": " << told;
    }
    writeBytes(m_path, whole.substr(0, whole.size() - 1));
    expectRefusal("is cut short");
}

TEST_F(DamagedSession, lacksATable)
{
    for (const char* table :
         {"runs", "workers", "errors", "events", "samples", "parameters", "probe", "results",
          "results_json", "folded", "rows", "aggregates", "annotations"}) {
        const std::string whole = bytesOf(m_path);
        change("DROP TABLE " + std::string(table));
        expectRefusal("its table " + std::string(table) + " is missing");
        writeBytes(m_path, whole);
    }
}

TEST_F(DamagedSession, hasAViewInPlaceOfATable)
{
    change("DROP TABLE samples; CREATE VIEW samples AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
           "SELECT "
           "i + 1 FROM n) SELECT 1 AS run, i AS at_s, 0 AS done, 0 AS in_flight, 0 AS busy FROM n");
    expectRefusal("its table samples is missing");
}

TEST_F(DamagedSession, hasAComputedColumn)
{
    change("DROP TABLE probe; CREATE TABLE probe(run INTEGER NOT NULL, s_per_item REAL NOT NULL AS "
           "(1e9))");
    expectRefusal("its table probe is another");
}

/// What is done to a file, and words of the sentence that opening it gives then.
constexpr std::pair<const char*, const char*> nonsense[] = {
    {"UPDATE runs SET wall_ns = -5", "runs.wall_ns is -5"},
    {"UPDATE runs SET workers = 'many'", "runs.workers is no whole number"},
    {"UPDATE runs SET workers = 100000000", "runs.workers is 100000000"},
    {"UPDATE runs SET job = x'00'", "runs.job is no text"},
    {"UPDATE runs SET latency_p90_s = -1.0", "runs.latency_p90_s is -1"},
    {"UPDATE runs SET latency_p90_s = 9e999", "runs.latency_p90_s is inf"},
    {"UPDATE runs SET results_sum = '12x'", "runs.results_sum is no whole number"},
    {"UPDATE runs SET finished = 2", "runs.finished is 2"},
    {"UPDATE runs SET run = -1", "runs.run is -1"},
    {"INSERT INTO runs SELECT * FROM runs", "runs has run 1 twice"},
    {"UPDATE workers SET worker = 65536", "workers.worker is 65536"},
    {"UPDATE workers SET worker = 9", "workers has worker 9 in the wrong place"},
    {"UPDATE workers SET compute_ns = 9000000000000000000", "workers.compute_ns is 9"},
    {"UPDATE workers SET run = 2", "workers names run 2"},
    {"UPDATE errors SET attempt = 300", "errors.attempt is 300"},
    {"UPDATE errors SET text = 5.5", "opened"},
    {"UPDATE events SET kind = 'exploded'", "events.kind is \"exploded\""},
    {"UPDATE events SET item = -2", "events.item is -2"},
    {"UPDATE samples SET busy = 'x'", "samples.busy is no number"},
    {"UPDATE samples SET at_s = -0.5", "samples.at_s is -0.5"},
    {"UPDATE parameters SET value = x'00'", "parameters.value is no text"},
    {"UPDATE probe SET s_per_item = -1", "probe.s_per_item is -1"},
    {"UPDATE results SET position = -1", "results.position is -1"},
    {"UPDATE results_json SET text = x'61'", "results_json.text is no text"},
    {"INSERT INTO folded VALUES(1, 5, 1)", "folded names worker 5"},
    {"UPDATE rows SET worker = 7", "rows names worker 7"},
    {"UPDATE rows SET packed = x'010203'", "rows is wrong at piece 0 of worker 0"},
    {"UPDATE rows SET packed = 'text'", "rows.packed is no block of bytes"},
    {"UPDATE rows SET packed = zeroblob(100)", "rows is wrong at piece 0 of worker 0"},
    {"UPDATE rows SET rows = rows + 1", "rows is wrong at piece 0 of worker 0"},
    {"INSERT INTO rows SELECT * FROM rows", "rows is wrong at piece 0 of worker 0"},
    {"UPDATE aggregates SET items = -1", "aggregates.items is -1"},
    {"UPDATE aggregates SET rows = 3", "aggregates"},
    {"UPDATE annotations SET at_ns = -1", "annotations.at_ns is -1"},
};

TEST_F(DamagedSession, holdsNonsenseInAnyTable)
{
    const std::string whole = bytesOf(m_path);
    for (const auto& [sql, words] : nonsense) {
        SCOPED_TRACE(sql);
        change(sql);
        expectRefusal(words);
        writeBytes(m_path, whole);
    }
}

TEST_F(DamagedSession, doesNoHarmWhateverBitIsFlipped)
{
    const std::string whole = bytesOf(m_path);
    std::mt19937 random(20261129);
    int refused = 0;
    for (int round = 0; round < 600; ++round) {
        std::string flipped = whole;
        for (unsigned i = 0; i <= random() % 4; ++i) {
            flipped[random() % flipped.size()] ^= static_cast<char>(1u << random() % 8);
        }
        writeBytes(m_path, flipped);
        const auto opened = openSession(m_path);
        refused += opened ? 0 : 1;
        if (opened) {
            for (const RecordedRun& run : opened->runs) EXPECT_FALSE(summaryJson(run).empty());
        } else {
            EXPECT_EQ(opened.error().kind, "OSError");
        }
    }
    EXPECT_GT(refused, 0);
}

} // namespace
} // namespace poolscope
