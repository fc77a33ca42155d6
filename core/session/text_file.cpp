// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/session/text_file.h"

#include <cerrno>
#include <string_view>

#include <fcntl.h>
#include <sys/stat.h>

namespace poolscope {

TextFile::TextFile(std::string path, std::optional<NewFile> file, Descriptor device)
    : m_path(std::move(path)), m_file(std::move(file)), m_device(std::move(device))
{}

Result<TextFile> TextFile::open(const std::string& path)
{
    struct stat there {};
    const bool exists = ::stat(path.c_str(), &there) == 0;
    if (exists && !S_ISREG(there.st_mode) && !S_ISDIR(there.st_mode)) {
        Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
        if (!device) {
            return cannotWrite(path);
        }
        return TextFile(path, std::nullopt, std::move(device));
    }
    auto file = NewFile::beside(path);
    if (!file) {
        return file.error();
    }
    return TextFile(path, std::move(*file), {});
}

bool TextFile::flush()
{
    const int fd = m_file ? m_file->descriptor() : m_device.get();
    std::string_view rest = m_error.empty() ? std::string_view(m_text) : std::string_view();
    while (!rest.empty()) {
        const ssize_t done = ::write(fd, rest.data(), rest.size());
        if (done < 0 && errno == EINTR) {
            continue;
        }
        if (done < 0) {
            m_error = cannotWrite(m_path).text;
            break;
        }
        rest.remove_prefix(static_cast<std::size_t>(done));
    }
    m_text.clear();
    return m_error.empty();
}

Result<void> TextFile::keep()
{
    if (!flush()) {
        return Error{"OSError", m_error, {}};
    }
    return m_file ? m_file->keep() : Result<void>();
}

} // namespace poolscope
