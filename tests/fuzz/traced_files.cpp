// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/traced_files.h"

#include "tests/fuzz/memory_bound.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace poolscope::fuzz {
namespace {

constexpr std::uint32_t firstPid = 4'200'000; // no process has such a number
constexpr std::uint64_t capacity = 16;
constexpr std::size_t header = 4096, recordSize = 64, writtenAt = 64;

} // namespace

TracedFiles::TracedFiles(std::string_view input) : m_rest(input)
{
    struct stat facts {};
    m_folder = ::stat("/dev/shm", &facts) == 0 ? "/dev/shm/poolscope-fuzz-XXXXXX" : "/tmp/poolscope-fuzz-XXXXXX";
    require(::mkdtemp(m_folder.data()) != nullptr, "a folder for files");
}

TracedFiles::~TracedFiles()
{
    for (std::size_t i = 0; i < m_process.size(); ++i) {
        for (const int file : {m_process[i].ring, m_process[i].lines}) {
            if (file >= 0) ::close(file);
        }
        ::unlink(pathOf(i, ".ring").c_str());
        ::unlink(pathOf(i, ".jsonl").c_str());
    }
    ::rmdir(m_folder.c_str());
}

std::string TracedFiles::pathOf(std::size_t process, const char* kind) const
{
    return m_folder + "/" + std::to_string(firstPid + process) + ".1" + kind;
}

void TracedFiles::write(int file, std::string_view bytes, std::size_t at)
{
    require(::pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(at)) == static_cast<ssize_t>(bytes.size()),
            "room for files");
    m_written += bytes.size();
}

/// As a process of ours makes it.
void TracedFiles::needRing(std::size_t process)
{
    int& file = m_process[process].ring;
    if (file >= 0) return;
    file = ::open(pathOf(process, ".ring").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    const std::uint32_t words[] = {1, recordSize, capacity, 0, static_cast<std::uint32_t>(firstPid + process), 1};
    write(file, "PSTRACE1", 0);
    write(file, {reinterpret_cast<const char*>(words), sizeof words}, 8);
    require(::ftruncate(file, header + recordSize * capacity) == 0, "room for a ring");
}

void TracedFiles::put(std::size_t process, std::string_view record)
{
    Process& writer = m_process[process];
    write(writer.ring, record, header + recordSize * (writer.records % capacity));
    ++writer.records;
    write(writer.ring, {reinterpret_cast<const char*>(&writer.records), sizeof writer.records}, writtenAt);
}

std::string_view TracedFiles::take(std::size_t size)
{
    const std::string_view taken = m_rest.substr(0, size);
    m_rest.remove_prefix(taken.size());
    return taken;
}

bool TracedFiles::writeUntilRead()
{
    while (!m_rest.empty()) {
        const char letter = take(1)[0];
        if (letter == 'E') return true;
        step(letter);
    }
    return false;
}

void TracedFiles::step(char letter)
{
    if (std::strchr("LGRHT", letter) == nullptr || letter == 0 || m_rest.empty()) return;
    const auto byte = [this] { return m_rest.empty() ? std::size_t{0} : static_cast<std::size_t>(static_cast<std::uint8_t>(take(1)[0])); };
    const std::size_t process = byte() % m_process.size();
    if (letter == 'L' || letter == 'G') {
        int& lines = m_process[process].lines;
        if (lines < 0) lines = ::open(pathOf(process, ".jsonl").c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
        write(lines, take(letter == 'G' ? byte() : m_rest.find('\n') == m_rest.npos ? m_rest.size() : m_rest.find('\n') + 1), 0);
        return;
    }
    needRing(process);
    if (letter == 'T') {
        const std::size_t low = byte(), size = low | byte() << 8;
        require(::ftruncate(m_process[process].ring, static_cast<off_t>(recordSize * size)) == 0, "room for a ring");
        return;
    }
    const std::size_t at = letter == 'H' ? 8 * byte() : 0;
    const std::string_view bytes = take(letter == 'H' ? 8 : recordSize);
    if (letter == 'H') write(m_process[process].ring, bytes, at);
    else if (bytes.size() == recordSize) put(process, bytes);
}

} // namespace poolscope::fuzz
