// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the tests of core/start share: a child's words, and descriptors to give away.

#include "core/start/start.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace poolscope {

/// The two ends of a pipe, closed on exec unless asked otherwise.
struct Pipe {
    Descriptor read;
    Descriptor write;

    explicit Pipe(int flags = O_CLOEXEC)
    {
        std::array<int, 2> ends{-1, -1};
        if (::pipe2(ends.data(), flags) == 0) {
            read = Descriptor(ends[0]);
            write = Descriptor(ends[1]);
        }
    }
};

/// Everything until the last writer has gone.
inline std::string readAll(const Descriptor& from)
{
    std::string text;
    std::array<char, 256> part;
    for (ssize_t count = 0; (count = ::read(from.get(), part.data(), part.size())) > 0;) {
        text.append(part.data(), static_cast<std::size_t>(count));
    }
    return text;
}

inline SpawnRequest shell(const std::string& script) { return {"/bin/sh", {"-c", script}, {}}; }

/// What a shell says on its standard output.
inline std::string saidBy(Starter& starter, SpawnRequest request)
{
    Pipe pipe;
    request.descriptors.emplace_back(pipe.write.get(), 1);
    auto child = starter.spawn(request);
    pipe.write.reset();
    return child.ok() ? readAll(pipe.read) : child.error().text;
}

inline std::ptrdiff_t openDescriptors()
{
    using std::filesystem::directory_iterator;
    return std::distance(directory_iterator("/proc/self/fd"), directory_iterator());
}

/// The parent of a process, 0 where there is no such process.
inline pid_t parentOf(const std::filesystem::path& process)
{
    std::ifstream file(process / "stat");
    std::string text;
    std::getline(file, text);
    const std::size_t name = text.rfind(')'); // a name may hold anything
    return name == std::string::npos ? 0
                                     : std::atoi(text.c_str() + std::min(name + 4, text.size()));
}

/// Process ids of this process's children, zombies among them, sorted.
inline std::vector<pid_t> children()
{
    std::vector<pid_t> found;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const int pid = std::atoi(entry.path().filename().c_str());
        if (pid > 0 && parentOf(entry.path()) == ::getpid()) {
            found.push_back(pid);
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace poolscope
