// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// A session file that anybody may have made to runs. The tables must be exactly those that this
// program makes, so that no view, no computed column and no foreign code stands behind a name.

#include "core/session/session.h"

#include "core/session/row_unpackers.h"
#include "core/session/schema.h"
#include "core/session/session_header.h"
#include "core/session/table_reader.h"

#include <algorithm>
#include <charconv>
#include <map>

#include <unistd.h>

namespace poolscope {
namespace {

constexpr std::size_t mostWorkers = 1024; // PoolOptions::mostWorkers

Error damaged(const std::string& path, const std::string& what)
{
    return {"OSError", path + " is damaged and cannot be opened: " + what + ".", {}};
}

bool isEarlier(const RunSample& a, const RunSample& b) { return a.at < b.at; }

class SessionReader final {
public:
    SessionReader(const std::string& path, std::uint64_t size)
        : m_path(path), m_database(Database::toRead(path)), m_budget(size)
    {}

    Result<Session> read()
    {
        if (!m_database.ok() || !hasOurTables() || !readRuns() || !readLists() || !readFolded() ||
            !readRows() || !readAggregates()) {
            const bool told = !m_fault.empty();
            return damaged(m_path, told ? m_fault : m_database.complaint());
        }
        Session session;
        for (auto& [number, reading] : m_runs) {
            reading.run.lanes =
                std::make_shared<const std::vector<LaneSeries>>(std::move(reading.lanes));
            std::stable_sort(reading.run.samples.begin(), reading.run.samples.end(), isEarlier);
            session.runs.push_back(std::move(reading.run));
        }
        return session;
    }

private:
    /// A run, and the rows that are put into it last.
    struct Reading {
        RecordedRun run;
        std::vector<LaneSeries> lanes;
        std::vector<std::uint64_t> aggregated; ///< rows, by lane
    };

    bool hasOurTables();
    bool readRuns();
    bool readLists();
    bool readFolded();
    bool readRows();
    bool readAggregates();

    /// Reads a table; `take` puts an item where it belongs, or gives what is wrong with it.
    template <class Item, class Describe, class Take>
    bool table(const TableText& text, Describe describe, Take take)
    {
        TableReader reader(m_database, text, m_budget);
        std::int64_t number = 0;
        for (Item item{}; reader.read(number, item, describe); item = Item{}) {
            const auto found = m_runs.find(number);
            const std::string wrong =
                found == m_runs.end()
                    ? "names run " + std::to_string(number) + ", which is not in runs"
                    : take(found->second, std::move(item));
            if (!wrong.empty()) {
                reader.complain(wrong);
            }
        }
        m_fault = reader.fault();
        return reader.good();
    }
    /// A table whose items go into a list of their run.
    template <class Item, class Describe>
    bool list(const TableText& text, Describe describe, std::vector<Item> RecordedRun::*items)
    {
        return table<Item>(text, describe, [items](Reading& reading, Item&& item) {
            (reading.run.*items).push_back(std::move(item));
            return std::string();
        });
    }

