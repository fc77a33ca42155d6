// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A Python program is followed in the window: its pools are runs as any others, while it goes on.
#include "tests/gui/gui_test.h"
#include "tests/gui/window_bench.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace poolscope;

namespace {

const char* const twoPools = R"(
import multiprocessing, sys
def power(x): return x ** 10
def fails(x): raise ValueError(x)
if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        pool.map(power, range(2000), chunksize=5)
    with multiprocessing.Pool(3) as pool:
        list(pool.imap(power, range(60)))
        try: pool.map(fails, range(4), chunksize=2)
        except ValueError: sys.exit(3)
)";

/// Goes on until a line comes in: its pool has done its work by then.
const char* const waits = R"(
import multiprocessing, sys, time
def power(x): return x ** 10
if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        pool.map(power, range(100), chunksize=5)
        while True: time.sleep(0.01)
)";

QStringList program(const QTemporaryDir& folder, const char* text)
{
    const QString path = folder.filePath("program.py");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) qFatal("no file");
    file.write(text);
    return {"/usr/bin/python3", path};
}

} // namespace

class TraceWindowTest final : public QObject {
    Q_OBJECT

private slots:
    void eachPoolBecomesARun()
    {
        const QTemporaryDir folder;
        WindowBench bench;
        MainWindow& window = bench.window();
        window.trace(program(folder, twoPools));
        QVERIFY(window.running());
        QTRY_VERIFY_WITH_TIMEOUT(!window.running(), 60'000);
        const RunModel* run = window.run();
        QVERIFY(run != nullptr);
        QCOMPARE(run->state(), RunState::Finished);
        QCOMPARE(run->plan().backend, std::string("multiprocessing.Pool"));
        QCOMPARE(run->plan().workers, 3);
        QCOMPARE(run->summary().done, std::uint64_t{64});
        QCOMPARE(run->summary().failed, std::uint64_t{4});
        QCOMPARE(run->rowCount(), std::size_t{62});
        QVERIFY2(window.stripText().contains("estimated"), qPrintable(window.stripText()));
        QVERIFY2(window.inlineMessage().contains("exit code 3"), qPrintable(window.inlineMessage()));
        QVERIFY(window.isWindowModified()); // both can be saved
        const QString path = folder.filePath("both.poolscope");
        window.save(path);
        QTRY_VERIFY(!window.busyWithFiles());
        const auto session = openSession(path.toStdString());
        QVERIFY(session.ok());
        QCOMPARE(session->runs.size(), std::size_t{2});
        QCOMPARE(session->runs[0].totals.done, std::uint64_t{2000});
        QVERIFY(session->runs[0].command.find("poolscope trace -- ") == 0);
    }

    void itIsSeenWhileItGoesOnAndStopEndsIt()
    {
        const QTemporaryDir folder;
        WindowBench bench;
        MainWindow& window = bench.window();
        window.trace(program(folder, waits));
        QTRY_VERIFY_WITH_TIMEOUT(window.run() != nullptr && window.run()->summary().done == 100, 60'000);
        QCOMPARE(window.state(), RunState::Running);
        window.trace(program(folder, waits));
        QVERIFY2(window.inlineMessage().contains("being followed"), qPrintable(window.inlineMessage()));
        window.stop();
        QTRY_VERIFY_WITH_TIMEOUT(!window.running(), 60'000);
        QCOMPARE(window.state(), RunState::Finished);
    }

    void whatCannotBeStartedIsTold()
    {
        WindowBench bench;
        bench.window().trace({"/none/python3", "x.py"});
        QVERIFY(!bench.window().running());
        QVERIFY2(bench.window().inlineMessage().contains("/none/python3"), qPrintable(bench.window().inlineMessage()));
    }

    void aProgramWithoutAPoolSaysSo()
    {
        const QTemporaryDir folder;
        WindowBench bench;
        bench.window().trace(program(folder, "print(1)"));
        QTRY_VERIFY_WITH_TIMEOUT(!bench.window().running(), 60'000);
        QVERIFY2(bench.window().inlineMessage().contains("No pool of processes"), qPrintable(bench.window().inlineMessage()));
    }
};

POOLSCOPE_GUI_TEST(TraceWindowTest);
#include "trace_window_test.moc"
