// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A file or standard input that a command reads. Private to app/cli.

#include "core/base/base.h"

#include <string>

namespace poolscope {

/// Bytes from outside, in order.
class InputFile final {
public:
    /// "-" is standard input. "OSError" where the file cannot be opened.
    static Result<InputFile> open(const std::string& path);
    static InputFile standard() { return InputFile(Descriptor(), "standard input"); }

    /// Appends what is left to `out`.
    Result<void> readAll(Buffer& out);
    /// Appends up to `count` bytes, fewer only at the end. Memory grows with what comes, never with
    /// what was announced.
    Result<void> read(std::size_t count, Buffer& out);

private:
    InputFile(Descriptor file, std::string name) : m_file(std::move(file)), m_name(std::move(name))
    {}
    Result<std::size_t> readSome(std::size_t most, Buffer& out);

    Descriptor m_file; // none: standard input
    std::string m_name;
};

} // namespace poolscope