    const std::string& m_path;
    const Schema m_schema = Schema::ofThisVersion();
    Database m_database;
    ReadingBudget m_budget;
    std::map<std::int64_t, Reading> m_runs;
    std::string m_fault;
};

bool SessionReader::hasOurTables()
{
    std::map<std::string, std::string, std::less<>> made;
    Statement query =
        m_database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'");
    while (query.next() && m_budget.take(1)) {
        const std::string name(query.text());
        made[name] = query.text();
    }
    if (!query.ok()) {
        return false;
    }
    for (const TableText* table : m_schema.tables()) {
        if (made[table->name()] != table->create()) {
            m_fault = "its table " + table->name() +
                      (made[table->name()].empty() ? " is missing" : " is another");
            return false;
        }
    }
    return true;
}

bool SessionReader::readRuns()
{
    TableReader reader(m_database, m_schema.runs, m_budget);
    std::int64_t number = 0;
    for (RecordedRun run; reader.read(number, run, runColumns); run = {}) {
        if (!m_runs.emplace(number, Reading{std::move(run), {}, {}}).second) {
            reader.complain("has run " + std::to_string(number) + " twice");
        }
    }
    m_fault = reader.fault();
    return reader.good();
}

bool SessionReader::readLists()
{
    const auto worker = [](Reading& reading, LaneTotals&& lane) {
        auto& lanes = reading.run.totals.lane;
        const bool next = lane.worker == lanes.size();
        if (lanes.size() == mostWorkers) return std::string("has more workers than a pool can");
        lanes.push_back(std::move(lane));
        return next ? ""
                    : "has worker " + std::to_string(lanes.back().worker) + " in the wrong place";
    };
    const auto round = [](Reading& reading, double perItem) {
        reading.run.probe.roundPerItem.push_back(perItem);
        return std::string();
    };
    const auto value = [](Reading& reading, NumberedText&& text) {
        reading.run.values.push_back(std::move(text.text));
        return std::string();
    };
    const auto json = [](Reading& reading, NumberedText&& text) {
        reading.run.digest.first.push_back(std::move(text.text));
        return std::string();
    };
    return table<LaneTotals>(m_schema.workers, workerColumns, worker) &&
           table<double>(m_schema.probe, probeColumns, round) &&
           table<NumberedText>(m_schema.results, textColumns, value) &&
           table<NumberedText>(m_schema.resultsJson, textColumns, json) &&
           list(m_schema.errors, errorColumns, &RecordedRun::failures) &&
           list(m_schema.events, eventColumns, &RecordedRun::events) &&
           list(m_schema.samples, sampleColumns, &RecordedRun::samples) &&
           list(m_schema.parameters, parameterColumns, &RecordedRun::parameters) &&
           list(m_schema.annotations, annotationColumns, &RecordedRun::annotations);
}

std::string unknownWorker(std::uint32_t worker)
{
    return "names worker " + std::to_string(worker) + ", which is not in workers";
}

bool SessionReader::readFolded()
{
    for (auto& [number, reading] : m_runs) {
        reading.lanes.resize(reading.run.totals.lane.size());
        reading.aggregated.resize(reading.lanes.size());
    }
    const auto take = [](Reading& reading, Folded&& folded) -> std::string {
        if (folded.worker >= reading.lanes.size()) return unknownWorker(folded.worker);
        reading.lanes[folded.worker].setFolded(folded.rows);
        return {};
    };
    return table<Folded>(m_schema.folded, foldedColumns, take);
}

bool SessionReader::readRows()
{
    RowUnpackers unpackers;
    const auto take = [&unpackers](Reading& reading, PackedRows&& rows) -> std::string {
        if (rows.worker >= reading.lanes.size()) return unknownWorker(rows.worker);
        return unpackers.take(reading.lanes[rows.worker], rows) ? "" : "is wrong";
    };
    const bool read = table<PackedRows>(m_schema.rows, rowsColumns, take);
    const std::string wrong =
        unpackers.finish(); // says where, better than what the reading came upon
    if (!wrong.empty()) m_fault = "the table rows " + wrong;
    return read && wrong.empty();
}

/// They are for whoever asks in SQL, and are made anew here: only that they are of these rows is looked at.
bool SessionReader::readAggregates()
{
    const auto take = [](Reading& reading, Aggregate&& sums) -> std::string {
        if (sums.worker >= reading.lanes.size()) return unknownWorker(sums.worker);
        reading.aggregated[sums.worker] += sums.rows;
        return {};
    };
    if (!table<Aggregate>(m_schema.aggregates, aggregateColumns, take)) {
        return false;
    }
    for (const auto& [number, reading] : m_runs) {
        for (std::size_t lane = 0; lane < reading.lanes.size(); ++lane) {
            if (reading.aggregated[lane] != reading.lanes[lane].size()) {
                m_fault = "the table aggregates has other rows of worker " + std::to_string(lane) +
                          " than rows";
            }
        }
    }
    return m_fault.empty();
}

} // namespace

Result<Session> openSession(const std::string& path)
{
    const auto header = readSessionHeader(path);
    if (!header) {
        return header.error();
    }
    return SessionReader(path, header->size).read();
}

RunAddress runAddressOf(const std::string& text)
{
    const std::size_t sign = text.rfind('#');
    if (sign == std::string::npos || ::access(text.c_str(), F_OK) == 0) {
        return {text, std::nullopt};
    }
    std::size_t number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + sign + 1, end, number);
    const bool whole = read.ec == std::errc() && read.ptr == end;
    return whole ? RunAddress{text.substr(0, sign), number} : RunAddress{text, std::nullopt};
}

Result<RecordedRun> openRun(const std::string& address)
{
    const RunAddress wanted = runAddressOf(address);
    auto session = openSession(wanted.path);
    if (!session) {
        return session.error();
    }
    const std::size_t count = session->runs.size();
    const std::size_t number = wanted.number.value_or(count);
    if (number < 1 || number > count) {
        const std::string runs = count == 1 ? "1 run" : std::to_string(count) + " runs";
        return Error{"ValueError",
                     address + ": there is no such run, " + wanted.path + " holds " + runs + ".",
                     {}};
    }
    return std::move(session->runs[number - 1]);
}

} // namespace poolscope
