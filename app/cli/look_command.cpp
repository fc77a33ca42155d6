// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/look_command.h"

#include "app/cli/input_file.h"
#include "app/cli/output.h"
#include "app/cli/picture_json.h"
#include "app/cli/picture_text.h"
#include "app/cli/text_width.h"

#include <unistd.h>

#include <algorithm>

namespace poolscope {
namespace {

constexpr std::size_t fewestColumns = 60;
constexpr std::size_t mostColumns = 120; // a share far from its part is hard to read

std::string nameOf(const LookArguments& typed)
{
    return typed.file == "-" ? "standard input" : typed.file;
}

/// Reads the whole file, or says why not.
ExitCode readMessage(const LookArguments& typed, const char* verb, Buffer& message)
{
    if (typed.file.empty()) {
        complain(std::string("which file? poolscope pickle ") + verb + " --help shows an example.");
        return ExitCode::WrongCall;
    }
    Result<InputFile> input = InputFile::open(typed.file);
    const Result<void> read = input.ok() ? input->readAll(message) : input.error();
    if (!read.ok()) {
        complain(read.error().text);
        return ExitCode::BadFile;
    }
    return ExitCode::Done;
}

std::size_t columnsOfPicture()
{
    return std::clamp(columnsOf(STDOUT_FILENO), fewestColumns, mostColumns);
}

} // namespace

ExitCode listPickle(const LookArguments& typed)
{
    Buffer message;
    if (const ExitCode read = readMessage(typed, "dis", message); read != ExitCode::Done) {
        return read;
    }
    Output output = Output::standard();
    const Result<void> listed = disassemble(message.view(), [&](std::string_view text) {
        output.text() += text;
        output.settle(now());
        return output.good();
    });
    const ExitCode written = flushed(output);
    if (written == ExitCode::Done && !listed.ok()) {
        complain(nameOf(typed) + " is damaged: " + listed.error().text + ".");
        return ExitCode::BadFile;
    }
    return written;
}

ExitCode showPickle(const LookArguments& typed)
{
    Buffer message;
    if (const ExitCode read = readMessage(typed, "show", message); read != ExitCode::Done) {
        return read;
    }
    const Result<Anatomy> anatomy = Anatomy::of(message.view());
    if (!anatomy.ok()) {
        complain(nameOf(typed) + " is damaged: " + anatomy.error().text);
        return ExitCode::BadFile;
    }
    Output output = Output::standard();
    output.text() = typed.asJson ? pictureJson(*anatomy) : pictureText(*anatomy, columnsOfPicture());
    return flushed(output);
}

} // namespace poolscope
