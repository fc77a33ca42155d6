// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/holdings.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string_view>

#include <unistd.h>

namespace poolscope::test {

namespace {

namespace fs = std::filesystem;

std::size_t entries(const char* folder)
{
    const fs::directory_iterator files(folder);
    return static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

bool liesWhereNamesStay(std::string_view path)
{
    constexpr std::array<std::string_view, 5> folders{"/dev/shm/", "/dev/mqueue/", "/tmp/",
                                                      "/var/tmp/", "/run/"};
    return !path.ends_with(" (deleted)") &&
           std::any_of(folders.begin(), folders.end(),
                       [&](std::string_view folder) { return path.starts_with(folder); });
}

/// What the descriptors of a process lead to: "socket:[4711]", "/memfd:ring (deleted)", a path.
std::vector<std::string> openOf(const std::string& process)
{
    std::vector<std::string> open;
    std::error_code gone;
    for (fs::directory_iterator at(process + "/fd", gone); !gone && at != fs::directory_iterator();
         at.increment(gone)) {
        const fs::path target = fs::read_symlink(at->path(), gone);
        open.push_back(gone ? std::string() : target.string());
        gone.clear();
    }
    return open;
}

/// Paths that a process has mapped so that others see what it writes.
std::vector<std::string> sharedMappingsOf(const std::string& process)
{
    std::vector<std::string> paths;
    std::ifstream maps(process + "/maps");
    for (std::string line; std::getline(maps, line);) {
        const std::size_t path = line.find('/');
        if (path != std::string::npos && line.find("s ") < path) {
            paths.push_back(line.substr(path));
        }
    }
    return paths;
}

/// The names of sockets in the machine, each behind its "socket:[inode]". A name follows the inode,
/// an abstract one with @.
std::vector<std::pair<std::string, std::string>> namedSockets()
{
    std::vector<std::pair<std::string, std::string>> named;
    std::ifstream table("/proc/net/unix");
    for (std::string line; std::getline(table, line);) {
        std::istringstream words(line);
        std::string skipped, inode, name;
        words >> skipped >> skipped >> skipped >> skipped >> skipped >> skipped >> inode >> name;
        if (!name.empty()) {
            named.emplace_back("socket:[" + inode + "]", name);
        }
    }
    return named;
}

/// Shared memory of System V that one of these made.
void addSystemV(const std::set<pid_t>& pids, std::set<std::string>& things)
{
    std::ifstream table("/proc/sysvipc/shm");
    std::string line;
    for (std::getline(table, line); std::getline(table, line);) {
        std::istringstream words(line);
        std::string key, id, mode, size;
        pid_t maker = 0;
        words >> key >> id >> mode >> size >> maker;
        if (pids.contains(maker)) {
            things.insert("System V shared memory " + id);
        }
    }
}

} // namespace

std::vector<pid_t> childrenHere()
{
    std::vector<pid_t> children;
    for (const auto& task : fs::directory_iterator("/proc/self/task")) {
        std::ifstream file(task.path() / "children");
        for (pid_t pid = 0; file >> pid;) {
            children.push_back(pid);
        }
    }
    return children;
}

Holdings holdingsHere()
{
    Holdings held{entries("/proc/self/fd"), childrenHere().size(), entries("/proc/self/task"), 0};
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        held.segments += line.find("memfd:") != std::string::npos;
    }
    return held;
}

std::set<std::string> namedThingsHere()
{
    const std::vector<pid_t> children = childrenHere();
    std::set<pid_t> pids(children.begin(), children.end());
    pids.insert(::getpid());
    const auto sockets = namedSockets();
    std::set<std::string> things;
    for (const pid_t pid : pids) {
        const std::string process = "/proc/" + std::to_string(pid);
        std::vector<std::string> held = openOf(process);
        for (const auto& [inode, name] : sockets) {
            if (std::find(held.begin(), held.end(), inode) != held.end()) {
                things.insert("socket " + name);
            }
        }
        const auto mapped = sharedMappingsOf(process);
        held.insert(held.end(), mapped.begin(), mapped.end());
        std::copy_if(held.begin(), held.end(), std::inserter(things, things.end()),
                     &liesWhereNamesStay);
    }
    addSystemV(pids, things);
    return things;
}

} // namespace poolscope::test
