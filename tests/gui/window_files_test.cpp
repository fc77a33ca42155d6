// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A session goes through the window: what is opened is what was saved, and what cannot be opened is
// told and harms nothing.
#include "tests/gui/gui_test.h"
#include "tests/gui/window_bench.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

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

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What the window says once all of the file is there, or it is known that it will not be.
QString toldOfExport(MainWindow& window, const QString& path)
{
    window.exportTo(path);
    [&window] { QTRY_VERIFY(!window.busyWithFiles()); }();
    return window.inlineMessage();
}

QFileDialog* openDialog(MainWindow& window)
{
    for (QAction* action : window.findChildren<QAction*>()) {
        if (action->text() == QLatin1String("Export")) action->trigger();
    }
    return window.findChild<QFileDialog*>();
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

    void theFirstPageOpensASession()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("runs.poolscope");
        WindowBench bench;
        runInWindow(bench.window(), smallRun(7));
        bench.window().save(path);
        QTRY_VERIFY(!bench.window().busyWithFiles());
        WindowBench first;
        QPushButton* open = nullptr;
        for (auto* button : first.window().findChildren<QPushButton*>()) {
            if (button->text() == QLatin1String("Open") && button->isVisible()) open = button;
        }
        QVERIFY(open != nullptr);
        open->click();
        auto* const dialog = first.window().findChild<QFileDialog*>();
        QVERIFY(dialog != nullptr);
        auto* const name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(first.window().run() != nullptr);
        QCOMPARE(first.window().run()->summary().done, std::uint64_t{3000});
    }

    void aSessionIsDroppedOnTheWindow()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("runs.poolscope");
        WindowBench bench;
        runInWindow(bench.window(), smallRun(7));
        bench.window().save(path);
        QTRY_VERIFY(!bench.window().busyWithFiles());
        WindowBench other;
        for (const QString& dropped : {folder.filePath("notes.txt"), path}) {
            QMimeData data;
            data.setUrls({QUrl::fromLocalFile(dropped)});
            QDragEnterEvent enter(QPoint(400, 400), Qt::CopyAction, &data, Qt::LeftButton, {});
            QCoreApplication::sendEvent(&other.window(), &enter);
            QCOMPARE(enter.isAccepted(), dropped == path);
            QDropEvent drop(QPointF(400, 400), Qt::CopyAction, &data, Qt::LeftButton, {});
            QCoreApplication::sendEvent(&other.window(), &drop);
            QCOMPARE(other.window().busyWithFiles(), dropped == path);
        }
        QTRY_VERIFY(other.window().run() != nullptr);
    }

    void aRunIsExportedAsDataForOtherPrograms()
    {
        QTemporaryDir folder;
        WindowBench bench;
        MainWindow& window = bench.window();
        runInWindow(window, smallRun(7));
        const RunModel& run = *window.run();
        for (const char* ending : {"csv", "json", "trace.json"}) {
            const QString told = toldOfExport(window, folder.filePath("run.") + ending);
            QVERIFY2(told.startsWith("Exported:"), qPrintable(told));
        }
        const auto lines = bytesOf(folder.filePath("run.csv")).trimmed().split('\n');
        QCOMPARE(lines.size() - 1, static_cast<qsizetype>(run.rowCount()));
        qulonglong items = 0;
        for (const QByteArray& line : lines.mid(1)) items += line.split(',').at(2).toULongLong();
        QCOMPARE(items, qulonglong{run.summary().done});
        for (const char* ending : {"json", "trace.json"}) {
            const QByteArray text = bytesOf(folder.filePath("run.") + ending);
            QJsonParseError error;
            QVERIFY(!QJsonDocument::fromJson(text, &error).isNull());
            QCOMPARE(error.error, QJsonParseError::NoError);
        }
    }

    void whatCannotBeExportedIsTold_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("no folder") << "/nowhere/run.csv"
                                   << "/nowhere/run.csv";
        QTest::newRow("no ending") << "/tmp/run"
                                   << ".csv, .json, .trace.json";
        QTest::newRow("a full disk") << QString() << "No space left";
    }

    void whatCannotBeExportedIsTold()
    {
        QFETCH(QString, path);
        QFETCH(QString, sentence);
        QTemporaryDir folder;
        if (path.isEmpty()) {
            path = folder.filePath("full.json");
            QVERIFY(QFile::link(QStringLiteral("/dev/full"), path));
        }
        WindowBench bench;
        runInWindow(bench.window(), smallRun(7));
        const QString told = toldOfExport(bench.window(), path);
        QVERIFY2(told.startsWith("Nothing was exported:"), qPrintable(told));
        QVERIFY2(told.contains(sentence), qPrintable(told));
    }

    void theDialogOffersEveryKindAndGivesItsEnding()
    {
        QTemporaryDir folder;
        WindowBench bench;
        runInWindow(bench.window(), smallRun(7));
        QFileDialog* const dialog = openDialog(bench.window());
        QVERIFY(dialog != nullptr);
        const QString all = dialog->nameFilters().join(QChar(' '));
        for (const char* ending : {"(*.html)", "(*.png)", "(*.svg)", "(*.pdf)", "(*.csv)",
                                   "(*.json)", "(*.trace.json)"}) {
            QVERIFY2(all.contains(QLatin1String(ending)), ending);
        }
        auto* const kinds = dialog->findChild<QComboBox*>(QStringLiteral("fileTypeCombo"));
        QVERIFY(kinds != nullptr); // the last is the trace
        QTest::keyClick(kinds, Qt::Key_End);
        auto* const name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        name->setText(folder.filePath(QStringLiteral("run")));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(bench.window().inlineMessage().startsWith("Exported:"));
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("run.trace.json"))));
    }
};

POOLSCOPE_GUI_TEST(WindowFilesTest);
#include "window_files_test.moc"
