// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/run_export.h"
#include "app/cli/session_commands.h"

#include <CLI/CLI.hpp>

namespace poolscope {

CLI::App* addExportCommand(CLI::App& app, ExportArguments& typed)
{
    CLI::App* command =
        app.add_subcommand("export", "Write a saved run as a picture, a report or data");
    command
        ->add_option("FILE", typed.run, "A session; FILE#2 is its second run, FILE alone its last")
        ->required()
        ->type_name("");
    command
        ->add_option(
            "-o", typed.out,
            "Where to; its ending says as what: .png .svg .pdf pictures, .html a report of one\n"
            "file, .csv rows, .json summary and rows, .trace.json for ui.perfetto.dev")
        ->required()
        ->type_name("OUT");
    command->footer("Example:\n  poolscope export a.poolscope#2 -o report.html");
    return command;
}

ExitCode exportSaved(const ExportArguments& typed, const CliContext& context)
{
    if (!canExport(typed.out)) {
        complain("-o " + exportEndingsSentence(typed.out));
        return ExitCode::WrongCall;
    }
    if (drawsFor(typed.out) && !context.draw) {
        complain("this Poolscope was built without charts, so -o " + typed.out +
                 " has nothing to draw with.");
        return ExitCode::WrongCall;
    }
    const auto run = openRun(typed.run);
    if (!run) {
        complain(run.error().text);
        return codeOf(run.error());
    }
    const auto written = exportTo(typed.out, *run, context);
    if (!written) {
        complain(written.error().text);
    }
    return written ? ExitCode::Done : ExitCode::BadFile;
}

} // namespace poolscope
