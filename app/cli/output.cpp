// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/output.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>

namespace poolscope {
namespace {

constexpr std::size_t muchText = 1 << 18;
constexpr Nanos aWhile = 50'000'000;

Error cannotWrite(const std::string& path)
{
    return {"OSError", "cannot write " + path + ": " + std::strerror(errno) + ".", {}};
}

} // namespace

Result<Output> Output::open(const std::string& path)
{
    if (path == "-") {
        return standard();
    }
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (!file) {
        return cannotWrite(path);
    }
    return Output(std::move(file), path);
}

void Output::settle(Nanos at)
{
    if (m_text.size() >= muchText || at - m_written >= aWhile) {
        flush();
        m_written = at;
    }
}

void Output::flush()
{
    const int fd = m_file ? m_file.get() : STDOUT_FILENO;
    std::string_view rest = good() ? std::string_view(m_text) : std::string_view();
    while (!rest.empty()) {
        const ssize_t done = ::write(fd, rest.data(), rest.size());
        if (done < 0 && errno == EINTR) {
            continue;
        }
        if (done < 0) {
            m_error = errno == EPIPE ? m_name + " was closed before everything was written."
                                     : cannotWrite(m_name).text;
            break;
        }
        rest.remove_prefix(static_cast<std::size_t>(done));
    }
    m_text.clear();
}

ExitCode flushed(Output& output)
{
    output.flush();
    if (!output.good()) {
        complain(output.error());
        return ExitCode::BadFile;
    }
    return ExitCode::Done;
}

Result<void> canWrite(const std::string& path)
{
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666));
    if (!file) {
        return cannotWrite(path);
    }
    return {};
}

} // namespace poolscope
