// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What happens to the files when a session cannot be written, and the files that are kept by themselves.

#include "recorded_runs.h"

#include <csignal>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace poolscope {
namespace {

std::vector<std::string> namesIn(const TemporaryFolder& folder)
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        names.push_back(entry.path().filename().string());
    }
    return names;
}

/// No file may grow past `bytes` while this lives: a disk that is full.
class SmallDisk final {
public:
    explicit SmallDisk(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

private:
    void (*m_handler)(int);
    rlimit m_before{};
};

Session sessionOf(const RecordedRun& run)
{
    Session session;
    session.runs.push_back(run);
    return session;
}

TEST(Saving, leavesWhatWasThereWhenTheDiskIsFullAtAnyMoment)
{
    const TemporaryFolder folder;
    const std::string path = folder / "a.poolscope";
    ASSERT_TRUE(saveSession(path, sessionOf(exampleRun(10))));
    const std::string before = bytesOf(path);
    for (const rlim_t room : {0, 100, 4096, 20'000, 70'000, 300'000}) {
        const SmallDisk disk(room);
        const auto saved = saveSession(path, sessionOf(exampleRun(50'000)));
        ASSERT_FALSE(saved) << room;
        EXPECT_EQ(saved.error().kind, "OSError");
        EXPECT_TRUE(saved.error().text.starts_with("cannot write " + path + ": "))
            << saved.error().text;
        EXPECT_TRUE(saved.error().text.ends_with('.'));
    }
    EXPECT_EQ(bytesOf(path), before);
    EXPECT_EQ(namesIn(folder), std::vector<std::string>{"a.poolscope"});
}

TEST(Saving, leavesAloneWhatIsNoFile)
{
    const TemporaryFolder folder;
    EXPECT_NE(saveSession(folder.path(), {}).error().text.find("Is a directory"),
              std::string::npos);
    EXPECT_NE(saveSession("/dev/full", {}).error().text.find("no file that could be replaced"),
              std::string::npos);
    const auto missing = saveSession(folder / "no/such/a.poolscope", {});
    ASSERT_FALSE(missing);
    EXPECT_NE(missing.error().text.find("No such file or directory"), std::string::npos);
    EXPECT_TRUE(namesIn(folder).empty());
}

TEST(Saving, replacesASessionAsAWhole)
{
    const TemporaryFolder folder;
    const std::string path = folder / "a.poolscope";
    ASSERT_TRUE(saveSession(path, sessionOf(exampleRun(5000))));
    ASSERT_TRUE(saveSession(path, sessionOf(exampleRun(7))));
    EXPECT_EQ(openSession(path)->runs[0].rowCount(), 7u);
    EXPECT_EQ(namesIn(folder), std::vector<std::string>{"a.poolscope"});
}

TEST(Autosave, keepsTheNewestRuns)
{
    const TemporaryFolder folder;
    const Autosave autosave(folder / "kept/runs", 3);
    RecordedRun run = exampleRun(10);
    for (int i = 0; i < 5; ++i) {
        run.began += i < 4 ? 1000 : 0; // two of one moment
        const auto kept = autosave.keep(run);
        ASSERT_TRUE(kept) << kept.error().text;
        EXPECT_TRUE(openSession(*kept));
    }
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "kept/runs")) {
        EXPECT_GE(openSession(entry.path())->runs[0].began, run.began - 1000);
        ++files;
    }
    EXPECT_EQ(files, 3u);
}

/// Keeps a run in a process that ends without a word.
void keepAndVanish(const Autosave& autosave, const RecordedRun& run)
{
    const pid_t child = ::fork();
    if (child == 0) {
        const bool kept = autosave.keep(run).ok();
        ::_exit(kept ? 0 : 1);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_EQ(status, 0);
}

TEST(Autosave, findsWhatAProgramLeftBehindThatIsGone)
{
    const TemporaryFolder folder;
    const Autosave autosave(folder.path());
    RecordedRun run = exampleRun(10);
    keepAndVanish(autosave, run);
    run.began += 1;
    keepAndVanish(autosave, run);
    ASSERT_TRUE(autosave.keep(run)); // this program's own is not left behind
    writeBytes(folder / "run-x.poolscope", "");
    const auto left = autosave.leftBehind();
    ASSERT_EQ(left.size(), 2u);
    EXPECT_EQ(left[0].began, run.began);
    EXPECT_GT(left[0].bytes, 1000u);
    EXPECT_EQ(openSession(left[1].path)->runs[0].began, run.began - 1);
    autosave.forget(left[0].path);
    EXPECT_EQ(autosave.leftBehind().size(), 1u);
}

TEST(Autosave, saysWhyItCannotKeepARun)
{
    const TemporaryFolder folder;
    writeBytes(folder / "file", "");
    const auto kept = Autosave(folder / "file/runs").keep(exampleRun(1));
    ASSERT_FALSE(kept);
    EXPECT_EQ(kept.error().kind, "OSError");
    EXPECT_TRUE(Autosave(folder / "none").leftBehind().empty());
}

} // namespace
} // namespace poolscope
