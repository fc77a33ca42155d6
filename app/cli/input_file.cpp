// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/input_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>

#include <fcntl.h>
#include <unistd.h>

namespace poolscope {
namespace {

constexpr std::size_t piece = std::size_t{1} << 20;

Error cannotRead(const std::string& name)
{
    return {"OSError", "cannot read " + name + ": " + std::strerror(errno) + ".", {}};
}

} // namespace

Result<InputFile> InputFile::open(const std::string& path)
{
    if (path == "-") {
        return standard();
    }
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) {
        return cannotRead(path);
    }
    return InputFile(std::move(file), path);
}

Result<std::size_t> InputFile::readSome(std::size_t most, Buffer& out)
{
    const std::size_t before = out.size();
    char* const place = out.extend(std::min(most, piece));
    for (;;) {
        const ssize_t got =
            ::read(m_file ? m_file.get() : STDIN_FILENO, place, std::min(most, piece));
        if (got >= 0) {
            out.truncate(before + static_cast<std::size_t>(got));
            return static_cast<std::size_t>(got);
        }
        if (errno != EINTR) {
            out.truncate(before);
            return cannotRead(m_name);
        }
    }
}

Result<void> InputFile::read(std::size_t count, Buffer& out)
{
    while (count != 0) {
        const Result<std::size_t> got = readSome(count, out);
        if (!got.ok()) {
            return got.error();
        }
        if (*got == 0) {
            break;
        }
        count -= *got;
    }
    return {};
}

Result<void> InputFile::readAll(Buffer& out)
{
    return read(std::numeric_limits<std::size_t>::max(), out);
}

} // namespace poolscope
