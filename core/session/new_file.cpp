// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/session/new_file.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <fcntl.h>
#include <sys/stat.h>

namespace poolscope {
namespace {

constexpr int mostNames = 1000; // that may be taken already

/// Where a link leads to, so that it stays one.
std::string followed(const std::string& path)
{
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr),
                                                           std::free);
    return real ? real.get() : path;
}

std::string folderOf(const std::string& path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "./" : path.substr(0, slash + 1);
}

Error noFile(const std::string& path)
{
    return {"OSError", "cannot write " + path + ": it is no file that could be replaced.", {}};
}

} // namespace

Error cannotWrite(const std::string& path)
{
    return {"OSError", "cannot write " + path + ": " + std::strerror(errno) + ".", {}};
}

NewFile::NewFile(Descriptor file, std::string path, std::string target)
    : m_file(std::move(file)), m_path(std::move(path)), m_target(std::move(target))
{}

NewFile::NewFile(NewFile&& other) noexcept
    : m_file(std::move(other.m_file)),
      m_path(std::exchange(other.m_path, {})),
      m_target(std::move(other.m_target))
{}

NewFile::~NewFile()
{
    if (!m_path.empty()) {
        ::unlink(m_path.c_str());
    }
}

Result<NewFile> NewFile::beside(const std::string& path)
{
    struct stat there {};
    const bool exists = ::stat(path.c_str(), &there) == 0;
    if (exists && !S_ISREG(there.st_mode)) {
        errno = EISDIR;
        return S_ISDIR(there.st_mode) ? cannotWrite(path) : noFile(path);
    }
    if (exists && ::access(path.c_str(), W_OK) != 0) { // else a rename would pass over it
        return cannotWrite(path);
    }
    const std::string target = followed(path);
    for (int i = 0; i < mostNames; ++i) {
        const std::string name = folderOf(target) + ".poolscope-" + std::to_string(::getpid()) +
                                 "-" + std::to_string(i) + ".part";
        Descriptor file(::open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
        if (file) {
            if (exists) ::fchmod(file.get(), there.st_mode & 07777);
            return NewFile(std::move(file), name, target);
        }
        if (errno != EEXIST) {
            break;
        }
    }
    return cannotWrite(path);
}

Result<void> NewFile::keep()
{
    if (::fsync(m_file.get()) != 0 || ::rename(m_path.c_str(), m_target.c_str()) != 0) {
        return cannotWrite(m_target);
    }
    m_path.clear();
    const Descriptor folder(::open(folderOf(m_target).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder) {
        ::fsync(folder.get()); // the name too; a file system that cannot is none the worse
    }
    return {};
}

} // namespace poolscope
