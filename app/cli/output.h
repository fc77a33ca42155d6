// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A file or standard output that a command writes to. Private to app/cli.

#include "app/cli/exit_code.h"

#include "core/base/base.h"

#include <string>
#include <string_view>

namespace poolscope {

/// Collects text and writes it in large pieces. What fails is kept: later text is thrown away, and
/// the caller asks once in a while.
class Output final {
public:
    /// "-" is standard output; a file is made anew. "OSError" where that cannot be.
    static Result<Output> open(const std::string& path);
    static Output standard() { return Output(Descriptor(), "standard output"); }

    Output(Output&&) = default;
    Output& operator=(Output&&) = default;

    std::string& text() { return m_text; } ///< append here, then settle()
    void settle(Nanos at); ///< writes when there is much, or when the last write was a while ago
    void flush();
    bool good() const { return m_error.empty(); }
    const std::string& error() const { return m_error; } ///< a sentence

private:
    Output(Descriptor file, std::string name) : m_file(std::move(file)), m_name(std::move(name)) {}

    Descriptor m_file; // none: standard output
    std::string m_name;
    std::string m_text;
    std::string m_error;
    Nanos m_written = 0;
};

/// Flushes, and complains where not all could be written.
ExitCode flushed(Output& output);
/// Whether a file at this path can be written, leaving it as it is (an empty one is made).
Result<void> canWrite(const std::string& path);

} // namespace poolscope
