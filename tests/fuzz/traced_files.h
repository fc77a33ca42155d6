// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The bytes of an input as the files of four traced processes, written step by step (trace_fuzz.cpp).

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace poolscope::fuzz {

class TracedFiles final {
public:
    explicit TracedFiles(std::string_view input);
    ~TracedFiles();
    TracedFiles(const TracedFiles&) = delete;
    TracedFiles& operator=(const TracedFiles&) = delete;

    const std::string& folder() const { return m_folder; }
    /// Until they are to be read; false where nothing is left.
    bool writeUntilRead();
    std::size_t written() const { return m_written; } ///< bytes

private:
    struct Process {
        int ring = -1, lines = -1;
        std::uint64_t records = 0;
    };
    void step(char letter);
    std::string_view take(std::size_t size);
    std::string pathOf(std::size_t process, const char* kind) const;
    void needRing(std::size_t process);
    void put(std::size_t process, std::string_view record);
    void write(int file, std::string_view bytes, std::size_t at);

    std::string m_folder;
    std::string_view m_rest;
    std::array<Process, 4> m_process;
    std::size_t m_written = 0;
};

} // namespace poolscope::fuzz
