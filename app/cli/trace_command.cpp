// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/trace_command.h"

#include "app/cli/output.h"
#include "app/cli/run_export.h"
#include "app/cli/traced_run.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace poolscope {
namespace {

constexpr int traceTick = 20;             // ms between two looks
constexpr const char* nothingTold = "no pool of processes was seen: programs of Python 3.8 and later are followed, "
                                    "unless they are started with -I, -E or -S.";

std::string typedCommand(const TraceArguments& typed)
{
    std::string text = "poolscope trace --";
    for (const std::string& word : typed.command) text += " " + word;
    return text;
}

/// A trace under way.
class TraceCourse final {
public:
    TraceCourse(const TraceArguments& typed, const CliContext& context, const std::string& folder)
        : m_typed(typed), m_context(context), m_reader(folder)
    {}

    /// Looks at what was written since.
    void look()
    {
        m_reader.read();
        follow();
        tellOfDeaths(false);
    }
    /// The program is over, with this exit code.
    int end(int code);

private:
    void follow();
    void tellOfDeaths(bool over);
    void report(const TracedPool& pool, const RecordedRun& run) const;
    ExitCode keep(std::vector<RecordedRun>& runs, int code);
    ExitCode writeJson(const std::vector<RecordedRun>& runs, int code) const;

    const TraceArguments& m_typed;
    const CliContext& m_context;
    TraceReader m_reader;
    std::vector<std::unique_ptr<TracedRun>> m_runs;
    DeathWatch m_watch;
    std::vector<std::string> m_deaths;
};

void TraceCourse::follow()
{
    for (std::size_t i = m_runs.size(); i < m_reader.pools().size(); ++i) {
        m_runs.push_back(std::make_unique<TracedRun>(*m_reader.pools()[i], typedCommand(m_typed)));
    }
    for (const auto& run : m_runs) run->follow();
}

void TraceCourse::tellOfDeaths(bool over)
{
    for (std::string& sentence : m_watch.look(m_reader.pools(), over)) {
        if (!m_typed.quiet) complain(sentence);
        m_deaths.push_back(std::move(sentence));
    }
}

int TraceCourse::end(int code)
{
    m_reader.finish();
    follow();
    tellOfDeaths(true);
    std::vector<RecordedRun> runs;
    for (const auto& run : m_runs) {
        if (!run->any()) continue;
        runs.push_back(run->record());
        if (!m_typed.quiet) report(run->pool(), runs.back());
    }
    if (!m_typed.quiet) {
        if (runs.empty()) complain(nothingTold);
        for (const std::string& why : m_reader.notTraced()) complain("not traced: " + why);
        if (const auto damaged = m_reader.damaged(); damaged > 0) {
            complain(countText(damaged) + " records of the trace were damaged and left out.");
        }
    }
    const ExitCode kept = keep(runs, code);
    return kept == ExitCode::Done ? code : static_cast<int>(kept);
}

void TraceCourse::report(const TracedPool& pool, const RecordedRun& run) const
{
    const Summary summary = summaryOf(run);
    std::string text = "\n" + run.plan.title + " (" + run.plan.backend + ", " + run.plan.startMethod + ")\n" + summary.verdict + "\n";
    if (!summary.advice.empty()) text += summary.advice + "\n";
    if (summary.dropped > 0) text += countText(summary.dropped) + " chunks were not recorded.\n";
    for (const TracedRefusal& refusal : pool.refusals()) text += refusalText(refusal);
    std::fputs(text.c_str(), stderr);
}

ExitCode TraceCourse::keep(std::vector<RecordedRun>& runs, int code)
{
    ExitCode worst = ExitCode::Done;
    const auto note = [&worst](const Result<void>& result) {
        if (result) return;
        complain(result.error().text);
        worst = ExitCode::BadFile;
    };
    std::vector<const RecordedRun*> all;
    for (const RecordedRun& run : runs) all.push_back(&run);
    const auto fewer = [](const RecordedRun* a, const RecordedRun* b) { return a->totals.chunks < b->totals.chunks; };
    const auto most = std::max_element(all.begin(), all.end(), fewer);
    if (all.empty() && (!m_typed.save.empty() || !m_typed.exports.empty())) {
        complain("there is no run to write.");
        return ExitCode::BadFile;
    }
    if (!m_typed.save.empty()) note(saveRuns(m_typed.save, all));
    for (const std::string& path : m_typed.exports) note(exportTo(path, **most, m_context));
    const ExitCode written = m_typed.json.empty() ? ExitCode::Done : writeJson(runs, code);
    return written == ExitCode::Done ? worst : written;
}

ExitCode TraceCourse::writeJson(const std::vector<RecordedRun>& runs, int code) const
{
    nlohmann::ordered_json told;
    told["command"] = m_typed.command;
    told["exit_code"] = code;
    told["deaths"] = m_deaths;
    told["not_traced"] = m_reader.notTraced();
    told["damaged"] = m_reader.damaged();
    told["pools"] = nlohmann::ordered_json::array();
    for (const RecordedRun& run : runs) told["pools"].push_back(nlohmann::ordered_json::parse(summaryJson(run)));
    auto output = Output::open(m_typed.json);
    if (!output) {
        complain(output.error().text);
        return ExitCode::BadFile;
    }
    output->text() = told.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
    return flushed(*output);
}

} // namespace

int traceProgram(const TraceArguments& typed, const CliContext& context)
{
    if (typed.command.empty()) {
        complain("what is to be traced? For example: poolscope trace -- python3 script.py");
        return static_cast<int>(ExitCode::WrongCall);
    }
    if (pythonFolder().empty()) {
        complain("the tracer's Python package is not beside this program: it was not installed whole.");
        return static_cast<int>(ExitCode::CannotStart);
    }
    const auto folder = TraceFolder::make();
    if (!folder) {
        complain(folder.error().text);
        return static_cast<int>(ExitCode::CannotStart);
    }
    auto program = TracedProgram::start(typed.command, folder->path(), !typed.noWhy, TracedProgram::Stands::InOurPlace);
    if (!program) {
        complain(program.error().text);
        return static_cast<int>(ExitCode::CannotStart);
    }
    TraceCourse course(typed, context, folder->path());
    for (;;) {
        const auto code = program->waitFor(traceTick);
        if (code) return course.end(*code);
        course.look();
    }
}

} // namespace poolscope
