// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/session/session_header.h"

#include "core/session/session.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>

namespace poolscope {
namespace {

constexpr std::size_t headerSize =
    100; // https://www.sqlite.org/fileformat.html#the_database_header
constexpr std::string_view magic("SQLite format 3\0", 16);
using Bytes = std::array<unsigned char, headerSize>;

std::uint32_t bigEndian(const Bytes& bytes, std::size_t at, std::size_t count)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value << 8 | bytes[at + i];
    return value;
}

Error wrong(const std::string& path, const std::string& what)
{
    return {"OSError", path + " " + what + ".", {}};
}

Error unread(const std::string& path)
{
    return {"OSError", "cannot read " + path + ": " + std::strerror(errno) + ".", {}};
}

/// Bytes that the file has at least, by its own account.
std::uint64_t toldSize(const Bytes& header)
{
    const std::uint32_t page = bigEndian(header, 16, 2);
    return std::uint64_t{page == 1 ? 65536 : page} * bigEndian(header, 28, 4);
}

Result<void> judge(const std::string& path, const Bytes& header, std::uint64_t size)
{
    if (bigEndian(header, 68, 4) != sessionApplication) {
        return wrong(path, "is no Poolscope session but another program's SQLite file");
    }
    const std::uint32_t version = bigEndian(header, 60, 4);
    if (version > static_cast<std::uint32_t>(sessionVersion)) {
        return wrong(path, "was saved by a newer Poolscope (format " + std::to_string(version) +
                               ", and this one reads up to " + std::to_string(sessionVersion) +
                               "): open it with that one");
    }
    if (version == 0) {
        return wrong(path, "is damaged and cannot be opened: it has no version");
    }
    if (size < toldSize(header)) {
        return wrong(path, "is cut short: " + std::to_string(size) + " of " +
                               std::to_string(toldSize(header)) + " bytes are there");
    }
    return {};
}

} // namespace

Result<SessionHeader> readSessionHeader(const std::string& path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status {};
    if (!file || ::fstat(file.get(), &status) != 0) {
        return unread(path);
    }
    if (!S_ISREG(status.st_mode)) {
        errno = EISDIR;
        return S_ISDIR(status.st_mode) ? unread(path)
                                       : wrong(path, "is no file that holds a session");
    }
    Bytes header{};
    const ssize_t got = ::pread(file.get(), header.data(), header.size(), 0);
    if (got < 0) {
        return unread(path);
    }
    if (got == 0) {
        return wrong(path, "is empty: no session was saved in it");
    }
    if (std::memcmp(header.data(), magic.data(), std::min<std::size_t>(got, magic.size())) != 0) {
        return wrong(path, "is no Poolscope session: those are SQLite files");
    }
    if (static_cast<std::size_t>(got) < header.size()) {
        return wrong(path, "is cut short: " + std::to_string(got) + " bytes are there");
    }
    const auto size = static_cast<std::uint64_t>(status.st_size);
    const auto good = judge(path, header, size);
    return good ? Result<SessionHeader>(SessionHeader{size}) : good.error();
}

} // namespace poolscope
