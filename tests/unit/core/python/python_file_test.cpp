// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/python/python.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace poolscope {

namespace {

class PythonFiles : public ::testing::Test {
protected:
    void SetUp() override
    {
        std::string name = (std::filesystem::temp_directory_path() / "poolscope-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        m_folder = name;
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    std::string file(const std::string& text)
    {
        const auto path = m_folder / "asked.py";
        std::ofstream(path) << text;
        return path.string();
    }
    Result<PythonFile> read(const std::string& text)
    {
        return readPythonFile(file(text), pythonPlace("/usr/bin/python3"));
    }

    std::filesystem::path m_folder;
};

const PythonFunction& only(const Result<PythonFile>& read)
{
    EXPECT_TRUE(read.ok()) << read.error().text;
    EXPECT_EQ(read->functions.size(), 1u);
    return read->functions.front();
}

} // namespace

TEST_F(PythonFiles, tellOfTheirFunctions)
{
    const auto told = read("import os\nfrom math import sqrt\n_hidden = lambda x: x\nclass C: pass\n\n"
                           "def work(x, n=3, flag=True, ratio=0.5, name='a', other=None):\n"
                           "    '''Does it.\n\n    More.'''\n    return x\n");
    const PythonFunction& work = only(told);
    EXPECT_EQ(work.name, "work");
    EXPECT_EQ(work.summary, "Does it.");
    EXPECT_EQ(work.line, 6);
    EXPECT_EQ(work.items, 1);
    const FixedKeywords due{
        {"n", std::int64_t{3}}, {"flag", true}, {"ratio", 0.5}, {"name", std::string("a")}};
    EXPECT_EQ(work.keywords, due);
    EXPECT_TRUE(work.carrier.empty());
    EXPECT_FALSE(work.refusal);
    EXPECT_EQ(told->version.substr(0, 2), "3.");
}

TEST_F(PythonFiles, tellWhatPickleCannotCarry)
{
    const auto told = read("f = lambda x: x + 1\n");
    const PythonFunction& f = only(told);
    EXPECT_EQ(f.carrier, "dill");
    EXPECT_FALSE(f.carried.empty());
}

TEST_F(PythonFiles, refuseWhatNothingCanCarryAndSayWhere)
{
    const auto told = read("import threading\nclass C:\n    def __init__(self):\n"
                           "        self.lock = threading.Lock()\n    def f(self, x):\n        return x\n"
                           "method = C().f\n");
    const PythonFunction& method = only(told);
    ASSERT_TRUE(method.refusal);
    EXPECT_EQ(method.refusal->kind, "PicklingError");
    EXPECT_NE(method.refusal->path.find(".lock"), std::string::npos) << method.refusal->path;
}

TEST_F(PythonFiles, thatCannotBeLoadedSayWhy)
{
    const auto told = read("def f(x):\n    return x\n1 / 0\n");
    ASSERT_FALSE(told.ok());
    EXPECT_EQ(told.error().kind, "ImportError");
    EXPECT_NE(told.error().text.find("cannot be loaded: division by zero"), std::string::npos)
        << told.error().text;
    EXPECT_NE(told.error().where.find("asked.py:3"), std::string::npos) << told.error().where;
}

TEST_F(PythonFiles, areNotWaitedForOnceNobodyWants)
{
    const std::atomic<bool> cancelled{true};
    const auto told = readPythonFile(file("import time\ntime.sleep(3600)\n"),
                                     pythonPlace("/usr/bin/python3"), &cancelled);
    ASSERT_FALSE(told.ok());
    EXPECT_EQ(told.error().kind, "Cancelled");
}

TEST_F(PythonFiles, giveItemsAsTheyAreTaken)
{
    const std::string path = file("def stream():\n    i = 0\n    while True:\n        yield (i, 'x' * i)\n"
                                  "        i += 1\n");
    const auto input = pythonInput(pythonPlace("/usr/bin/python3"), path, {"stream", {}});
    EXPECT_EQ(input->size(), Input::unknownSize);
    auto items = input->take(0, 3);
    ASSERT_TRUE(items.ok()) << items.error().text;
    items = input->take(3, 2);
    ASSERT_TRUE(items.ok()) << items.error().text;
    Document document;
    EXPECT_EQ(repr(*(*items)->reduce(1, document, Registry())), "(4, 'xxxx')");
    EXPECT_FALSE(input->take(0, 1).ok()) << "they came already";
}

TEST_F(PythonFiles, becomeJobsOnce)
{
    Catalogue catalogue;
    const std::string path = file("def a(x, n=2):\n    return x\ndef b(x):\n    return x\n");
    const PythonPlace place = pythonPlace("/usr/bin/python3");
    const auto names = addPythonJobs(catalogue, path, place);
    ASSERT_TRUE(names.ok()) << names.error().text;
    EXPECT_EQ(*names, (std::vector<std::string>{path + ":a", path + ":b"}));
    const Job* a = catalogue.job(path + ":a");
    ASSERT_NE(a, nullptr);
    EXPECT_TRUE(a->python);
    EXPECT_TRUE(addPythonJobs(catalogue, path, place).ok());
    EXPECT_EQ(catalogue.jobs().size(), 2u);
    EXPECT_EQ(catalogue.job(path + ":a"), a) << "jobs stay where they are";
    const auto none = pythonJobNamed(catalogue, path + ":c", place);
    ASSERT_FALSE(none.ok());
    EXPECT_NE(none.error().text.find("it has a, b"), std::string::npos) << none.error().text;
}

TEST(PythonNames, areFilesAndFunctions)
{
    EXPECT_EQ(pythonFileIn("dir/slow.py:work"), "dir/slow.py");
    EXPECT_EQ(pythonFileIn("power"), "");
    EXPECT_EQ(pythonFileIn("slow.py"), "");
}

} // namespace poolscope
