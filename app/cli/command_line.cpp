// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/cli.h"

#include "app/cli/jobs_command.h"
#include "app/cli/output.h"
#include "app/cli/run_command.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <csignal>

namespace poolscope {
namespace {

constexpr const char* commands[] = {"jobs", "run", "pickle", "compare", "export", "trace"};

constexpr const char* exitCodes =
    "Exit codes: 0 all tasks have a value, 1 some task failed, 2 the call is wrong,\n"
    "3 the run could not start, 4 a file is unreadable or cannot be written, 130 interrupted.";

/// The commands and what was typed after them.
struct Typed {
    RunArguments run;
    bool jobsAsJson = false;
};

CLI::App* addJobsCommand(CLI::App& app, Typed& typed)
{
    CLI::App* jobs =
        app.add_subcommand("jobs", "The catalogue: names, parameters, defaults and units");
    jobs->add_flag("--json", typed.jobsAsJson, "As JSON");
    jobs->footer("\nExample:\n  poolscope jobs --json");
    return jobs;
}

CLI::App* addRunCommand(CLI::App& app, RunArguments& typed)
{
    CLI::App* run = app.add_subcommand("run", "Run a job without a window");
    run->add_option("JOB", typed.job, "Name of the job; poolscope jobs lists them")->required();
    run->add_option("name=value", typed.parameters, "Parameters of the job");
    run->add_option("--backend", typed.backend, "serial, threads or processes (the default)");
    run->add_option("--workers", typed.workers, "How many; the CPUs that may be used by default");
    run->add_option(
        "--chunksize", typed.chunksize,
        "Items that travel together; by default items / (4 × workers) for map, 1 for imap");
    run->add_option("--api", typed.api, "map (the default), imap or apply");
    run->add_option("--protocol", typed.protocol, "Pickle protocol, 2 to 5 (the default)");
    run->add_option("--input", typed.input, "Items from a file, one JSON value a line");
    run->add_option("--results", typed.results,
                    "Values to a file or -, one JSON value a line, in order");
    run->add_flag("--results-index", typed.resultsIndex,
                  "Put the item's index and a tab before each value");
    run->add_option("--json", typed.json, "Summary to a file or -");
    run->add_option("--export", typed.exportTo, "Draw the charts to a .png");
    run->add_flag("--no-serial-probe", typed.noProbe, "Do not measure the serial time first");
    run->add_flag("--quiet", typed.quiet, "No progress and no verdict on standard error");
    run->footer(std::string("\nExample:\n  poolscope run power items=1000000 n=10 --workers 4 "
                            "--results r.jsonl --json s.json\n\n") +
                exitCodes);
    return run;
}

/// What is wrong with the call, in a sentence of ours.
std::string sentenceOf(const CLI::ParseError& error, const CLI::App& app)
{
    const auto chosen = app.get_subcommands();
    const std::string help =
        chosen.empty() ? "poolscope --help" : "poolscope " + chosen[0]->get_name() + " --help";
    if (error.get_name() == "ExtrasError") {
        const auto extras = app.remaining(true);
        const std::string first = extras.empty() ? "" : extras.front();
        const bool option = !first.empty() && first[0] == '-';
        const std::string what = option || !chosen.empty() ? "option " : "command ";
        return "there is no " + what + "\"" + first + "\": " + help + " lists what there is.";
    }
    if (error.get_name() == "RequiredError") {
        return chosen.empty() ? "no command was given: poolscope --help lists them."
                              : "which job? poolscope jobs lists them.";
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

} // namespace

bool isCommandLine(int argc, char** argv)
{
    if (argc < 2) {
        return false;
    }
    const std::string_view first = argv[1];
    return std::find(std::begin(commands), std::end(commands), first) != std::end(commands) ||
           first == "--help" || first == "-h" || first == "--version";
}

int runCommandLine(int argc, char** argv, const Catalogue& catalogue, const CliContext& context)
{
    CLI::App app("Poolscope runs a map job on a pool of workers and shows where the time goes.",
                 "poolscope");
    app.set_version_flag("--version", std::string("poolscope ") + POOLSCOPE_VERSION);
    app.footer("\nWithout a command, or with a FILE, the window opens.\n\nExample:\n"
               "  poolscope run power items=1000000 --workers 4");
    app.require_subcommand(1);
    Typed typed;
    const CLI::App* jobs = addJobsCommand(app, typed);
    addRunCommand(app, typed.run);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& asked) { // --help and --version
        return app.exit(asked);
    } catch (const CLI::ParseError& error) {
        complain(sentenceOf(error, app));
        return static_cast<int>(ExitCode::WrongCall);
    }
    std::signal(SIGPIPE, SIG_IGN); // a closed output is an error of write(), told as one
    if (jobs->parsed()) {
        return writeOut(typed.jobsAsJson ? jobsJson(catalogue) : jobsText(catalogue));
    }
    return static_cast<int>(runJob(typed.run, catalogue, context));
}

} // namespace poolscope
