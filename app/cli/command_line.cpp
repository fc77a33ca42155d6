// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/cli.h"

#include "app/cli/jobs_command.h"
#include "app/cli/output.h"
#include "app/cli/pickle_command.h"
#include "app/cli/run_command.h"
#include "app/cli/session_commands.h"
#include "app/cli/trace_command.h"

#include "core/python/python.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <csignal>

namespace poolscope {
namespace {

constexpr const char* commands[] = {"jobs", "run", "pickle", "compare", "export", "trace"};

constexpr const char* exitCodes =
    "Exit codes: 0 all tasks have a value, 1 some task failed, 2 the call is wrong,\n"
    "3 the run could not start, 4 a file is unreadable or cannot be written, 130 interrupted.";

constexpr const char* windowHelp =
    "Without a command the window opens; --theme light|dark|system chooses its colours,\n"
    "--language en|de|system its language, --black-and-white puts patterns in the place of\n"
    "colours, and --picture FILE draws it to a .png instead (--picture-state, --size).\n"
    "--reset-settings forgets how the window was left.\n\n"
    "Example:\n  poolscope run power items=1000000 --workers 4";

/// The commands and what was typed after them.
struct Typed {
    RunArguments run;
    PickleArguments pickle;
    ExportArguments exported;
    CompareArguments compared;
    TraceArguments traced;
    std::string jobsOf; ///< a Python file; empty: the catalogue
    bool jobsAsJson = false;
};

CLI::App* addJobsCommand(CLI::App& app, Typed& typed)
{
    CLI::App* jobs =
        app.add_subcommand("jobs", "The catalogue: names, parameters, defaults and units");
    jobs->add_option("FILE.py", typed.jobsOf, "A Python file: its functions as jobs")->type_name("");
    jobs->add_flag("--json", typed.jobsAsJson, "As JSON");
    jobs->footer("Example:\n  poolscope jobs --json\n  poolscope jobs slow.py");
    return jobs;
}

/// What a run reads and writes.
void addFileOptions(CLI::App& run, RunArguments& typed)
{
    const auto option = [&](const char* name, std::string& text, const char* taken,
                            const char* help) {
        run.add_option(name, text, help)->type_name(taken);
    };
    option("--input", typed.input, "FILE", "Items from a file, one JSON value a line");
    option("--results", typed.results, "FILE|-",
           "Values, one JSON value a line, in order (imap_unordered: as they come)");
    run.add_flag("--results-index", typed.resultsIndex,
                 "Put the item's index and a tab before each value");
    option("--json", typed.json, "FILE|-", "Summary as JSON");
    option("--save", typed.save, "FILE", "Save the run as a session (.poolscope)");
    run.add_option("--export", typed.exports,
                   "Write the run as the file's ending says: .png .svg .pdf .html .csv .json\n"
                   ".trace.json; may be given more than once")
        ->type_name("FILE")
        ->allow_extra_args(false);
}

void addRunOptions(CLI::App& run, RunArguments& typed)
{
    const auto option = [&](const char* name, std::string& text, const char* taken,
                            const char* help) {
        run.add_option(name, text, help)->type_name(taken);
    };
    option("--backend", typed.backend, "NAME",
           "serial, threads, processes (the default), python (of functions of a Python file), or\n"
           "python-threads: threads of one interpreter");
    option("--python", typed.python, "PROGRAM",
           "The interpreter of Python workers: $POOLSCOPE_PYTHON, else python3");
    option("--python-workers", typed.pythonWorkers, "N",
           "With processes: so many of the workers are Pythons");
    option("--workers", typed.workers, "N", "How many; the CPUs that may be used by default");
    option("--chunksize", typed.chunksize, "N|auto|default",
           "Items that travel together: auto (for map and starmap) measures what a chunk costs, "
           "default is CPython's, items / (4 × workers) for these and 1 for the others");
    option("--api", typed.api, "NAME",
           "map (the default), imap, imap_unordered, apply, apply_async or starmap");
    option("--transport", typed.transport, "NAME",
           "How bytes reach a process: ring (shared memory, the default) or pipe");
    option("--out-of-band", typed.outOfBand, "on|off",
           "Whether large bytes travel beside the messages (on by default; needs ring and protocol "
           "5)");
    option("--start-method", typed.startMethod, "NAME",
           "How worker processes are started: forkserver (the default) or spawn");
    option("--protocol", typed.protocol, "N", "Pickle protocol, 2 to 5 (the default)");
    option("--task-timeout", typed.taskTimeout, "SECONDS",
           "What one task may take; then its worker is ended, and the task fails");
    option("--retries", typed.retries, "N",
           "How often a task is run again that took its worker with it; 0 by default");
    option("--maxtasksperchild", typed.maxTasksPerChild, "N",
           "Tasks that a worker runs before it is replaced; no limit by default");
    option("--worker-memory", typed.workerMemory, "MiB",
           "What a worker may hold before it is replaced; no limit by default");
    addFileOptions(run, typed);
    run.add_flag("--no-serial-probe", typed.noProbe, "Do not measure the serial time first");
    run.add_flag("--serial-probe", typed.probe, "Measure it of a Python function, too: it is called more often");
    run.add_flag("--quiet", typed.quiet, "No progress and no verdict on standard error");
}

CLI::App* addRunCommand(CLI::App& app, RunArguments& typed)
{
    CLI::App* run = app.add_subcommand("run", "Run a job without a window");
    run->add_option("JOB", typed.job,
                    "Name of the job (poolscope jobs lists them), or FILE.py:function")
        ->required()
        ->type_name("");
    run->add_option("name=value", typed.parameters, "Parameters of the job")->type_name("");
    addRunOptions(*run, typed);
    run->footer(std::string("Example:\n  poolscope run power items=1000000 n=10 --workers 4 "
                            "--results r.jsonl --save a.poolscope\n\n") +
                exitCodes);
    return run;
}

CLI::App* addTraceCommand(CLI::App& app, TraceArguments& typed)
{
    CLI::App* trace = app.add_subcommand("trace", "Follow the pools of an unmodified Python program");
    trace->add_option("--json", typed.json, "Summaries as JSON")->type_name("FILE|-");
    trace->add_option("--save", typed.save, "Save its pools as runs of a session (.poolscope)")->type_name("FILE");
    trace
        ->add_option("--export", typed.exports,
                     "Write the run with most chunks as the file's ending says: .png .svg .pdf .html .csv\n"
                     ".json .trace.json; may be given more than once")
        ->type_name("FILE")
        ->allow_extra_args(false);
    trace->add_flag("--no-why", typed.noWhy, "Do not look why something cannot be pickled");
    trace->add_flag("--quiet", typed.quiet, "No verdict on standard error");
    trace->add_flag("--window", typed.inWindow, "Follow it in the window, and nothing here");
    trace->footer("Example:\n  poolscope trace --save a.poolscope -- python3 script.py arguments\n\n"
                  "The exit code is the program's, 128 + its number where a signal ended it; 2 the call is\n"
                  "wrong, 3 it could not be started, 4 a file cannot be written.");
    return trace;
}

/// What is wrong with the call, in a sentence of ours.
std::string sentenceOf(const CLI::ParseError& error, const CLI::App& app)
{
    const auto chosen = app.get_subcommands();
    const std::string help =
        chosen.empty() ? "poolscope --help" : "poolscope " + chosen[0]->get_name() + " --help";
    const auto extras = app.remaining(true);
    if (!extras.empty()) {
        const bool option = extras.front()[0] == '-' || !chosen.empty();
        return std::string("there is no ") + (option ? "option" : "command") + " \"" +
               extras.front() + "\": " + help + " lists what there is.";
    }
    if (error.get_name() == "RequiredError") {
        if (!chosen.empty() && chosen[0]->get_name() == "pickle") {
            return "what is to be done with the pickle? " + help + " lists what there is.";
        }
        return chosen.empty() ? "no command was given: poolscope --help lists them."
               : chosen[0]->get_name() == "run" ? "which job? poolscope jobs lists them."
                                                : std::string(error.what()) + ": see " + help + ".";
    }
    return std::string(error.what()) + ": see " + help + ".";
}

int writeOut(const std::string& text)
{
    Output output = Output::standard();
    output.text() = text;
    output.flush();
    if (!output.good()) {
        complain(output.error());
        return static_cast<int>(ExitCode::BadFile);
    }
    return static_cast<int>(ExitCode::Done);
}

/// Of the catalogue, or of a Python file alone.
int listJobs(const Typed& typed, const Catalogue& catalogue)
{
    Catalogue ofFile;
    if (!typed.jobsOf.empty()) {
        const auto added = addPythonJobs(ofFile, typed.jobsOf, pythonPlace());
        if (!added) {
            complain(added.error().text);
            return static_cast<int>(codeOf(added.error()));
        }
    }
    const Catalogue& listed = typed.jobsOf.empty() ? catalogue : ofFile;
    return writeOut(typed.jobsAsJson ? jobsJson(listed) : jobsText(listed));
}

/// What cannot be written is an error of write(), told as one.
void tellOfBadOutputs()
{
    std::signal(SIGPIPE, SIG_IGN); // an output that was closed
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow
}

/// "trace --window -- …"
bool wantsWindow(int argc, char** argv)
{
    char** const end = std::find_if(argv, argv + argc, [](const char* word) { return std::string_view(word) == "--"; });
    return std::find_if(argv, end, [](const char* word) { return std::string_view(word) == "--window"; }) != end;
}

/// What is behind `trace --` is another program's: it is moved out. How many words are left.
int withoutProgram(int argc, char** argv, std::vector<std::string>& program)
{
    char** const end = argv + argc;
    char** const mark = std::find_if(argv, end, [](const char* word) { return std::string_view(word) == "--"; });
    if (mark == end || std::string_view(argv[1]) != "trace") {
        return argc;
    }
    program.assign(mark + 1, end);
    return static_cast<int>(mark - argv);
}

} // namespace

bool isCommandLine(int argc, char** argv)
{
    if (argc < 2) {
        return false;
    }
    const std::string_view first = argv[1];
    if (first == "trace" && wantsWindow(argc, argv)) {
        return false;
    }
    return std::find(std::begin(commands), std::end(commands), first) != std::end(commands) ||
           first == "--help" || first == "-h" || first == "--version";
}

int runCommandLine(int argc, char** argv, Catalogue& catalogue, const CliContext& context)
{
    CLI::App app("Poolscope runs a map job on a pool of workers and shows where the time goes.",
                 "poolscope");
    app.set_version_flag("--version", std::string("poolscope ") + POOLSCOPE_VERSION);
    app.footer(windowHelp);
    app.require_subcommand(1);
    Typed typed;
    const CLI::App* jobs = addJobsCommand(app, typed);
    const CLI::App* pickle = addPickleCommand(app, typed.pickle);
    const CLI::App* exported = addExportCommand(app, typed.exported);
    const CLI::App* compared = addCompareCommand(app, typed.compared);
    const CLI::App* traced = addTraceCommand(app, typed.traced);
    addRunCommand(app, typed.run);
    argc = withoutProgram(argc, argv, typed.traced.command);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& asked) { // --help and --version
        return app.exit(asked);
    } catch (const CLI::ParseError& error) {
        complain(sentenceOf(error, app));
        return static_cast<int>(ExitCode::WrongCall);
    }
    tellOfBadOutputs();
    if (jobs->parsed()) return listJobs(typed, catalogue);
    if (pickle->parsed()) return static_cast<int>(runPickleCommand(*pickle, typed.pickle));
    if (exported->parsed()) return static_cast<int>(exportSaved(typed.exported, context));
    if (compared->parsed()) return static_cast<int>(compareSaved(typed.compared));
    if (traced->parsed()) return traceProgram(typed.traced, context);
    return static_cast<int>(runJob(typed.run, catalogue, context));
}

} // namespace poolscope
