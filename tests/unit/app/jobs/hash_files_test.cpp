// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jobs/files.h"
#include "tests/unit/app/jobs/runs.h"
#include "tests/unit/core/reduce/python.h"

#include <algorithm>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace poolscope::test {
namespace {

namespace fs = std::filesystem;

/// A folder that goes with the test.
class HashFiles : public testing::Test {
protected:
    HashFiles() { fs::create_directories(m_folder / "below"); }
    ~HashFiles() override { fs::remove_all(m_folder); }

    std::string write(const std::string& name, const std::string& bytes) const
    {
        std::ofstream(m_folder / name, std::ios::binary) << bytes;
        return (m_folder / name).string();
    }
    Result<Work> work() const
    {
        return workOf(m_side.catalogue, "hash_files", {{"path", m_folder.string()}});
    }
    /// What Python's hashlib says of the folder, line by line.
    std::string pythonsLines() const
    {
        return python("import hashlib, os\n"
                      "found = []\n"
                      "for folder, _, files in os.walk(\"" +
                      m_folder.string() +
                      "\"):\n"
                      "    for path in (os.path.join(folder, name) for name in files):\n"
                      "        if not os.path.islink(path):\n"
                      "            data = open(path, \"rb\").read()\n"
                      "            found.append((hashlib.sha256(data).hexdigest(), path))\n"
                      "print(*sorted(map(ascii, found)), sep=\"\\n\")");
    }

    Side m_side;
    fs::path m_folder =
        fs::temp_directory_path() / ("poolscope-hashes-" + std::to_string(::getpid()));
};

std::string sortedLines(std::vector<std::string> values)
{
    std::sort(values.begin(), values.end());
    std::string text;
    for (const std::string& value : values) {
        text += (text.empty() ? "" : "\n") + value;
    }
    return text;
}

TEST_F(HashFiles, areThoseOfPythonsHashlibWhateverTheirNames)
{
    write("empty", "");
    write("below/large", std::string(200'001, 'x'));
    for (const char* name : {"new\nline", " space ", "-rf", "\xff\xfe", "a\xc3", "\xed\xb2\x80",
                             "\xc0\xaf", "\xf5\x80\x80\x80", "tab\there", "*?[]$(){}"}) {
        write(name, name);
    }
    fs::create_symlink("empty", m_folder / "again");
    fs::create_symlink(".", m_folder / "round");
    EXPECT_EQ(sortedLines(runFarAway(*work()).values), pythonsLines());
}

TEST_F(HashFiles, namesAreTextAsInPythonAndComeBackAsTheyWere)
{
    for (const std::string name : {"plain", "\xc3\xbc\xe2\x82\xac\xf0\x9f\x90\x8d", "\xff",
                                   "\xed\xb2\x80", "\xe2\x82", "\xf4\x90\x80\x80",
                                   "a\x80"
                                   "b",
                                   "\xe0\x80\x80", "\xf0\x80\x80\x80"}) {
        EXPECT_EQ(nameOfText(textOfName(name)), name);
        EXPECT_EQ(hex(textOfName(name)),
                  python("import os; print(os.fsdecode(bytes.fromhex(\"" + hex(name) +
                         "\")).encode(\"utf-8\", \"surrogatepass\").hex())"));
    }
    EXPECT_EQ(textOfName(""), "");
}

TEST_F(HashFiles, aFileThatVanishedOrBecameSomethingElseIsItsTasksFailure)
{
    const std::string gone = write("a", "1");
    const std::string pipe = write("b", "2");
    const std::string folder = write("c", "3");
    write("d", "4");
    const Result<Work> listed = work();
    fs::remove(gone);
    fs::remove(pipe);
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0); // to read it would wait for ever
    fs::remove(folder);
    fs::create_directory(folder);
    const Ran ran = runFarAway(*listed);
    ASSERT_EQ(ran.errors.size(), 4U);
    EXPECT_EQ(ran.errors[0],
              (Error{"OSError", gone + " cannot be read: No such file or directory.", ""}));
    for (const auto& [i, path] : {std::pair{1, pipe}, std::pair{2, folder}}) {
        EXPECT_EQ(
            ran.errors[static_cast<std::size_t>(i)],
            (Error{"OSError", path + " cannot be read: it is not a regular file any more.", ""}));
    }
    EXPECT_FALSE(ran.errors[3].has_value());
}

TEST_F(HashFiles, aFileThatCannotBeReadIsItsTasksFailure)
{
    const Ran ran = run("hash_files", {{"path", "/proc/self/mem"}}); // nothing lies at address 0
    ASSERT_EQ(ran.errors.size(), 1U);
    EXPECT_EQ(ran.errors[0],
              (Error{"OSError", "/proc/self/mem cannot be read: Input/output error.", ""}));
}

TEST_F(HashFiles, aPathThatIsNotThereIsAnErrorThatNamesIt)
{
    const std::string missing = (m_folder / "missing").string();
    EXPECT_EQ(workOf(m_side.catalogue, "hash_files", {{"path", missing}}).error(),
              (Error{"OSError", missing + " cannot be read: No such file or directory.", "path"}));
    EXPECT_EQ(workOf(m_side.catalogue, "hash_files", {{"path", "/dev/zero"}}).error().kind,
              "OSError");
}

} // namespace
} // namespace poolscope::test
