// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// CPython's own pickles, damaged: cut at any byte, changed in any byte. Each is read in bounded
// memory or refused with the offset and a reason.

#include "core/pickle/pickle.h"
#include "tests/conformance/goldens.h"
#include "tests/support/memory/counted_memory.h"

#include <gtest/gtest.h>

#include <charconv>
#include <cstdio>

namespace poolscope {
namespace {

constexpr std::size_t constantMemory = 8192;

/// What is wrong with how an error of `input` is told, or nothing.
std::string fault(const Error& error, std::size_t input)
{
    constexpr std::string_view at = "at byte ";
    const std::string_view text = error.text;
    if (error.kind != "UnpicklingError" || !text.starts_with(at)) {
        return "told as " + error.kind + ": " + error.text;
    }
    std::size_t offset = input + 1;
    const char* end = text.data() + text.size();
    const auto [stopped, problem] = std::from_chars(text.data() + at.size(), end, offset);
    if (problem != std::errc() || offset > input || end - stopped < 3) {
        return "offset or reason missing: " + error.text;
    }
    return {};
}

/// Reads bytes of which nothing is known. `faults` gets what goes wrong.
class Digestion final {
public:
    /// Whether it was read.
    bool read(const std::string& input)
    {
        Document document;
        const test::CountedMemory memory;
        const Result<Value> value = readPickle(input, document);
        note(memory.peak(), input.size());
        ++m_inputs;
        if (!value.ok()) {
            add(fault(value.error(), input.size()));
            return false;
        }
        Buffer out;
        m_writer.write(*value, out).ok() ? ++m_written : ++m_unwritable;
        return repr(*value, 100).size() <= 103;
    }
    void expectNoFaults() const
    {
        EXPECT_EQ(m_faults, "");
        std::printf("%zu inputs; %.1f bytes of memory for a byte of input at most; %zu written\n",
                    m_inputs, m_mostPerByte, m_written);
    }

private:
    void note(std::size_t peak, std::size_t input)
    {
        if (peak > constantMemory && input != 0) {
            m_mostPerByte = std::max(m_mostPerByte, static_cast<double>(peak - constantMemory) /
                                                        static_cast<double>(input));
        }
        if (peak > 64 * input + constantMemory) {
            add(std::to_string(peak) + " bytes of memory for " + std::to_string(input));
        }
    }
    void add(const std::string& fault)
    {
        if (!fault.empty() && m_faults.size() < 1000) {
            m_faults += fault + '\n';
        }
    }

    PickleWriter m_writer;
    std::string m_faults;
    std::size_t m_inputs = 0;
    std::size_t m_written = 0;
    std::size_t m_unwritable = 0;
    double m_mostPerByte = 0;
};

/// Of a long pickle: its ends, and places between them.
bool isCutHere(std::size_t size, std::size_t whole)
{
    constexpr std::size_t allUpTo = 4096;
    constexpr std::size_t nearAnEnd = 64;
    return whole <= allUpTo || size < nearAnEnd || whole - size < nearAnEnd ||
           size % (whole / nearAnEnd) == 0;
}

/// By protocol; 1 is 0, too.
class HostileOf : public testing::TestWithParam<int> {};

TEST_P(HostileOf, everyTruncationOfAGoldenIsRefused)
{
    Digestion digestion;
    for (const Golden& golden : makeGoldens(20260101, 3000)) {
        const std::size_t whole =
            protocolOf(golden.pickle) == GetParam() ? golden.pickle.size() : 0;
        for (std::size_t size = 0; size < whole; ++size) {
            if (isCutHere(size, whole)) {
                ASSERT_FALSE(digestion.read(golden.pickle.substr(0, size))) << golden.name;
            }
        }
    }
    digestion.expectNoFaults();
}

TEST_P(HostileOf, everyByteOfAShortGoldenMayBeAnyOther)
{
    constexpr std::size_t longest = 64;
    Digestion digestion;
    for (const Golden& golden : makeGoldens(20260101, 3000)) {
        if (protocolOf(golden.pickle) != GetParam() || golden.pickle.size() > longest) {
            continue;
        }
        std::string changed = golden.pickle;
        for (char& byte : changed) {
            const char kept = byte;
            for (int other = 1; other < 256; ++other) {
                byte = static_cast<char>(kept ^ other);
                digestion.read(changed);
            }
            byte = kept;
        }
    }
    digestion.expectNoFaults();
}

INSTANTIATE_TEST_SUITE_P(Pickle, HostileOf, testing::Values(1, 2, 3, 4, 5),
                         [](const auto& made) { return "Protocol" + std::to_string(made.param); });

} // namespace
} // namespace poolscope
