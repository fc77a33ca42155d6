// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A session goes through the window: what is opened is what was saved, and what cannot be opened is
// told and harms nothing.
#include "tests/gui/window_bench.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace poolscope;

namespace {

RunRequest smallRun(std::uint64_t chunksize)
{
    RunRequest request;
    request.job = "power";
    request.parameters = {{"items", "3000"}};
    request.workers = 2;
    request.chunksize = chunksize;
    return request;
}

void runInWindow(MainWindow& window, const RunRequest& request)
{
    window.launch(request);
    QTRY_VERIFY_WITH_TIMEOUT(!window.running(), 60'000);
}

} // namespace

class WindowFilesTest final : public QObject {
    Q_OBJECT

private slots:
    void whatIsOpenedIsWhatWasSaved()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("runs.poolscope");
        WindowBench bench;
        MainWindow& window = bench.window();
        runInWindow(window, smallRun(7));
        QVERIFY(window.isWindowModified());
        window.save(path);
        QTRY_VERIFY(!window.busyWithFiles());
        QVERIFY2(window.inlineMessage().contains("Saved"), qPrintable(window.inlineMessage()));
        QVERIFY(!window.isWindowModified());

        WindowBench other;
        other.window().open(path);
        QTRY_VERIFY(!other.window().busyWithFiles());
        const RunModel* run = other.window().run();
        QVERIFY(run != nullptr);
        QCOMPARE(run->state(), RunState::Finished);
        QCOMPARE(run->summary().verdict, window.run()->summary().verdict);
        QCOMPARE(run->rowCount(), window.run()->rowCount());
        QCOMPARE(run->workerUntil(0, 1e18), window.run()->workerUntil(0, 1e18));
        QCOMPARE(run->medianCompute(), window.run()->medianCompute());
        QCOMPARE(run->latencies().total(), window.run()->latencies().total());
        QCOMPARE(other.window().shownValues(), window.shownValues());
        QVERIFY(!other.window().isWindowModified());
    }

    void severalRunsStayInTheirOrder()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("two.poolscope");
        WindowBench bench;
        runInWindow(bench.window(), smallRun(1));
        runInWindow(bench.window(), smallRun(64));
        bench.window().save(path);
        QTRY_VERIFY(!bench.window().busyWithFiles());
        WindowBench other;
        other.window().open(path);
        QTRY_VERIFY(!other.window().busyWithFiles());
        QCOMPARE(other.window().run()->plan().chunksize, std::uint64_t{64});
    }

    void whatCannotBeOpenedIsToldAndTheRunStays()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("nonsense.poolscope");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        WindowBench bench;
        runInWindow(bench.window(), smallRun(7));
        const RunModel* before = bench.window().run();
        for (const QString& name : {path, folder.filePath("missing.poolscope"), folder.path()}) {
            bench.window().open(name);
            QTRY_VERIFY(!bench.window().busyWithFiles());
            QVERIFY(!bench.window().inlineMessage().isEmpty());
            QCOMPARE(bench.window().run(), before);
        }
    }

    void aFolderThatIsNotThereIsToldAndNothingIsLost()
    {
        WindowBench bench;
        runInWindow(bench.window(), smallRun(7));
        bench.window().save(QStringLiteral("/nowhere/at/all.poolscope"));
        QTRY_VERIFY(!bench.window().busyWithFiles());
        QVERIFY(!bench.window().inlineMessage().contains("Saved"));
        QVERIFY(bench.window().isWindowModified());
    }
};

QTEST_MAIN(WindowFilesTest)
#include "window_files_test.moc"
