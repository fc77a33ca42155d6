// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What makes the window everybody's: presenter mode, black and white, less motion, tables, settings.
#include "tests/gui/children.h"
#include "tests/gui/gui_test.h"
#include "tests/gui/strict_messages.h"
#include "tests/gui/window_bench.h"
#include "ui/views/recent_files.h"
#include "ui/views/table_panel.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDockWidget>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace poolscope;

namespace {

int hues(const QImage& picture)
{
    int found = 0;
    for (int y = 0; y < picture.height(); y += 2) {
        for (int x = 0; x < picture.width(); x += 2) {
            const QColor colour = picture.pixelColor(x, y);
            const auto [least, most] = std::minmax({colour.red(), colour.green(), colour.blue()});
            found += most - least > 40 ? 1 : 0;
        }
    }
    return found;
}

} // namespace

class ForEveryoneTest final : public QObject {
    Q_OBJECT
private slots:
    void cleanup()
    {
        QCOMPARE(childProcesses(), QList<int>());
        QCOMPARE(StrictMessages::take(), QStringList());
    }

    void presenterModePutsPanelsAwayAndBack();
    void escLeavesPresenterMode();
    void inBlackAndWhiteThereIsNoHue();
    void chartsAreShownAsTablesAndCopied();
    void reducedMotionStillEndsWithEverything();
    void recentFilesAreKeptOnceTheLastFirst();
    void settingsAreForgotten();

private:
    StrictMessages m_strict;
};

void ForEveryoneTest::presenterModePutsPanelsAwayAndBack()
{
    WindowBench bench;
    bench.press(Qt::Key_F8); // nothing to present yet
    QCOMPARE(bench.page(), QStringLiteral("FirstStartPage"));
    bench.run("power", {{"items", "5000"}});
    QVERIFY(bench.waitUntilOver());
    auto* dock = bench.window().findChild<QDockWidget*>("jobDock");
    bench.press(Qt::Key_F8);
    QCOMPARE(bench.page(), QStringLiteral("Presenter"));
    QVERIFY(dock->isHidden());
    QVERIFY(bench.window().menuWidget()->isHidden());
    bench.press(Qt::Key_F8);
    QCOMPARE(bench.page(), QStringLiteral("ChartsPage"));
    QVERIFY(dock->isVisible());
    QVERIFY(bench.window().menuWidget()->isVisible());
    bench.close();
}

void ForEveryoneTest::escLeavesPresenterMode()
{
    WindowBench bench;
    bench.run("power", {{"items", "5000"}});
    QVERIFY(bench.waitUntilOver());
    bench.press(Qt::Key_F8);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(bench.page(), QStringLiteral("ChartsPage"));
    bench.close();
}

void ForEveryoneTest::inBlackAndWhiteThereIsNoHue()
{
    WindowBench bench;
    bench.window().chooseTheme("light");
    QVERIFY(hues(bench.window().grab().toImage()) > 100); // the example of the first start
    bench.run("power", {{"items", "20000"}});
    QVERIFY(bench.waitUntilOver());
    QVERIFY(hues(bench.window().grab().toImage()) > 100);
    for (const char* theme : {"light", "dark"}) {
        bench.window().chooseTheme(theme);
        bench.window().showInBlackAndWhite(true);
        QTRY_COMPARE(hues(bench.window().grab().toImage()), 0); // charts are drawn anew in their turn
        bench.press(Qt::Key_F8);
        QTRY_COMPARE(hues(bench.window().grab().toImage()), 0); // charts are drawn anew in their turn
        bench.press(Qt::Key_F8);
    }
    bench.close();
}

void ForEveryoneTest::chartsAreShownAsTablesAndCopied()
{
    WindowBench bench;
    bench.run("power", {{"items", "5000"}});
    QVERIFY(bench.waitUntilOver());
    bench.press(Qt::Key_T, Qt::ControlModifier);
    auto* panel = bench.window().findChild<TablePanel*>();
    QVERIFY(panel->isVisible());
    QVERIFY(panel->model().rowCount() > 0);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), panel->model().table().asText());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(panel->isHidden());
    bench.close();
}

void ForEveryoneTest::reducedMotionStillEndsWithEverything()
{
    WindowBench bench;
    bench.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    bench.run("power", {{"items", "50000"}});
    QVERIFY(bench.waitUntilOver());
    QCOMPARE(bench.window().run()->summary().done, 50000U);
    bench.close();
}

void ForEveryoneTest::recentFilesAreKeptOnceTheLastFirst()
{
    QTemporaryDir folder;
    RecentFiles files;
    QAbstractItemModelTester tester(&files, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QString a = folder.filePath("a.poolscope"), b = folder.filePath("b.poolscope");
    files.note(a);
    files.note(b);
    files.note(folder.path() + "/./a.poolscope");
    QCOMPARE(files.paths(), (QStringList{a, b}));
    QCOMPARE(files.index(0).data().toString(), QStringLiteral("a.poolscope"));
    QVERIFY(!files.index(0).data(RecentFiles::ThereRole).toBool());
    for (int i = 0; i < 20; ++i) files.note(folder.filePath(QString::number(i)));
    QCOMPARE(files.paths().size(), RecentFiles::most);
    files.forget(folder.filePath("19"));
    QCOMPARE(files.paths().first(), folder.filePath("18"));
    files.setPaths({a, a, QString(), b});
    QCOMPARE(files.paths(), (QStringList{a, b}));
}

void ForEveryoneTest::settingsAreForgotten()
{
    QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    {
        QSettings settings = userSettings();
        settings.setValue("look/theme", "dark");
    }
    QCOMPARE(userSettings().value("look/theme").toString(), QStringLiteral("dark"));
    QVERIFY(resetSettings().ok());
    QVERIFY(userSettings().allKeys().isEmpty());
}

POOLSCOPE_GUI_TEST(ForEveryoneTest);
#include "for_everyone_test.moc"
