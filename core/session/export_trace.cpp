// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// A run in the Trace Event Format, which ui.perfetto.dev and chrome://tracing open: workers and what
// the parent does for each of them as threads, phases as complete events, counters from the samples.
// Waits are what is left free.

#include "core/session/data_formats.h"

#include "core/session/json_text.h"
#include "core/session/tables.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace poolscope {
namespace {

constexpr int workersProcess = 1;
constexpr int parentProcess = 2;
constexpr double endless = std::numeric_limits<double>::infinity();
constexpr std::uint64_t backTrack =
    1 << 20; ///< threads of the way back stand behind those of the way out

/// Microseconds with three digits of an amount of ns: exact, so that what touches does not overlap.
void appendMicroseconds(Nanos nanos, std::string& out)
{
    appendNumber(nanos / 1000, out);
    const auto rest = static_cast<int>(nanos % 1000);
    out += {'.', static_cast<char>('0' + rest / 100), static_cast<char>('0' + rest / 10 % 10),
            static_cast<char>('0' + rest % 10)};
}

class TraceWriter final {
public:
    TraceWriter(const RecordedRun& run, TextFile& file)
        : m_run(run), m_file(file), m_worker(run.laneCount()), m_out(m_worker), m_back(m_worker)
    {}

    void write();

private:
    std::string& event(const char* kind, int process, std::uint64_t thread);
    void name(const char* what, int process, std::uint64_t thread, const std::string& name);
    void names();
    void row(const Row& row, double next);
    void stretch(const Row& row, const Stretch& stretch, int process, std::uint64_t thread,
                 Nanos& until);
    void counter(const char* name, double at, double value);
    void counters();
    void instant(Nanos at, int lane, const std::string& text);
    void instants();

