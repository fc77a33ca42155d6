// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jobs/each.h"
#include "app/jobs/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace poolscope {

namespace {

namespace fs = std::filesystem;

/// A file's path as text, and where in it a block begins and how long it is, in bytes.
using Block = std::tuple<std::string, std::int64_t, std::int64_t>;
using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

bool isSpace(char letter) { return letter == ' ' || (letter >= '\t' && letter <= '\r'); }

/// The words that begin in the block; what lies before it is looked at for one byte.
std::int64_t wordsIn(std::string_view bytes, bool afterSpace)
{
    std::int64_t words = 0;
    for (const char letter : bytes) {
        const bool space = isSpace(letter);
        words += afterSpace && !space ? 1 : 0;
        afterSpace = space;
    }
    return words;
}

std::int64_t countWords(const Block& block)
{
    const auto& [path, offset, length] = block;
    const std::int64_t before = offset > 0 ? 1 : 0;
    const File file(std::fopen(nameOfText(path).c_str(), "rbe"), &std::fclose);
    if (!file || std::fseek(file.get(), offset - before, SEEK_SET) != 0) {
        throw TaskError("OSError", path + " cannot be read: " + std::strerror(errno) + ".");
    }
    Buffer buffer;
    char* bytes = buffer.extend(static_cast<std::size_t>(length + before));
    const std::size_t read = std::fread(bytes, 1, buffer.size(), file.get());
    if (std::ferror(file.get()) != 0) {
        throw TaskError("OSError", path + " cannot be read: " + std::strerror(errno) + ".");
    }
    const std::string_view text(bytes, read);
    if (before == 0 || text.empty()) {
        return wordsIn(text, true);
    }
    return wordsIn(text.substr(1), isSpace(text[0]));
}

std::vector<Block> blocksOf(const std::vector<fs::path>& files, std::int64_t size)
{
    std::vector<Block> blocks;
    for (const fs::path& file : files) {
        std::error_code gone;
        const std::uintmax_t bytes = fs::file_size(file, gone);
        const auto length = gone ? 0 : static_cast<std::int64_t>(bytes);
        for (std::int64_t offset = 0; offset == 0 || offset < length; offset += size) {
            blocks.emplace_back(textOfName(file.native()), offset, std::min(size, length - offset));
        }
    }
    return blocks;
}

} // namespace

void addWordcount(Catalogue& catalogue)
{
    const auto wordcount = catalogue.add(jobsModule, "wordcount", &countWords);
    Job job;
    job.name = "wordcount";
    job.summary = "the words of a file, or of the files in a folder, block by block";
    Parameter path;
    path.name = "path";
    path.help = "a file or a folder";
    path.initial = std::string("/usr/share/common-licenses"); // there on every Debian
    job.parameters = {
        path, wholeNumber("block", "how much of a file one call reads", "B", 1 << 20, 1, 1 << 30)};
    job.build = [wordcount](const Arguments& arguments, const JobContext& context) -> Result<Work> {
        const Result<std::vector<fs::path>> files = filesAt(arguments.text("path"));
        if (!files.ok()) {
            return files.error();
        }
        Work work;
        work.callable = wordcount();
        work.input = vectorInput(blocksOf(*files, arguments.integer("block")));
        work.title = "wordcount(" + arguments.text("path") + ")";
        work.registry = context.registry;
        work.sums = true;
        return work;
    };
    catalogue.addJob(std::move(job));
}

} // namespace poolscope
