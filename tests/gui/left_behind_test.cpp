// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that a program kept and did not live to save are offered by the next one.
#include "tests/gui/gui_test.h"
#include "tests/gui/window_bench.h"

#include <QCoreApplication>
#include <QDir>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace poolscope;

namespace {

/// As if the program that kept the runs in the folder had been killed; how many there are.
int leaveBehind(QDir folder)
{
    const QStringList names = folder.entryList({"run-*.poolscope"}, QDir::Files);
    const QString own = QStringLiteral("-%1-").arg(QCoreApplication::applicationPid());
    for (const QString& name : names) folder.rename(name, QString(name).replace(own, QLatin1String("-2147480000-")));
    return static_cast<int>(names.size());
}

} // namespace

class LeftBehindTest final : public QObject {
    Q_OBJECT

private slots:
    void whatACrashLeftBehindIsOfferedAndOpened()
    {
        QStandardPaths::setTestModeEnabled(true);
        QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/unsaved");
        folder.removeRecursively();
        std::string verdict;
        {
            WindowBench crashed;
            crashed.window().rememberLayout();
            crashed.run("power", {{"items", "3000"}});
            QVERIFY(crashed.waitUntilOver());
            QTRY_VERIFY(!crashed.window().busyWithFiles());
            verdict = crashed.window().run()->summary().verdict;
            QCOMPARE(leaveBehind(folder), 1);
        }
        WindowBench bench;
        MainWindow& window = bench.window();
        window.rememberLayout();
        QVERIFY2(window.inlineMessage().contains("ended before"), qPrintable(window.inlineMessage()));
        for (QPushButton* button : window.findChildren<QPushButton*>()) {
            if (button->text().startsWith("Open it") || button->text().startsWith("Open them")) button->click();
        }
        QTRY_VERIFY(!window.busyWithFiles());
        QVERIFY(window.run() != nullptr);
        QCOMPARE(window.run()->summary().verdict, verdict);
        QVERIFY(window.isWindowModified());
        const QTemporaryDir saved;
        window.save(saved.filePath("runs.poolscope"));
        QTRY_VERIFY(!window.busyWithFiles());
        QCOMPARE(leaveBehind(folder), 0); // what is saved is kept nowhere else
        QStandardPaths::setTestModeEnabled(false);
    }
};

POOLSCOPE_GUI_TEST(LeftBehindTest);
#include "left_behind_test.moc"
