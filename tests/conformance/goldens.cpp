// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/goldens.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace poolscope {

namespace {

namespace fs = std::filesystem;

// The compiler may have been given this file's path from the folder of the build, which lies above
// the one that tests run in.
fs::path script()
{
    const fs::path beside = fs::path(__FILE__).parent_path() / "pickle/make_goldens.py";
    for (fs::path from = fs::current_path();; from = from.parent_path()) {
        if (fs::exists(from / beside) || from == from.parent_path()) {
            return from / beside;
        }
    }
}

bool readText(std::istream& in, std::string& text)
{
    std::uint32_t size = 0;
    if (!in.read(reinterpret_cast<char*>(&size), sizeof size)) {
        return false;
    }
    text.resize(size);
    return static_cast<bool>(in.read(text.data(), size));
}

} // namespace

std::vector<Golden> makeGoldens(int seed, int count)
{
    const fs::path path =
        fs::path(testing::TempDir()) / ("poolscope-goldens-" + std::to_string(::getpid()) + ".bin");
    const std::string command = "/usr/bin/python3 '" + script().string() + "' '" + path.string() +
                                "' " + std::to_string(seed) + " " + std::to_string(count);
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
    std::vector<Golden> goldens;
    std::ifstream in(path, std::ios::binary);
    for (Golden golden; readText(in, golden.name) && readText(in, golden.repr) &&
                        readText(in, golden.pickle) && readText(in, golden.other);) {
        goldens.push_back(golden);
    }
    fs::remove(path);
    return goldens;
}

} // namespace poolscope
