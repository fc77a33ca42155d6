// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/app/jobs/runs.h"

#include <filesystem>
#include <fstream>
#include <numeric>
#include <unistd.h>

namespace poolscope::test {
namespace {

namespace fs = std::filesystem;

/// A folder that goes with the test.
class Wordcount : public testing::Test {
protected:
    Wordcount() { fs::create_directories(m_folder / "below"); }
    ~Wordcount() override { fs::remove_all(m_folder); }

    std::string write(const std::string& name, const std::string& text)
    {
        std::ofstream(m_folder / name, std::ios::binary) << text;
        return (m_folder / name).string();
    }
    static std::int64_t words(const std::string& path, const char* block = "1048576")
    {
        std::int64_t sum = 0;
        for (const std::string& value :
             run("wordcount", {{"path", path}, {"block", block}}).values) {
            sum += std::stoll(value);
        }
        return sum;
    }

    fs::path m_folder =
        fs::temp_directory_path() / ("poolscope-words-" + std::to_string(::getpid()));
};

TEST_F(Wordcount, countsAWordOnceHoweverTheBlocksFall)
{
    const std::string path =
        write("a.txt", "  one two\tthree\nfour\r\n\n\vfive\fsix\xc3\xbc seven ");
    for (const char* block : {"1", "2", "3", "5", "7", "11", "100"}) {
        EXPECT_EQ(words(path, block), 7) << block;
    }
}

TEST_F(Wordcount, goesThroughAFolder)
{
    write("a.txt", "one two");
    write("below/b.txt", "three");
    write("empty", "");
    fs::create_symlink("a.txt", m_folder / "again");
    EXPECT_EQ(words(m_folder.string()), 3);
    EXPECT_EQ(run("wordcount", {{"path", m_folder.string()}}).values.size(), 3U)
        << "one call a file";
}

TEST_F(Wordcount, aPathThatCannotBeReadIsAnErrorThatNamesIt)
{
    const Side side;
    const std::string missing = (m_folder / "missing.txt").string();
    const Result<Work> work = workOf(side.catalogue, "wordcount", {{"path", missing}});
    ASSERT_FALSE(work.ok());
    EXPECT_EQ(work.error(),
              (Error{"OSError", missing + " cannot be read: No such file or directory.", "path"}));
    EXPECT_EQ(workOf(side.catalogue, "wordcount", {{"path", "/dev/null"}}).error().kind, "OSError");
    EXPECT_EQ(workOf(side.catalogue, "wordcount", {{"path", ""}}).error().kind, "OSError");
}

TEST_F(Wordcount, aFileThatVanishedIsItsTasksFailure)
{
    const Side side;
    const std::string path = write("a.txt", "one");
    write("b.txt", "two three");
    const Result<Work> work = workOf(side.catalogue, "wordcount", {{"path", m_folder.string()}});
    fs::remove(path);
    const Ran ran = runFarAway(*work);
    ASSERT_TRUE(ran.errors[0].has_value());
    EXPECT_EQ(*ran.errors[0],
              (Error{"OSError", path + " cannot be read: No such file or directory.", ""}));
    EXPECT_EQ(ran.values[1], "2");
}

TEST(WordcountDefault, isThereOnDebian)
{
    const Side side;
    const Result<Work> work = workOf(side.catalogue, "wordcount", {});
    ASSERT_TRUE(work.ok()) << work.error().text;
    EXPECT_GT(work->input->size(), 5U);
}

} // namespace
} // namespace poolscope::test
