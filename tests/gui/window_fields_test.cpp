// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A value that is refused: the sentence stands beside its field and nothing is started.

#include "tests/gui/children.h"
#include "tests/gui/gui_test.h"
#include "tests/gui/strict_messages.h"
#include "tests/gui/window_bench.h"
#include "ui/views/command_text.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace poolscope;

class WindowFieldsTest final : public QObject {
    Q_OBJECT
private slots:
    void cleanup()
    {
        QCOMPARE(childProcesses(), QList<int>());
        QCOMPARE(StrictMessages::take(), QStringList());
    }

    void aRefusedValueIsToldBesideItsField_data();
    void aRefusedValueIsToldBesideItsField();
    void aBetterValueTakesTheSentenceAway();
    void numbersAreGroupedAndReadAsNumbers();
    void aFileThatIsNotThereIsToldBesideItsField();
    void anOptionIsRefusedBesideItsField_data();
    void anOptionIsRefusedBesideItsField();
    void itemsComeFromAFile();
    void itemsOfAFileAreNotTyped();
    void everyOptionIsCopiedAsACommand();

private:
    StrictMessages m_strict;
};

void WindowFieldsTest::aRefusedValueIsToldBesideItsField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::newRow("text where a number is due") << "items" << "many";
    QTest::newRow("a number that is too small") << "items" << "-1";
    QTest::newRow("no worker") << "workers" << "0";
    QTest::newRow("no number of workers") << "workers" << "all";
    QTest::newRow("an empty chunk") << "chunksize" << "0";
    QTest::newRow("no size of a chunk") << "chunksize" << "some";
}

void WindowFieldsTest::aRefusedValueIsToldBesideItsField()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    WindowBench bench;
    std::map<QString, QString> parameters{{"items", "10"}};
    if (field == QLatin1String("items")) {
        parameters[field] = value;
    } else {
        bench.type(field, value);
    }
    bench.run("power", parameters);
    QVERIFY(!bench.window().running());
    QCOMPARE(bench.window().state(), RunState::FirstStart);
    QVERIFY(!bench.refusalOf(field).isEmpty());
    bench.close();
}

void WindowFieldsTest::aBetterValueTakesTheSentenceAway()
{
    WindowBench bench;
    bench.run("power", {{"items", "many"}});
    QVERIFY(!bench.refusalOf("items").isEmpty());
    bench.type("items", "12");
    QCOMPARE(bench.refusalOf("items"), QString());
    bench.press(Qt::Key_F5);
    QVERIFY(bench.waitUntilOver());
    QCOMPARE(bench.window().state(), RunState::Finished);
    QCOMPARE(bench.window().run()->summary().done, 12U);
    bench.close();
}

void WindowFieldsTest::numbersAreGroupedAndReadAsNumbers()
{
    WindowBench bench;
    bench.run("power", {{"items", "1200"}});
    QCOMPARE(bench.window().findChild<QLineEdit*>("items")->text(), QString::fromUtf8("1\u202f200"));
    QVERIFY(bench.waitUntilOver());
    QCOMPARE(bench.window().run()->summary().done, 1200U);
    bench.close();
}

void WindowFieldsTest::aFileThatIsNotThereIsToldBesideItsField()
{
    WindowBench bench;
    bench.run("wordcount", {{"path", "/nowhere/at/all"}});
    QVERIFY(bench.waitUntilOver());
    QVERIFY(bench.window().state() == RunState::Refused || bench.window().state() == RunState::FirstStart);
    QVERIFY(!bench.refusalOf("path").isEmpty());
    bench.close();
}

void WindowFieldsTest::anOptionIsRefusedBesideItsField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::newRow("a file that is not there") << "input" << "/nowhere/at/all.jsonl";
    QTest::newRow("no time") << "task-timeout" << "soon";
    QTest::newRow("less than no time") << "task-timeout" << "-1";
    QTest::newRow("too short a time") << "task-timeout" << "0.00001";
    QTest::newRow("too many retries") << "retries" << "100000";
}

void WindowFieldsTest::anOptionIsRefusedBesideItsField()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    WindowBench bench;
    bench.run("power", {{"items", "10"}, {field, value}});
    QVERIFY(bench.waitUntilOver());
    QVERIFY(bench.window().state() == RunState::Refused || bench.window().state() == RunState::FirstStart);
    QVERIFY(!bench.refusalOf(field).isEmpty());
    bench.close();
}

void WindowFieldsTest::itemsComeFromAFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath("items.jsonl"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("2\n3\n5\n");
    file.close();
    WindowBench bench;
    bench.run("power", {{"input", file.fileName()}});
    QVERIFY(bench.waitUntilOver());
    QCOMPARE(bench.window().state(), RunState::Finished);
    QCOMPARE(bench.window().run()->summary().done, 3U);
    bench.close();
}

void WindowFieldsTest::itemsOfAFileAreNotTyped()
{
    WindowBench bench;
    bench.run("power", {{"items", "20"}});
    QVERIFY(bench.waitUntilOver());
    const auto items = [&bench] { return bench.window().findChild<QWidget*>("items"); };
    QVERIFY(items()->isEnabled());
    bench.type("input", "/nowhere/items.jsonl");
    QVERIFY(!items()->isEnabled());
    QVERIFY2(items()->toolTip().contains("file"), qPrintable(items()->toolTip()));
    bench.type("input", "");
    QVERIFY(items()->isEnabled());
    bench.close();
}

void WindowFieldsTest::everyOptionIsCopiedAsACommand()
{
    RunRequest request;
    request.job = "power";
    request.parameters = {{"items", "10"}, {"n", "3"}};
    request.workers = 2;
    request.chunksize = 4;
    request.input = "my items.jsonl";
    request.startMethod = StartMethod::Spawn;
    request.transport = Transport::Pipe;
    request.outOfBand = false;
    request.taskTimeout = 2.5;
    request.retries = 3;
    QCOMPARE(
        commandOf(request),
        QStringLiteral("poolscope run power n=3 --workers 2 --chunksize 4 --start-method spawn "
                       "--transport pipe --task-timeout 2.5 --retries 3 "
                       "--input 'my items.jsonl' --out-of-band off"));
    request.backend = Backend::Threads; // of which none can be ended, and no bytes travel beside
    request.chunksize.reset();
    QCOMPARE(commandOf(request),
             QStringLiteral("poolscope run power n=3 --backend threads --workers 2 "
                            "--chunksize default --retries 3 --input 'my items.jsonl'"));
}

POOLSCOPE_GUI_TEST(WindowFieldsTest);
#include "window_fields_test.moc"
