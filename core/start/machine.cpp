// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/start/start.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <climits>
#include <filesystem>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <sched.h>

namespace poolscope {

namespace {

/// The number behind `label` in a text of /proc, 0 where there is none.
std::uint64_t numberAfter(std::string_view text, std::string_view label)
{
    const std::size_t at = text.find(label);
    if (at == std::string_view::npos) {
        return 0;
    }
    text.remove_prefix(at + label.size());
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

template <std::size_t N>
std::string_view readAgain(const Descriptor& file, std::array<char, N>& buffer)
{
    const ssize_t count = file ? ::pread(file.get(), buffer.data(), buffer.size(), 0) : -1;
    return {buffer.data(), count > 0 ? static_cast<std::size_t>(count) : 0};
}

} // namespace

UsageMeter::UsageMeter()
    : m_status(::open("/proc/self/status", O_RDONLY | O_CLOEXEC)),
      m_schedstat(::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC))
{}

// VmHWM and not getrusage's ru_maxrss: that one is inherited over vfork and exec, so that a small
// worker of a large parent would show the parent's peak as its own.
Usage UsageMeter::read() const
{
    std::array<char, 4096> buffer;
    Usage usage;
    const std::string_view status = readAgain(m_status, buffer);
    usage.rss = numberAfter(status, "VmRSS:") * 1024;
    usage.maxRss = std::max(usage.rss, numberAfter(status, "VmHWM:") * 1024);
    usage.cpuWait = static_cast<Nanos>(numberAfter(readAgain(m_schedstat, buffer), " "));
    return usage;
}

Usage ownUsage() { return UsageMeter().read(); }

int availableCpus()
{
    for (int most = CPU_SETSIZE; most <= 1 << 20; most *= 2) {
        cpu_set_t* set = CPU_ALLOC(most);
        const std::size_t size = CPU_ALLOC_SIZE(most);
        const int count = ::sched_getaffinity(0, size, set) == 0 ? CPU_COUNT_S(size, set) : 0;
        CPU_FREE(set);
        if (count > 0) {
            return count;
        }
    }
    return 1;
}

std::string programPath()
{
    std::array<char, PATH_MAX> path;
    const ssize_t count = ::readlink("/proc/self/exe", path.data(), path.size());
    return {path.data(), count > 0 ? static_cast<std::size_t>(count) : 0};
}

std::string programFolder()
{
    const std::string path = programPath();
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "." : path.substr(0, slash);
}

std::string pythonFolder()
{
    for (const char* place : {"/../python", "/../share/poolscope/python"}) {
        std::error_code error;
        const std::filesystem::path folder =
            std::filesystem::path(programFolder() + place).lexically_normal();
        if (std::filesystem::exists(folder / "poolscope_trace/site/sitecustomize.py", error)) {
            return folder.string();
        }
    }
    return {};
}

} // namespace poolscope
