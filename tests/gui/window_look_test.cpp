// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Light, dark and as the desktop is; and the pictures that the program makes of itself.

#include "app/jobs/jobs.h"
#include "core/threads/threads.h"
#include "tests/gui/children.h"
#include "tests/gui/gui_test.h"
#include "tests/gui/strict_messages.h"
#include "tests/gui/window_bench.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace poolscope;

namespace {

QColor cornerOf(MainWindow& window)
{
    return window.grab().toImage().pixelColor(3, 3); // of the tool strip
}

} // namespace

class WindowLookTest final : public QObject {
    Q_OBJECT
private slots:
    void cleanup()
    {
        QCOMPARE(childProcesses(), QList<int>());
        QCOMPARE(StrictMessages::take(), QStringList());
    }

    void theThemeCanBeChosen();
    void theThemeFollowsTheDesktop();
    void everyCommandHasTextIconAndHelp();
    void aPictureIsMadeOfEachState_data();
    void aPictureIsMadeOfEachState();
    void anUnknownStateIsToldWithThoseThatThereAre();

private:
    StrictMessages m_strict;
};

void WindowLookTest::theThemeCanBeChosen()
{
    WindowBench bench;
    bench.window().chooseTheme("light");
    QCOMPARE(cornerOf(bench.window()), QColor("#F3F4F6"));
    bench.window().chooseTheme("dark");
    QCOMPARE(cornerOf(bench.window()), QColor("#15171A"));
    bench.close();
}

void WindowLookTest::theThemeFollowsTheDesktop()
{
    const QPalette before = QApplication::palette();
    WindowBench bench;
    bench.window().chooseTheme("system");
    const auto desktopTurns = [&bench](const QPalette& palette) {
        QApplication::setPalette(palette);
        QEvent told(QEvent::ApplicationPaletteChange); // Qt tells windows itself only while exec() runs
        QApplication::sendEvent(&bench.window(), &told);
    };
    desktopTurns(QPalette(QColor(Qt::black)));
    QTRY_COMPARE(cornerOf(bench.window()), QColor("#15171A"));
    desktopTurns(QPalette(QColor(Qt::white)));
    QTRY_COMPARE(cornerOf(bench.window()), QColor("#F3F4F6"));
    QApplication::setPalette(before);
    bench.close();
}

void WindowLookTest::everyCommandHasTextIconAndHelp()
{
    WindowBench bench;
    QVERIFY(bench.window().actions().size() > 15);
    for (const QAction* action : bench.window().actions()) {
        QVERIFY(!action->text().isEmpty());
        QVERIFY2(!action->icon().isNull(), qPrintable(action->text()));
        QVERIFY2(!action->shortcuts().isEmpty(), qPrintable(action->text()));
        QVERIFY2(!action->statusTip().isEmpty(), qPrintable(action->text()));
    }
    bench.close();
}

void WindowLookTest::aPictureIsMadeOfEachState_data()
{
    QTest::addColumn<QString>("state");
    const QStringList ofManyRuns = {"compare", "sweep", "break-even"}; // gui.screenshots makes these
    for (const QString& state : pictureStates()) {
        if (!ofManyRuns.contains(state)) QTest::newRow(qPrintable(state)) << state;
    }
}

void WindowLookTest::aPictureIsMadeOfEachState()
{
    QFETCH(QString, state);
    Catalogue catalogue;
    addJobs(catalogue);
    QTemporaryDir folder;
    const PictureRequest request{folder.filePath("window.png"), state, "dark", {1024, 680}};
    const auto made = renderPicture(catalogue, makeQtLanes(), request);
    QVERIFY2(made.ok(), made.ok() ? "" : made.error().text.c_str());
    const QImage picture(request.file);
    QCOMPARE(picture.size(), request.size);
    const bool presented = state == "presenter"; // it is one canvas, without the toolbar
    QCOMPARE(picture.pixelColor(3, 3), QColor(presented ? "#1B1E22" : "#15171A"));
}

void WindowLookTest::anUnknownStateIsToldWithThoseThatThereAre()
{
    Catalogue catalogue;
    const auto made = renderPicture(catalogue, makeQtLanes(), {"x.png", "asleep", "light", {1024, 680}});
    QVERIFY(!made.ok());
    QVERIFY(made.error().text.find("first-start") != std::string::npos);
}

POOLSCOPE_GUI_TEST(WindowLookTest);
#include "window_look_test.moc"
