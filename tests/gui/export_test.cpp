// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is exported: whole or not at all, the same bytes for the same run, whatever the run's names are.
#include "tests/gui/exported_run.h"
#include "tests/gui/gui_test.h"
#include "tests/gui/strict_messages.h"

#include <QDir>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <csignal>

using namespace poolscope;
using poolscope::test::bytesOf;
using poolscope::test::ExportedRun;
using poolscope::test::figuresOf;

class ExportTest final : public QObject {
    Q_OBJECT

private:
    StrictMessages m_messages;

private slots:
    void cleanup() { QCOMPARE(StrictMessages::take(), QStringList()); }

    void theReportOfNoRowsAndNoItemsIsWhole()
    {
        ExportedRun run({.chunksize = 64, .seconds = 0.1});
        run.summary = Summary();
        run.totals = RunTotals();
        run.facts = {};
        run.show();
        for (const QString& ending : exportEndings())
            QVERIFY2(run.file(ending).size() > 1000, qPrintable(ending));
        QString error;
        figuresOf(run.file("html"), error);
        QVERIFY2(error.isEmpty(), qPrintable(error));
    }

    void theSameRunGivesTheSameBytes_data()
    {
        QTest::addColumn<QString>("ending");
        for (const char* ending : {"png", "svg", "html"}) QTest::newRow(ending) << QString(ending);
    }

    void theSameRunGivesTheSameBytes()
    {
        QFETCH(QString, ending);
        ExportedRun one, other;
        QVERIFY(one.file(ending) == one.file(ending));
        QVERIFY(one.file(ending) == other.file(ending));
    }

    void anSvgIsShapesAndTextWithATitle()
    {
        ExportedRun run;
        const QByteArray svg = run.file("svg");
        QString error;
        figuresOf(svg, error);
        QVERIFY2(error.isEmpty(), qPrintable(error));
        const QSvgRenderer renderer(svg);
        QVERIFY(renderer.isValid());
        QCOMPARE(renderer.viewBox().width(), 1280);
        QVERIFY(svg.contains("<title>&lt;script&gt;"));
        QVERIFY(svg.contains("<desc>"));
        QVERIFY(svg.count("<text ") > 50);
        QVERIFY(svg.count("<rect ") > 500);
        QVERIFY(!svg.contains("<image"));
    }

    void aPdfIsOnePageWithItsFonts()
    {
        ExportedRun run;
        const QByteArray pdf = run.file("pdf");
        QVERIFY(pdf.startsWith("%PDF-1."));
        QVERIFY(pdf.contains("/FontFile"));
        QVERIFY(pdf.contains("/Title"));
        QVERIFY(!pdf.contains("/Subtype /Image"));
        static const QRegularExpression box("MediaBox \\[0 0 (84\\d)[\\d.]* 595");
        QVERIFY(box.match(QString::fromLatin1(pdf)).hasMatch());
        QCOMPARE(pdf.count("/Type /Page\n"), 1);
    }

    void anEndingThatNobodyKnowsIsRefusedInOneSentence()
    {
        ExportedRun run;
        const auto written = exportRun(run.reported(), QStringLiteral("/nowhere/run.xyz"));
        QVERIFY(!written);
        QCOMPARE(written.error().kind, std::string("ValueError"));
        QCOMPARE(QString::fromStdString(written.error().text),
                 QStringLiteral("A run is not exported to /nowhere/run.xyz: the file's ending is "
                                "one of .png, .svg, .pdf and .html."));
    }

    void aFolderThatIsNotThereIsNamed()
    {
        ExportedRun run;
        const auto written = exportRun(run.reported(), QStringLiteral("/nowhere/run.html"));
        QVERIFY(!written);
        QCOMPARE(written.error().kind, std::string("OSError"));
        QCOMPARE(
            QString::fromStdString(written.error().text),
            QStringLiteral("/nowhere/run.html could not be written: there is no folder /nowhere."));
    }

    void whatWasThereStaysWhereTheDiskIsFull()
    {
        ExportedRun run;
        const QTemporaryDir folder;
        const QString path = folder.filePath("run.html");
        QVERIFY(exportRun(run.reported(), path));
        const QByteArray before = bytesOf(path);
        rlimit was{};
        getrlimit(RLIMIT_FSIZE, &was);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit few{1000, was.rlim_max};
        setrlimit(RLIMIT_FSIZE, &few);
        const auto written = exportRun(run.reported(), path);
        setrlimit(RLIMIT_FSIZE, &was);
        QVERIFY(!written);
        QVERIFY2(written.error().text.starts_with(path.toStdString() + " could not be written: "),
                 written.error().text.c_str());
        QCOMPARE(bytesOf(path), before);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }
};

POOLSCOPE_GUI_TEST(ExportTest);
#include "export_test.moc"
