// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A Python file is opened in the window: its functions are jobs, which Pythons run.
#include "tests/gui/gui_test.h"
#include "tests/gui/window_bench.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace poolscope;

namespace {

const char* const functions = R"(
def square(x):
    """the square of a number"""
    return x * x

def fails(x, at=7):
    if x == at:
        raise KeyError("no such item")
    return x
)";

QString written(const QTemporaryDir& folder, const char* text)
{
    const QString path = folder.filePath("functions.py");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) qFatal("no file");
    file.write(text);
    return path;
}

} // namespace

class PythonWindowTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("POOLSCOPE_PYTHON", "/usr/bin/python3"); }

    void itsFunctionsAreJobsThatPythonsRun()
    {
        const QTemporaryDir folder;
        WindowBench bench;
        const QString path = written(folder, functions);
        bench.window().open(path);
        QTRY_VERIFY_WITH_TIMEOUT(bench.window().inlineMessage().contains("2 functions"), 60'000);
        bench.run("functions.py:square", {{"items", "300"}});
        QVERIFY(bench.waitUntilOver());
        const RunModel* run = bench.window().run();
        QCOMPARE(run->state(), RunState::Finished);
        QCOMPARE(run->plan().backend, std::string("python"));
        QCOMPARE(run->summary().done, std::uint64_t{300});
        QCOMPARE(run->summary().failed, std::uint64_t{0});
        QVERIFY2(bench.strip().contains("Python process"), qPrintable(bench.strip()));
        QCOMPARE(bench.window().shownValues(), 300);
    }

    void aFailureTellsItsTraceback()
    {
        const QTemporaryDir folder;
        WindowBench bench;
        const QString path = written(folder, functions);
        bench.window().open(path);
        QTRY_VERIFY_WITH_TIMEOUT(bench.window().inlineMessage().contains("2 functions"), 60'000);
        bench.run("functions.py:fails", {{"items", "20"}, {"at", "3"}});
        QVERIFY(bench.waitUntilOver());
        const RunModel* run = bench.window().run();
        QCOMPARE(run->failures().size(), std::size_t{1});
        const Failure& failure = run->failures().front();
        QCOMPARE(failure.item, std::uint64_t{3});
        QVERIFY(failure.error.where.find("in fails") != std::string::npos);
        bench.window().showTask(3);
        QTRY_VERIFY2(bench.window().taskText().contains("KeyError"), qPrintable(bench.window().taskText()));
    }

    void aFileThatCannotBeLoadedIsToldInline()
    {
        const QTemporaryDir folder;
        WindowBench bench;
        bench.window().open(written(folder, "def f(x:\n"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.window().inlineMessage().contains("cannot be loaded"), 60'000);
        bench.window().open(folder.filePath("gone.py"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.window().inlineMessage().contains("gone.py"), 60'000);
    }

    void aWindowThatClosesDoesNotWaitForAFile()
    {
        const QTemporaryDir folder;
        WindowBench bench;
        bench.window().open(written(folder, "import time\ntime.sleep(3600)\n"));
        bench.close(); // returns
    }
};

POOLSCOPE_GUI_TEST(PythonWindowTest);
#include "python_window_test.moc"
