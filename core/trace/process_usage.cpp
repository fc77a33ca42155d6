// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/trace/process_usage.h"

#include <cstdio>
#include <fstream>
#include <string>

#include <unistd.h>

namespace poolscope {
namespace {

/// The second number of a file of /proc.
std::optional<std::uint64_t> secondNumber(const std::string& path)
{
    std::ifstream file(path);
    std::uint64_t first = 0, second = 0;
    if (!(file >> first >> second)) return std::nullopt;
    return second;
}

} // namespace

std::optional<ProcessUsage> usageOf(std::int32_t pid)
{
    const std::string folder = "/proc/" + std::to_string(pid);
    const auto pages = secondNumber(folder + "/statm");
    if (!pages) return std::nullopt;
    ProcessUsage usage;
    usage.rss = *pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    usage.cpuWait = static_cast<Nanos>(secondNumber(folder + "/schedstat").value_or(0)); // a kernel may have none
    return usage;
}

} // namespace poolscope
