// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/base.h"
#include "core/base/elf_names.h"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace poolscope::test {

namespace {

/// The call of it.
[[gnu::noinline]] std::uintptr_t here()
{
    return reinterpret_cast<std::uintptr_t>(__builtin_return_address(0)) - 1;
}

TEST(CodePlace, isAFunctionAndWhereItIs)
{
    const std::array<std::uintptr_t, 1> calls{here()};
    const std::string place = placeInCode(calls);
    EXPECT_NE(place.find("CodePlace_isAFunctionAndWhereItIs"), std::string::npos) << place;
    const bool hasLine = place.find("code_place_test.cpp:") == 0;
    const bool hasProgram = place.find(" in unit_core_base") != std::string::npos;
    EXPECT_TRUE(hasLine || hasProgram) << place;
}

TEST(CodePlace, isAnAddressWhereNothingHasAName)
{
    const std::array<std::uintptr_t, 1> nowhere{16};
    const std::string place = placeInCode(nowhere);
    EXPECT_NE(place.find("+0x10"), std::string::npos) << place;
    EXPECT_EQ(placeInCode({}), "");
}

TEST(ElfNames, areNoneOfWhatIsNoProgram)
{
    const std::string file = testing::TempDir() + "poolscope-elf-" + std::to_string(::getpid());
    EXPECT_EQ(nameInFile("/nowhere", 16).function, "");
    std::ofstream(file).flush();
    EXPECT_EQ(nameInFile(file, 16).function, "");
    std::ofstream(file) << "\x7f"
                        << "ELF and no more";
    EXPECT_EQ(nameInFile(file, 16).function, "");
    std::filesystem::remove(file);
}

TEST(ElfNames, areReadOfDamagedProgramsWithoutHarm)
{
    std::ifstream self("/proc/self/exe", std::ios::binary);
    const std::string whole((std::istreambuf_iterator<char>(self)), {});
    const std::string file = testing::TempDir() + "poolscope-elf-" + std::to_string(::getpid());
    constexpr std::size_t head = 64;
    for (std::size_t at = 0; at < head; ++at) { // each byte of the head, and each length of it
        std::string changed = whole.substr(0, at % 2 == 0 ? whole.size() : whole.size() / 2 + at);
        changed[at] = static_cast<char>(~changed[at]);
        std::ofstream(file, std::ios::binary) << changed;
        nameInFile(file, 4096);
    }
    std::filesystem::remove(file);
}

} // namespace
} // namespace poolscope::test
