// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The dock about one task, in the window, over real runs.
#include "tests/gui/gui_test.h"
#include "tests/gui/strict_messages.h"
#include "tests/gui/window_bench.h"

#include "ui/charts/charts.h"

#include <QTest>

using namespace poolscope;

class TaskDockTest final : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { QCOMPARE(StrictMessages::take(), QStringList()); }

    void theDockTellsAnArgumentItsResultAndTheWay()
    {
        WindowBench bench;
        bench.type(QStringLiteral("chunksize"), QStringLiteral("8"));
        bench.run("power", {{QStringLiteral("items"), QStringLiteral("2000")}});
        QVERIFY(bench.waitUntilOver());
        QVERIFY(bench.window().taskText().isEmpty());
        bench.window().showTask(12);
        const QString text = bench.window().taskText();
        QVERIFY2(text.startsWith(QLatin1String("Task 12\n")), qPrintable(text));
        QVERIFY2(text.contains(QLatin1String("in chunk 1 with 7 others")), qPrintable(text));
        QVERIFY2(text.contains(QLatin1String("pickle arguments")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("Result: 61\u202f917\u202f364\u202f224")),
                 qPrintable(text));
        QTRY_VERIFY(bench.window().taskText().contains(QLatin1String("Argument: x = 12")));
    }

    void theDockFollowsTheSelectionAndEscClosesIt()
    {
        WindowBench bench;
        bench.type(QStringLiteral("chunksize"), QStringLiteral("8"));
        bench.run("power", {{QStringLiteral("items"), QStringLiteral("2000")}});
        QVERIFY(bench.waitUntilOver());
        bench.window().showTask(400);
        auto* const lanes = bench.window().findChild<LanesChart*>();
        lanes->setFocus();
        const RowRef before = lanes->selected();
        const QString text = bench.window().taskText();
        bench.press(Qt::Key_Period);
        if (lanes->selected() == before) bench.press(Qt::Key_Comma); // it was the last of its lane
        QVERIFY(lanes->selected() != before);
        QVERIFY(bench.window().taskText() != text);
        QTest::keyClick(lanes, Qt::Key_Escape);
        QVERIFY(bench.window().taskText().isEmpty());
    }

    void aFailureOpensTheDockWithWhatWentWrong()
    {
        WindowBench bench;
        bench.run("faults", {{QStringLiteral("mode"), QStringLiteral("raise")},
                             {QStringLiteral("at"), QStringLiteral("7")},
                             {QStringLiteral("items"), QStringLiteral("40")}});
        QVERIFY(bench.waitUntilOver());
        QVERIFY(!bench.window().run()->failures().empty());
        const Failure failure = bench.window().run()->failures().front();
        bench.window().showTask(failure.item);
        const QString text = bench.window().taskText();
        QVERIFY2(text.contains(QString::fromStdString(failure.error.text)), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("W%1").arg(failure.worker)), qPrintable(text));
        QVERIFY2(text.contains(QLatin1String("attempt 1")), qPrintable(text));
        QVERIFY2(!text.contains(QLatin1String("Result")), qPrintable(text));
    }

    void aTaskThatTookItsWorkerWithItIsTold()
    {
        WindowBench bench;
        bench.run("faults", {{QStringLiteral("mode"), QStringLiteral("kill")},
                             {QStringLiteral("at"), QStringLiteral("7")},
                             {QStringLiteral("items"), QStringLiteral("40")}});
        QVERIFY(bench.waitUntilOver());
        bench.window().showTask(7);
        const QString text = bench.window().taskText();
        QVERIFY2(text.contains(QLatin1String("WorkerDied")), qPrintable(text));
        QVERIFY2(text.contains(QLatin1String("no chunk that held it came back")), qPrintable(text));
    }

    void inANarrowWindowTheJobsMakeRoomForTheTask()
    {
        WindowBench bench;
        bench.window().resize(1024, 680);
        bench.run("power", {{QStringLiteral("items"), QStringLiteral("200")}});
        QVERIFY(bench.waitUntilOver());
        auto* const jobs = bench.window().findChild<QWidget*>(QStringLiteral("jobDock"));
        QVERIFY(jobs->isVisible());
        bench.window().showTask(3);
        QVERIFY(!jobs->isVisible());
        auto* const lanes = bench.window().findChild<LanesChart*>();
        QTest::keyClick(lanes, Qt::Key_Escape);
        QTRY_VERIFY(jobs->isVisible());
        QCOMPARE(bench.window().width(), 1024);
    }

private:
    StrictMessages m_strict;
};

POOLSCOPE_GUI_TEST(TaskDockTest);
#include "task_dock_test.moc"
