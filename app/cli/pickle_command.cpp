// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/pickle_command.h"

#include <CLI/CLI.hpp>

namespace poolscope {
namespace {

void addRepack(CLI::App& pickle, RepackArguments& typed)
{
    CLI::App* repack = pickle.add_subcommand("repack", "Read a pickle and write it again");
    repack->add_option("FILE", typed.file, "The pickle; - is standard input")->type_name("");
    repack->add_option("-o", typed.out, "Where to; standard output by default")->type_name("OUT");
    repack->add_option("--protocol", typed.protocol, "2 to 5; by default the one it came in, or 2")
        ->type_name("N");
    repack->add_flag("--frames", typed.frames,
                     "A stream on standard input instead of FILE: each message is a 4-byte\n"
                     "little-endian length and its bytes and is answered the same way, an\n"
                     "error as a negative length and its text");
    repack->footer("Example:\n  poolscope pickle repack old.pickle -o new.pickle --protocol 5");
}

void addDis(CLI::App& pickle, LookArguments& typed)
{
    CLI::App* dis =
        pickle.add_subcommand("dis", "List the opcodes, as python3 -m pickletools does");
    dis->add_option("FILE", typed.file, "The pickle; - is standard input")->type_name("");
    dis->footer("What can be read of a damaged pickle is listed; the exit code is 4 then.\n\n"
                "Example:\n  poolscope pickle dis message.pickle");
}

void addShow(CLI::App& pickle, LookArguments& typed)
{
    CLI::App* show =
        pickle.add_subcommand("show", "Show the object as a tree, with the bytes of each part");
    show->add_option("FILE", typed.file, "The pickle; - is standard input")->type_name("");
    show->add_flag("--json", typed.asJson, "As JSON");
    show->footer("Example:\n  poolscope pickle show message.pickle");
}

} // namespace

CLI::App* addPickleCommand(CLI::App& app, PickleArguments& typed)
{
    CLI::App* pickle = app.add_subcommand("pickle", "Look at a pickle, or write it again");
    pickle->require_subcommand(1);
    addDis(*pickle, typed.look);
    addShow(*pickle, typed.look);
    addRepack(*pickle, typed.repack);
    pickle->footer("Nothing in a pickle is ever run.\n\nExample:\n"
                   "  poolscope pickle show message.pickle");
    return pickle;
}

ExitCode runPickleCommand(const CLI::App& pickle, const PickleArguments& typed)
{
    if (pickle.got_subcommand("dis")) {
        return listPickle(typed.look);
    }
    if (pickle.got_subcommand("show")) {
        return showPickle(typed.look);
    }
    return repackPickle(typed.repack);
}

} // namespace poolscope
