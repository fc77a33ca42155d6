// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/trace/trace_files.h"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cmath>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace poolscope {
namespace {

constexpr std::size_t ringHeader = 4096;
constexpr std::uint64_t mostCapacity = 1 << 20; // records: all of them may be read at once
constexpr off_t writtenAt = 64, stateAt = 128;
constexpr float mostStep = 1e17F;                  // ns, three years: what is more is no duration
constexpr std::uint64_t mostBytes = std::uint64_t{1} << 48;
constexpr std::size_t recordsAtOnce = 8192;

/// As it stands in the file.
struct RingHeader {
    char magic[8];
    std::uint32_t version, recordSize;
    std::uint64_t capacity;
    std::uint32_t pid, parent;
    std::uint64_t begin;
};
struct RingState {
    std::uint32_t state, job, index, count;
    std::uint64_t since;
};

bool readAt(int file, void* to, std::size_t size, off_t at)
{
    auto* bytes = static_cast<std::uint8_t*>(to);
    while (size > 0) {
        const ssize_t got = ::pread(file, bytes, size, at);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        bytes += got;
        at += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

bool isTrue(const TraceRecord& record)
{
    const auto kind = static_cast<std::uint8_t>(record.kind);
    const bool known = kind >= 1 && kind <= 3 && record.pool > 0;
    return known && record.begin < mostTraceTime && record.bytes < mostBytes && record.answer < mostBytes &&
           std::all_of(record.step.begin(), record.step.end(),
                       [](float step) { return step >= 0 && step < mostStep; }); // NaN is neither
}

} // namespace

Result<Descriptor> openTraceFile(const std::string& path)
{
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat facts {};
    if (!file || ::fstat(file.get(), &facts) != 0) {
        return Error{"OSError", path + " cannot be read: " + std::strerror(errno) + ".", {}};
    }
    if (!S_ISREG(facts.st_mode) || facts.st_uid != ::geteuid()) {
        return Error{"ValueError", path + " is no file of this user.", {}};
    }
    return file;
}

Result<RingFile> RingFile::open(const std::string& path)
{
    auto file = openTraceFile(path);
    if (!file) return file.error();
    RingFile ring(std::move(*file));
    RingHeader header{};
    const bool whole = readAt(ring.m_file.get(), &header, sizeof header, 0);
    const bool known = whole && std::memcmp(header.magic, "PSTRACE1", 8) == 0 && header.version == 1 &&
                       header.recordSize == sizeof(TraceRecord);
    if (!known || !std::has_single_bit(header.capacity) || header.capacity > mostCapacity) {
        return Error{"ValueError", path + " is no ring of a traced program.", {}};
    }
    ring.m_capacity = header.capacity;
    ring.m_pid = header.pid;
    return ring;
}

std::optional<std::uint64_t> RingFile::written() const
{
    std::uint64_t value = 0;
    if (!readAt(m_file.get(), &value, sizeof value, writtenAt)) return std::nullopt;
    return value;
}

HeldChunk RingFile::held() const
{
    RingState state{};
    if (!readAt(m_file.get(), &state, sizeof state, stateAt) || state.since >= mostTraceTime) return {};
    return {state.state == 1, state.job, state.index, state.count, state.since};
}

/// So many from `first` on that lie behind each other.
bool RingFile::readSome(std::uint64_t first, std::size_t count, std::vector<TraceRecord>& records) const
{
    const std::size_t had = records.size();
    records.resize(had + count);
    const auto at = static_cast<off_t>(ringHeader + first % m_capacity * sizeof(TraceRecord));
    if (readAt(m_file.get(), &records[had], count * sizeof(TraceRecord), at)) return true;
    records.resize(had);
    return false;
}

std::optional<TraceRecord> RingFile::foreseen() const
{
    const auto next = written();
    std::vector<TraceRecord> record;
    if (!next || *next != m_next || !readSome(*next, 1, record) || !isTrue(record[0])) return std::nullopt;
    const bool later = record[0].kind == TraceRecord::Kind::Chunk && record[0].begin > m_latest;
    return later ? std::optional(record[0]) : std::nullopt;
}

/// From the records behind the first `had` what cannot be true; one of kind 0 was never written whole.
void RingFile::takeOut(std::vector<TraceRecord>& records, std::size_t had)
{
    const auto out = [&](auto&& odd) {
        const auto good = std::remove_if(records.begin() + static_cast<std::ptrdiff_t>(had), records.end(), odd);
        const auto taken = static_cast<std::uint64_t>(records.end() - good);
        records.erase(good, records.end());
        return taken;
    };
    out([](const TraceRecord& record) { return static_cast<std::uint8_t>(record.kind) == 0; });
    m_damaged += out([](const TraceRecord& record) { return !isTrue(record); });
    for (std::size_t i = had; i < records.size(); ++i) m_latest = std::max(m_latest, records[i].begin);
}

void RingFile::read(std::vector<TraceRecord>& records)
{
    const auto end = written();
    if (!end || *end < m_next) {
        m_damaged += end ? 1 : 0;
        return;
    }
    if (*end - m_next > m_capacity) {
        m_lost += *end - m_next - m_capacity;
        m_next = *end - m_capacity;
    }
    while (m_next < *end) {
        const std::uint64_t untilWrap = m_capacity - m_next % m_capacity;
        const auto count = static_cast<std::size_t>(std::min({*end - m_next, untilWrap, std::uint64_t{recordsAtOnce}}));
        const std::size_t had = records.size();
        if (!readSome(m_next, count, records)) return;
        // What the writer may have begun to overwrite meanwhile is not to be trusted.
        const std::uint64_t now = written().value_or(*end);
        const std::uint64_t safe = now >= m_capacity ? now - m_capacity + 1 : 0;
        const auto torn = static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(count, safe > m_next ? safe - m_next : 0));
        const auto begin = records.begin() + static_cast<std::ptrdiff_t>(had);
        records.erase(begin, begin + torn);
        m_lost += static_cast<std::uint64_t>(torn);
        takeOut(records, had);
        m_next += count;
    }
}

} // namespace poolscope
