// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/script_texts.h"

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
fs::path pathOf(const std::string& script)
{
    const fs::path beside = fs::path(__FILE__).parent_path() / "pickle" / script;
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

std::vector<std::string> textsOfScript(const std::string& name, const std::string& arguments)
{
    const fs::path path = fs::path(testing::TempDir()) /
                          ("poolscope-" + name + "-" + std::to_string(::getpid()) + ".bin");
    const std::string command =
        "/usr/bin/python3 '" + pathOf(name).string() + "' '" + path.string() + "' " + arguments;
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
    std::vector<std::string> texts;
    std::ifstream in(path, std::ios::binary);
    for (std::string text; readText(in, text);) {
        texts.push_back(std::move(text));
    }
    fs::remove(path);
    return texts;
}

} // namespace poolscope
