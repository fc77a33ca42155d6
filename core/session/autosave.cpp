// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/session/session.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <filesystem>
#include <system_error>
#include <tuple>

#include <unistd.h>

namespace poolscope {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view beginning = "run-";
constexpr std::string_view ending = ".poolscope";

/// Reads a number and what stands behind it off the front of a text.
bool takeNumber(std::string_view& text, std::int64_t& number, std::string_view behind)
{
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    const bool good = read.ec == std::errc() && number >= 0 && text.starts_with(behind);
    text.remove_prefix(good ? behind.size() : 0);
    return good;
}

bool runs(std::int64_t pid) { return ::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM; }

} // namespace

/// "run-1764444316123-4711-0.poolscope": when, by which process, and the how manieth of that moment.
struct Autosave::Entry {
    Kept kept;
    std::int64_t pid = 0;
    std::int64_t number = 0;

    bool read(std::string_view name)
    {
        if (!name.starts_with(beginning)) return false;
        name.remove_prefix(beginning.size());
        return takeNumber(name, kept.began, "-") && takeNumber(name, pid, "-") &&
               takeNumber(name, number, ending) && name.empty();
    }
    bool operator<(const Entry& other) const ///< the newest first
    {
        return std::tie(other.kept.began, other.number) < std::tie(kept.began, number);
    }
};

Autosave::Autosave(std::string folder, std::size_t most) : m_folder(std::move(folder)), m_most(most)
{}

Result<std::string> Autosave::keep(const RecordedRun& run) const
{
    std::error_code failed;
    fs::create_directories(m_folder, failed);
    if (failed) {
        return Error{
            "OSError", "cannot make the folder " + m_folder + ": " + failed.message() + ".", {}};
    }
    const std::string name = m_folder + "/" + std::string(beginning) + std::to_string(run.began) +
                             "-" + std::to_string(::getpid()) + "-";
    std::int64_t number = 0;
    std::string path;
    do {
        path = name + std::to_string(number++) + std::string(ending);
    } while (fs::exists(path, failed));
    const RecordedRun* one = &run;
    if (const auto saved = saveRuns(path, {&one, 1}); !saved) {
        return saved.error();
    }
    prune();
    return path;
}

void Autosave::forget(const std::string& path) const
{
    std::error_code ignored;
    fs::remove(path, ignored);
}

std::vector<Autosave::Entry> Autosave::entries() const
{
    std::vector<Entry> found;
    std::error_code failed;
    for (auto file = fs::directory_iterator(m_folder, failed);
         !failed && file != fs::directory_iterator(); file.increment(failed)) {
        Entry entry;
        std::error_code gone;
        if (entry.read(file->path().filename().string()) && file->is_regular_file(gone)) {
            entry.kept.path = file->path().string();
            entry.kept.bytes = file->file_size(gone);
            found.push_back(std::move(entry));
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<Autosave::Kept> Autosave::leftBehind() const
{
    std::vector<Kept> left;
    for (Entry& entry : entries()) {
        if (!runs(entry.pid)) left.push_back(std::move(entry.kept));
    }
    return left;
}

void Autosave::prune() const
{
    const std::vector<Entry> all = entries();
    for (std::size_t i = m_most; i < all.size(); ++i) {
        forget(all[i].kept.path);
    }
}

} // namespace poolscope
