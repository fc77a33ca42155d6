// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// However a run ends or the window goes: no worker is left.

#include "tests/gui/children.h"
#include "tests/gui/gui_test.h"
#include "tests/gui/strict_messages.h"
#include "tests/gui/window_bench.h"

#include <QPushButton>
#include <QTest>

using namespace poolscope;

namespace {

const std::map<QString, QString> endless{{"items", "100000"}, {"ms", "50"}};

QPushButton* buttonOf(MainWindow& window, const char* text)
{
    for (auto* button : window.findChildren<QPushButton*>()) {
        if (button->text() == QLatin1String(text) && button->isVisible()) return button;
    }
    return nullptr;
}

} // namespace

class WindowEndTest final : public QObject {
    Q_OBJECT
private slots:
    void cleanup()
    {
        QCOMPARE(childProcesses(), QList<int>());
        QCOMPARE(StrictMessages::take(), QStringList());
    }

    void stopEndsTheWorkers();
    void closingTheWindowDuringARunEndsTheWorkers();
    void closingItWhileTheSerialCostIsMeasuredDoesToo();
    void anotherRunAsksToStopTheFirst();
    void theFirstMayGoOn();

private:
    StrictMessages m_strict;
};

void WindowEndTest::stopEndsTheWorkers()
{
    WindowBench bench;
    bench.run("sleep", endless);
    QTRY_VERIFY_WITH_TIMEOUT(!childProcesses().isEmpty(), 30'000);
    bench.press(Qt::Key_F5, Qt::ShiftModifier);
    QVERIFY(bench.waitUntilOver());
    QCOMPARE(childProcesses(), QList<int>());
    bench.close();
}

void WindowEndTest::closingTheWindowDuringARunEndsTheWorkers()
{
    WindowBench bench;
    bench.type("chunksize", "1");
    bench.run("sleep", endless);
    QVERIFY(bench.waitUntilSomeAreDone());
    QVERIFY(!childProcesses().isEmpty());
    bench.close();
    QCOMPARE(childProcesses(), QList<int>());
}

void WindowEndTest::closingItWhileTheSerialCostIsMeasuredDoesToo()
{
    WindowBench bench;
    bench.run("sleep", {{"items", "10"}, {"ms", "600000"}});
    QCOMPARE(bench.window().state(), RunState::Measuring);
    bench.close();
    QCOMPARE(childProcesses(), QList<int>());
}

void WindowEndTest::anotherRunAsksToStopTheFirst()
{
    WindowBench bench;
    bench.type("chunksize", "1");
    bench.run("sleep", endless);
    QVERIFY(bench.waitUntilSomeAreDone());
    bench.run("power", {{"items", "100"}});
    QVERIFY(bench.window().inlineMessage().contains("under way"));
    QCOMPARE(bench.window().run()->plan().job, "sleep");
    QTRY_VERIFY(buttonOf(bench.window(), "Stop and run") != nullptr);
    buttonOf(bench.window(), "Stop and run")->click();
    QVERIFY(QTest::qWaitFor([&] { return bench.window().run()->plan().job == "power" && !bench.window().running(); },
                            60'000));
    QCOMPARE(bench.window().state(), RunState::Finished);
    bench.close();
}

void WindowEndTest::theFirstMayGoOn()
{
    WindowBench bench;
    bench.type("chunksize", "1");
    bench.run("sleep", endless);
    QVERIFY(bench.waitUntilSomeAreDone());
    bench.press(Qt::Key_F5);
    QTRY_VERIFY(buttonOf(bench.window(), "Let it go on") != nullptr);
    buttonOf(bench.window(), "Let it go on")->click();
    QVERIFY(bench.window().running());
    QCOMPARE(bench.window().inlineMessage(), QString());
    bench.close();
}

POOLSCOPE_GUI_TEST(WindowEndTest);
#include "window_end_test.moc"
