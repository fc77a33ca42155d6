// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jobs/each.h"
#include "app/jobs/files.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <nettle/sha2.h>

namespace poolscope {

namespace {

namespace fs = std::filesystem;

/// As sha256sum prints it: the digest in hexadecimal digits, and the file's path as text.
using Line = std::pair<std::string, std::string>;

[[noreturn]] void throwUnreadable(const std::string& path, const char* reason)
{
    throw TaskError("OSError", path + " cannot be read: " + reason + ".");
}

/// What has become a pipe or a device since it was listed is refused: reading it might never end.
Descriptor openFile(const std::string& path)
{
    const std::string name = nameOfText(path);
    Descriptor file(::open(name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    struct stat status {};
    if (!file || ::fstat(file.get(), &status) != 0) {
        throwUnreadable(path, std::strerror(errno));
    }
    if (!S_ISREG(status.st_mode)) {
        throwUnreadable(path, "it is not a regular file any more");
    }
    return file;
}

std::string hexadecimal(const std::array<std::uint8_t, SHA256_DIGEST_SIZE>& bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : bytes) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

Line hashFile(const std::string& path)
{
    const Descriptor file = openFile(path);
    sha256_ctx hash;
    sha256_init(&hash);
    std::array<std::uint8_t, 1 << 16> block;
    for (;;) {
        const ssize_t read = ::read(file.get(), block.data(), block.size());
        if (read < 0 && errno != EINTR) {
            throwUnreadable(path, std::strerror(errno));
        }
        if (read == 0) {
            break;
        }
        sha256_update(&hash, static_cast<std::size_t>(std::max<ssize_t>(read, 0)), block.data());
    }
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest;
    sha256_digest(&hash, digest.size(), digest.data());
    return {hexadecimal(digest), path};
}

std::vector<std::string> textsOf(const std::vector<fs::path>& files)
{
    std::vector<std::string> texts;
    for (const fs::path& file : files) {
        texts.push_back(textOfName(file.native()));
    }
    return texts;
}

} // namespace

void addHashFiles(Catalogue& catalogue)
{
    const auto hashFiles = catalogue.add(jobsModule, "hash_files", &hashFile);
    Job job;
    job.name = "hash_files";
    job.summary = "the SHA-256 of a file, or of each file in a folder, as sha256sum gives it: "
                  "files of any size, and a disk to wait for";
    Parameter path;
    path.name = "path";
    path.help = "a file or a folder";
    path.initial = std::string("/usr/bin"); // there on every Debian
    job.parameters = {path};
    job.build = [hashFiles](const Arguments& arguments, const JobContext& context) -> Result<Work> {
        const Result<std::vector<fs::path>> files = filesAt(arguments.text("path"));
        if (!files.ok()) {
            return files.error();
        }
        Work work;
        work.callable = hashFiles();
        work.input = vectorInput(textsOf(*files));
        work.title = "hash_files(" + arguments.text("path") + ")";
        work.registry = context.registry;
        return work;
    };
    catalogue.addJob(std::move(job));
}

} // namespace poolscope
