// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/session/session.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>

#include <unistd.h>

namespace poolscope {
namespace {

/// A file that goes with the test.
class JsonLinesTest : public testing::Test {
protected:
    JsonLinesTest()
    {
        const int fd = ::mkstemp(m_path.data());
        ::close(fd);
    }
    ~JsonLinesTest() override { ::unlink(m_path.c_str()); }

    Result<std::shared_ptr<Input>> open(const std::string& text)
    {
        std::ofstream(m_path, std::ios::binary) << text;
        return openJsonLines(m_path);
    }

    std::string m_path = testing::TempDir() + "items.XXXXXX";
};

std::string itemsOf(Input& input, std::uint64_t first, std::size_t count)
{
    const auto items = input.take(first, count);
    std::string text;
    Document document;
    const Registry registry;
    for (std::size_t i = 0; items && i < (*items)->size(); ++i) {
        appendJson(*(*items)->reduce(i, document, registry), text);
        text += ';';
    }
    return text;
}

TEST_F(JsonLinesTest, givesOneItemALine)
{
    auto input = open("1\n\"two\"\n[3, {\"tuple\": []}]\n");
    ASSERT_TRUE(input);
    EXPECT_EQ((*input)->size(), 3u);
    EXPECT_EQ(itemsOf(**input, 0, 3), "1;\"two\";[3, {\"tuple\": []}];");
    EXPECT_EQ(itemsOf(**input, 1, 1), "\"two\";");
    EXPECT_EQ(itemsOf(**input, 0, 1), "1;");
}

TEST_F(JsonLinesTest, needsNoLineEndAtTheEndAndPassesOverBlankLines)
{
    auto input = open("1\r\n\n  \n2");
    ASSERT_TRUE(input);
    EXPECT_EQ((*input)->size(), 2u);
    EXPECT_EQ(itemsOf(**input, 0, 2), "1;2;");
}

TEST_F(JsonLinesTest, isEmptyForAnEmptyFile)
{
    auto input = open("");
    ASSERT_TRUE(input);
    EXPECT_EQ((*input)->size(), 0u);
}

TEST_F(JsonLinesTest, namesFileLineAndColumnOfABadLine)
{
    const auto input = open("1\n\n[2,]\n3\n");
    ASSERT_FALSE(input);
    EXPECT_EQ(input.error().kind, "ValueError");
    EXPECT_EQ(input.error().text, m_path + ":3:4: a value was expected, not ']'");
}

TEST_F(JsonLinesTest, saysWhyAFileCannotBeRead)
{
    const auto missing = openJsonLines(m_path + ".missing");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().kind, "OSError");
    EXPECT_EQ(missing.error().text,
              "cannot read " + m_path + ".missing: No such file or directory");
    const auto folder = openJsonLines(testing::TempDir());
    ASSERT_FALSE(folder);
    EXPECT_EQ(folder.error().text, "cannot read " + testing::TempDir() + ": Is a directory");
}

} // namespace
} // namespace poolscope
