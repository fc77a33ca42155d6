// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// A run as JSON: the names of the summary, and behind them what the summary is made from.

#include "core/session/data_formats.h"

#include "core/session/json_text.h"
#include "core/session/summary_json.h"
#include "core/session/tables.h"

namespace poolscope {
namespace {

void writeParameters(JsonWriter& json, const RecordedRun& run)
{
    json.key("began_utc").text(utcText(run.began)).key("command").text(run.command);
    json.key("parameters").open('{');
    for (const auto& [name, value] : run.parameters) {
        json.key(name).text(value);
    }
    json.close();
}

void writeEvents(JsonWriter& json, const RecordedRun& run)
{
    json.key("events").open('[');
    for (const LaneEvent& event : run.events) {
        json.open('{').key("at_ns").raw(std::to_string(event.at));
        json.key("kind").text(eventKinds[static_cast<std::size_t>(event.kind)]);
        json.key("worker").count(event.worker).key("pid").raw(std::to_string(event.pid));
        json.key("signal").raw(std::to_string(event.signal));
        json.key("exit_code").raw(std::to_string(event.exitCode));
        json.key("item").raw(event.item < 0 ? "null" : std::to_string(event.item));
        json.key("retried").count(event.retried).close();
    }
    json.close();
}

void writeAnnotations(JsonWriter& json, const RecordedRun& run)
{
    json.key("annotations").open('[');
    for (const Annotation& annotation : run.annotations) {
        json.open('{').key("at_ns").raw(std::to_string(annotation.at)).key("worker");
        json.raw(annotation.lane < 0 ? "null" : std::to_string(annotation.lane));
        json.key("text").text(annotation.text).close();
    }
    json.close();
}

void writeSamples(JsonWriter& json, const RecordedRun& run)
{
    json.key("samples").open('[');
    for (const RunSample& sample : run.samples) {
        json.open('{').key("at_s").number(sample.at).key("done").number(sample.done);
        json.key("in_flight").number(sample.inFlight).key("busy").number(sample.busy).close();
    }
    json.close();
}

void writeValues(JsonWriter& json, const RecordedRun& run)
{
    json.key("values").open('[');
    for (const std::string& value : run.values) {
        json.text(value);
    }
    json.close();
}

} // namespace

void writeJson(const RecordedRun& run, TextFile& file)
{
    JsonWriter json;
    json.open('{');
    writeSummary(json, summaryOf(run), run.failures, run.digest);
    writeParameters(json, run);
    writeEvents(json, run);
    writeAnnotations(json, run);
    writeSamples(json, run);
    writeValues(json, run);
    json.key("rows_folded").count(run.folded());
    file.text() += json.take();
    file.text().back() = ','; // the object goes on: rows are written as they come
    file.text() += "\n  \"row_columns\": [\"" + rowHeader("\", \"") + "\"],\n  \"rows\": [";
    const char* between = "\n    [";
    forEachRow(run, [&](const Row& row) {
        file.text() += between;
        appendRow(row, ", ", file.text());
        file.text() += ']';
        between = ",\n    [";
        return file.settle();
    });
    file.text() += "\n  ]\n}\n";
}

} // namespace poolscope
