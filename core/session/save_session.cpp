// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// Runs to a session file: a new file that takes the old one's place when all of it is on the disk.

#include "core/session/session.h"

#include "core/session/new_file.h"
#include "core/session/schema.h"
#include "core/session/table_writer.h"

#include <algorithm>

namespace poolscope {
namespace {

constexpr std::uint64_t manyRows = 100'000; // from here on large pages are worth their room

std::string fact(const std::string& name, const std::string& value)
{
    return "INSERT INTO meta VALUES('" + name + "', '" + value + "');";
}

void createTables(Database& database, const Schema& schema, bool large)
{
    database.run("PRAGMA page_size = " + std::string(large ? "32768" : "4096"));
    database.run("PRAGMA application_id = " + std::to_string(sessionApplication));
    database.run("PRAGMA user_version = " + std::to_string(sessionVersion));
    database.run("BEGIN");
    for (const TableText* table : schema.tables()) {
        database.run(table->create());
    }
    database.run(createMeta);
    database.run(createViews());
    database.run(fact("format", std::to_string(sessionVersion)) +
                 fact("saved_by", "poolscope " POOLSCOPE_VERSION) +
                 fact("saved_utc", utcText(utcNow())));
}

class RunWriter final {
public:
    RunWriter(Database& database, const Schema& schema, std::int64_t run)
        : m_database(database), m_schema(schema), m_run(run)
    {}

    bool write(const RecordedRun& run)
    {
        return one(m_schema.runs, run, runColumns) &&
               all(m_schema.parameters, run.parameters, parameterColumns) &&
               all(m_schema.probe, run.probe.roundPerItem, probeColumns) &&
               all(m_schema.workers, run.totals.lane, workerColumns) &&
               all(m_schema.errors, run.failures, errorColumns) &&
               all(m_schema.events, run.events, eventColumns) &&
               all(m_schema.samples, run.samples, sampleColumns) &&
               texts(m_schema.results, run.values) &&
               texts(m_schema.resultsJson, run.digest.first) &&
               all(m_schema.annotations, run.annotations, annotationColumns) && folded(run) &&
               rows(run);
    }

private:
    template <class Item, class Describe>
    bool one(const TableText& table, const Item& item, Describe describe)
    {
        return TableWriter(m_database, table.insert()).write(m_run, item, describe);
    }
    template <class Items, class Describe>
    bool all(const TableText& table, const Items& items, Describe describe)
    {
        TableWriter writer(m_database, table.insert());
        for (const auto& item : items) {
            if (!writer.write(m_run, item, describe)) return false;
        }
        return true;
    }
    bool texts(const TableText& table, const std::vector<std::string>& texts)
    {
        std::vector<NumberedText> numbered;
        for (const std::string& text : texts) numbered.push_back({numbered.size(), text});
        return all(table, numbered, textColumns);
    }
    bool folded(const RecordedRun& run);
    bool rows(const RecordedRun& run);
    bool rowsOf(const LaneSeries& lane, std::uint32_t worker, TableWriter& packed,
                TableWriter& sums);

    Database& m_database;
    const Schema& m_schema;
    std::int64_t m_run;
};

Nanos wholeNanos(double nanos) { return static_cast<Nanos>(std::clamp(nanos, 0.0, 1e18)); }

/// What the rows [first, first + count) come to.
Aggregate aggregateOf(LaneReader& reader, std::size_t first, std::size_t count)
{
    Aggregate sums;
    sums.rows = static_cast<std::uint32_t>(count);
    for (std::size_t i = first; i < first + count; ++i) {
        const Row& row = reader.row(i);
        sums.begin = i == first ? row.start : sums.begin;
        sums.end = wholeNanos(endOf(row));
        sums.items += row.count;
        sums.failed += row.failed;
        sums.bytesOut += row.bytesOut;
        sums.bytesBack += row.bytesBack;
        for (std::size_t step = 0; step < stepCount; ++step) {
            sums.step[step] += static_cast<double>(row.step[step]);
        }
    }
    return sums;
}

bool RunWriter::folded(const RecordedRun& run)
{
    std::vector<Folded> folded;
    for (std::size_t lane = 0; lane < run.laneCount(); ++lane) {
        const std::uint64_t rows = (*run.lanes)[lane].folded();
        if (rows > 0) folded.push_back({static_cast<std::uint32_t>(lane), rows});
    }
    return all(m_schema.folded, folded, foldedColumns);
}

bool RunWriter::rows(const RecordedRun& run)
{
    TableWriter packed(m_database, m_schema.rows.insert());
    TableWriter sums(m_database, m_schema.aggregates.insert());
    for (std::size_t lane = 0; lane < run.laneCount(); ++lane) {
        if (!rowsOf((*run.lanes)[lane], static_cast<std::uint32_t>(lane), packed, sums))
            return false;
    }
    return true;
}

bool RunWriter::rowsOf(const LaneSeries& lane, std::uint32_t worker, TableWriter& packed,
                       TableWriter& sums)
{
    LaneReader reader(lane);
    std::size_t first = 0;
    for (std::size_t piece = 0; piece < lane.pieces(); ++piece) {
        const std::size_t count = lane.rowsOf(piece);
        const std::vector<std::uint8_t> bytes = lane.piece(piece);
        const std::string_view view(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        Aggregate aggregate = aggregateOf(reader, first, count);
        aggregate.worker = worker;
        aggregate.piece = static_cast<std::uint32_t>(piece);
        const PackedRows rows{worker, aggregate.piece, aggregate.rows, view};
        if (!packed.write(m_run, rows, rowsColumns) ||
            !sums.write(m_run, aggregate, aggregateColumns)) {
            return false;
        }
        first += count;
    }
    return true;
}

bool writeAll(Database& database, std::span<const RecordedRun* const> runs)
{
    const auto manyIn = [](const RecordedRun* run) { return run->rowCount() > manyRows; };
    const Schema schema = Schema::ofThisVersion();
    createTables(database, schema, std::any_of(runs.begin(), runs.end(), manyIn));
    std::int64_t number = 0;
    for (const RecordedRun* run : runs) {
        if (!database.ok() || !RunWriter(database, schema, ++number).write(*run)) return false;
    }
    database.run("COMMIT");
    return database.ok();
}

} // namespace

Result<void> saveRuns(const std::string& path, std::span<const RecordedRun* const> runs)
{
    auto file = NewFile::beside(path);
    if (!file) {
        return file.error();
    }
    Database database = Database::toWrite(file->path());
    if (!writeAll(database, runs)) {
        return Error{"OSError", "cannot write " + path + ": " + database.complaint() + ".", {}};
    }
    database.close();
    return file->keep();
}

Result<void> canSaveTo(const std::string& path)
{
    const auto file = NewFile::beside(path);
    return file ? Result<void>() : file.error();
}

Result<void> saveSession(const std::string& path, const Session& session)
{
    std::vector<const RecordedRun*> runs;
    for (const RecordedRun& run : session.runs) runs.push_back(&run);
    return saveRuns(path, runs);
}

} // namespace poolscope
