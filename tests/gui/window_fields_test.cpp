// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A value that is refused: the sentence stands beside its field and nothing is started.

#include "tests/gui/children.h"
#include "tests/gui/strict_messages.h"
#include "tests/gui/window_bench.h"

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

QTEST_MAIN(WindowFieldsTest)
#include "window_fields_test.moc"
