// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/start/start.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace poolscope {

namespace {

struct Held {
    std::uint64_t data = 0;     ///< bytes of private writable memory, touched or not
    std::uint64_t resident = 0; ///< bytes
};

/// Bytes behind a label of /proc/PID/status, 0 where there is none.
std::uint64_t bytesAfter(std::string_view text, std::string_view label)
{
    const std::size_t at = text.find(label);
    if (at == std::string_view::npos) {
        return 0;
    }
    text.remove_prefix(at + label.size());
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number * 1024;
}

Held heldBy(pid_t pid)
{
    const std::string path = "/proc/" + std::to_string(pid) + "/status";
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::array<char, 4096> text;
    const ssize_t count = file ? ::read(file.get(), text.data(), text.size()) : -1;
    const std::string_view status(text.data(),
                                  static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    return {bytesAfter(status, "VmData:"), bytesAfter(status, "VmRSS:")};
}

} // namespace

std::uint64_t Child::resident() const { return heldBy(m_pid).resident; }

// The limit is on what is mapped: what lies mapped and untouched already must not count, or a
// sanitizer's shadow alone would be past it.
void Child::limitMemory(std::uint64_t bytes) const
{
    const Held held = heldBy(m_pid);
    const rlim_t most = held.data + bytes - std::min(bytes, held.resident);
    const rlimit limit{most, most};
    ::prlimit(m_pid, RLIMIT_DATA, &limit, nullptr);
}

} // namespace poolscope
