// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window by keys: every control has a name, Tab comes by all of them and around.
#include "tests/gui/children.h"
#include "tests/gui/gui_test.h"
#include "tests/gui/strict_messages.h"
#include "tests/gui/window_bench.h"

#include "ui/charts/charts.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QSet>
#include <QTest>

using namespace poolscope;

namespace {

QList<QWidget*> focusable(QWidget& window)
{
    QList<QWidget*> found;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        const bool reached = widget->focusPolicy() & Qt::TabFocus;
        if (reached && widget->isVisible() && widget->isEnabled() && widget->focusProxy() == nullptr) found += widget;
    }
    return found;
}

QString nameOf(QWidget* widget)
{
    QAccessibleInterface* const told = QAccessible::queryAccessibleInterface(widget);
    return told != nullptr ? told->text(QAccessible::Name) : QString();
}

QString describe(const QWidget* widget)
{
    return QStringLiteral("%1 \"%2\" in %3").arg(widget->metaObject()->className(), widget->objectName(),
                                                widget->parentWidget()->metaObject()->className());
}

void checkNames(QWidget& window)
{
    for (QWidget* widget : focusable(window)) QVERIFY2(!nameOf(widget).isEmpty(), qPrintable(describe(widget)));
    for (QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
        if (button->isVisible()) QVERIFY2(!nameOf(button).isEmpty(), qPrintable(describe(button)));
    }
}

void checkRound(QWidget& window, Qt::Key key = Qt::Key_Tab)
{
    const QList<QWidget*> wanted = focusable(window);
    QVERIFY(!wanted.isEmpty());
    wanted.first()->setFocus(Qt::TabFocusReason);
    QSet<QWidget*> reached;
    for (qsizetype i = 0; i < 3 * wanted.size() + 10; ++i) {
        QWidget* const here = QApplication::focusWidget();
        QVERIFY(here != nullptr);
        if (i > 0 && here == wanted.first()) break;
        reached += here;
        QTest::keyClick(here, key);
    }
    QCOMPARE(QApplication::focusWidget(), wanted.first());
    for (QWidget* widget : wanted) QVERIFY2(reached.contains(widget), qPrintable(describe(widget)));
}

} // namespace

class KeyboardTest final : public QObject {
    Q_OBJECT
private slots:
    void cleanup()
    {
        QCOMPARE(childProcesses(), QList<int>());
        QCOMPARE(StrictMessages::take(), QStringList());
    }

    void theFirstStartIsReachedByKeys();
    void aFinishedRunIsReachedByKeys_data();
    void aFinishedRunIsReachedByKeys();
    void whatCannotBePickledIsReachedByKeys();
    void optionsAreReachedByKeys();

private:
    StrictMessages m_strict;
};

void KeyboardTest::theFirstStartIsReachedByKeys()
{
    WindowBench bench;
    checkNames(bench.window());
    checkRound(bench.window());
    checkRound(bench.window(), Qt::Key_Backtab);
    bench.close();
}

void KeyboardTest::aFinishedRunIsReachedByKeys_data()
{
    QTest::addColumn<int>("tab");
    QTest::newRow("throughput") << 0;
    QTest::newRow("latency") << 1;
    QTest::newRow("results") << 2;
    QTest::newRow("failures") << 3;
}

void KeyboardTest::aFinishedRunIsReachedByKeys()
{
    QFETCH(int, tab);
    WindowBench bench;
    bench.run("faults", {{"mode", "raise"}, {"items", "200"}});
    QVERIFY(bench.waitUntilOver());
    for (TabWords* words : bench.window().findChildren<TabWords*>()) {
        if (words->isVisible()) words->choose(tab);
    }
    checkNames(bench.window());
    checkRound(bench.window());
    bench.close();
}

void KeyboardTest::whatCannotBePickledIsReachedByKeys()
{
    WindowBench bench;
    bench.run("BigPow.pow", {});
    QVERIFY(bench.waitUntilOver());
    QCOMPARE(bench.window().state(), RunState::CannotPickle);
    checkNames(bench.window());
    checkRound(bench.window());
    bench.close();
}

void KeyboardTest::optionsAreReachedByKeys()
{
    WindowBench bench;
    bench.run("power", {{"items", "100"}});
    QVERIFY(bench.waitUntilOver());
    auto* options = bench.window().findChild<QAbstractButton*>("moreOptions");
    options->setFocus(Qt::TabFocusReason);
    QTest::keyClick(options, Qt::Key_Space);
    QVERIFY(bench.window().findChild<QWidget*>("task-timeout")->isVisible());
    checkNames(bench.window());
    checkRound(bench.window());
    bench.close();
}

POOLSCOPE_GUI_TEST(KeyboardTest);
#include "keyboard_test.moc"
