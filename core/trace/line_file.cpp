// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/trace/trace_files.h"

#include <array>
#include <string_view>

#include <unistd.h>

namespace poolscope {
namespace {

constexpr std::size_t longestLine = 64 << 10;
constexpr std::uint64_t mostLineBytes = 64 << 20; // of one file: what is more is no trace

} // namespace

Result<LineFile> LineFile::open(const std::string& path)
{
    auto file = openTraceFile(path);
    if (!file) return file.error();
    return LineFile(std::move(*file));
}

void LineFile::read(std::vector<TraceLine>& lines)
{
    std::array<char, 16384> bytes;
    while (m_at < mostLineBytes) {
        const ssize_t got = ::pread(m_file.get(), bytes.data(), bytes.size(), static_cast<off_t>(m_at));
        if (got <= 0) return;
        m_at += static_cast<std::uint64_t>(got);
        take({bytes.data(), static_cast<std::size_t>(got)}, lines);
    }
}

void LineFile::take(std::string_view text, std::vector<TraceLine>& lines)
{
    for (std::size_t end; (end = text.find('\n')) != text.npos; text.remove_prefix(end + 1)) {
        m_rest += text.substr(0, end);
        auto line = m_rest.size() <= longestLine ? traceLineOf(m_rest) : std::nullopt;
        if (line) lines.push_back(std::move(*line));
        else ++m_damaged;
        m_rest.clear();
    }
    if (m_rest.size() <= longestLine) m_rest += text; // of a longer one the rest is of no use
}

} // namespace poolscope