    const RecordedRun& m_run;
    TextFile& m_file;
    bool m_first = true;
    std::vector<Nanos> m_worker, m_out, m_back; ///< by lane: the end of what was written last
};

/// The begin of an event; its end is the caller's to write.
std::string& TraceWriter::event(const char* kind, int process, std::uint64_t thread)
{
    std::string& text = m_file.text();
    text += m_first ? "{\"ph\":\"" : ",\n{\"ph\":\"";
    text += kind;
    text += "\",\"pid\":";
    appendNumber(process, text);
    text += ",\"tid\":";
    appendNumber(thread, text);
    m_first = false;
    return text;
}

void TraceWriter::name(const char* what, int process, std::uint64_t thread, const std::string& name)
{
    std::string& text = event("M", process, thread);
    text += std::string(",\"name\":\"") + what + "\",\"args\":{\"name\":";
    appendJsonString(name, text);
    text += "}}";
}

void TraceWriter::names()
{
    const std::string title = m_run.plan.title.empty() ? m_run.plan.job : m_run.plan.title;
    name("process_name", workersProcess, 0, title + ": workers");
    name("process_name", parentProcess, 0, title + ": parent");
    for (std::size_t lane = 0; lane < m_run.laneCount(); ++lane) {
        const std::string worker = "W" + std::to_string(lane);
        const int pid = lane < m_run.totals.lane.size() ? m_run.totals.lane[lane].pid : 0;
        name("thread_name", workersProcess, lane,
             worker + (pid > 0 ? " pid " + std::to_string(pid) : ""));
        name("thread_name", parentProcess, lane, "to " + worker);
        name("thread_name", parentProcess, backTrack + lane, "from " + worker);
    }
}

void TraceWriter::stretch(const Row& row, const Stretch& stretch, int process, std::uint64_t thread,
                          Nanos& until)
{
    constexpr double longest = 1e18;
    const Nanos begin =
        std::max(until, static_cast<Nanos>(std::clamp(stretch.begin, 0.0, longest)));
    const Nanos end = static_cast<Nanos>(std::clamp(stretch.end, 0.0, longest));
    if (stretch.phase == Phase::Wait || end <= begin) {
        return;
    }
    until = end;
    std::string& text = event("X", process, thread);
    text += std::string(",\"cat\":\"") + (process == workersProcess ? "worker" : "parent") +
            "\",\"name\":\"";
    text += nameOf(stretch.phase);
    text += "\",\"ts\":";
    appendMicroseconds(begin, text);
    text += ",\"dur\":";
    appendMicroseconds(end - begin, text);
    text += ",\"args\":{\"item\":";
    appendNumber(row.item, text);
    text += ",\"items\":";
    appendNumber(row.count, text);
    text += ",\"bytes_out\":";
    appendNumber(row.bytesOut, text);
    text += ",\"bytes_back\":";
    appendNumber(row.bytesBack, text);
    text += ",\"attempt\":";
    appendNumber(std::uint32_t{row.attempt}, text);
    text += ",\"failed\":";
    appendNumber(std::uint32_t{row.failed}, text);
    text += "}}";
}

/// The end of an answer's way out may lie behind the begin of the `next` row, and is cut there.
void TraceWriter::row(const Row& row, double next)
{
    const std::uint64_t lane = row.worker;
    for (Stretch part : workerStretches(row)) {
        part.end = std::min(part.end, next);
        stretch(row, part, workersProcess, lane, m_worker[lane]);
    }
    const double ended = endOf(row);
    for (const Stretch& part : attendantStretches(row)) {
        const bool back = part.begin >= ended;
        stretch(row, part, parentProcess, lane + (back ? backTrack : 0),
                back ? m_back[lane] : m_out[lane]);
    }
}

void TraceWriter::counter(const char* name, double at, double value)
{
    std::string& text = event("C", workersProcess, 0);
    text += std::string(",\"name\":\"") + name + "\",\"ts\":";
    appendMicroseconds(static_cast<Nanos>(std::min(at * 1e9, 1e18)), text);
    text += ",\"args\":{\"value\":";
    appendJsonFloat(value, text);
    text += "}}";
}

void TraceWriter::counters()
{
    for (std::size_t i = 0; i < m_run.samples.size() && m_file.settle(); ++i) {
        const RunSample& sample = m_run.samples[i];
        const RunSample before = i > 0 ? m_run.samples[i - 1] : RunSample();
        if (sample.at > before.at) {
            counter("items/s", before.at, (sample.done - before.done) / (sample.at - before.at));
        }
        counter("in flight", sample.at, sample.inFlight);
        counter("busy workers", sample.at, sample.busy);
    }
}

/// Of a lane, or of all where that is below 0.
void TraceWriter::instant(Nanos at, int lane, const std::string& what)
{
    std::string& text = event("i", workersProcess, static_cast<std::uint64_t>(std::max(lane, 0)));
    text += std::string(",\"s\":\"") + (lane < 0 ? "g" : "t") + "\",\"name\":";
    appendJsonString(what, text);
    text += ",\"ts\":";
    appendMicroseconds(std::max<Nanos>(at, 0), text);
    text += "}";
}

void TraceWriter::instants()
{
    for (const LaneEvent& event : m_run.events) {
        const std::string signal =
            event.signal != 0 ? ", signal " + std::to_string(event.signal) : "";
        instant(event.at, event.worker, eventKinds[static_cast<std::size_t>(event.kind)] + signal);
    }
    for (const Annotation& annotation : m_run.annotations) {
        instant(annotation.at, annotation.lane, annotation.text);
    }
}

void TraceWriter::write()
{
    m_file.text() += "{\"displayTimeUnit\":\"ns\",\"traceEvents\":[\n";
    names();
    counters();
    instants();
    std::optional<Row> before; // is written when it is known where the next one begins
    forEachRow(m_run, [&](const Row& each) {
        const bool same = before && before->worker == each.worker;
        if (before) row(*before, same ? static_cast<double>(each.start) : endless);
        before = each;
        return m_file.settle();
    });
    if (before) row(*before, endless);
    m_file.text() += "\n]}\n";
}

} // namespace

void writeTrace(const RecordedRun& run, TextFile& file) { TraceWriter(run, file).write(); }

} // namespace poolscope
