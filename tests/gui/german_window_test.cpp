// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window in German: its commands, the verdict of a real run, and no word is cut.
#include "tests/gui/children.h"
#include "tests/gui/gui_test.h"
#include "tests/gui/strict_messages.h"
#include "tests/gui/window_bench.h"

#include <QAbstractButton>
#include <QAction>
#include <QRegularExpression>
#include <QTest>

using namespace poolscope;

namespace {

/// On purpose, or no words: code is shown as far as it has room.
bool elides(const QWidget* widget)
{
    if (widget->property("look").toString().startsWith("code")) return true;
    const auto policy = widget->sizePolicy().horizontalPolicy();
    return policy == QSizePolicy::Ignored || widget->property("elides").toBool();
}

/// "Starten: 80 in 62": the texts that are wider than their place.
QStringList cutTexts(const MainWindow& window)
{
    QStringList cut;
    const auto look = [&](const QWidget* widget, const QString& text) {
        if (!widget->isVisible() || text.isEmpty() || elides(widget)) return;
        const int wanted = widget->sizeHint().width(), wide = widget->width();
        if (wanted > wide) cut += QStringLiteral("%1: %2 in %3").arg(text).arg(wanted).arg(wide);
    };
    for (const auto* label : window.findChildren<QLabel*>()) {
        const int high = label->hasHeightForWidth() ? label->heightForWidth(label->width()) : 0;
        if (!label->wordWrap())
            look(label, label->text());
        else if (label->isVisible() && high > label->height())
            cut += QStringLiteral("%1: %2 high in %3")
                       .arg(label->text())
                       .arg(high)
                       .arg(label->height());
    }
    for (const auto* button : window.findChildren<QAbstractButton*>()) look(button, button->text());
    return cut;
}

} // namespace

class GermanWindowTest final : public QObject {
    Q_OBJECT
private slots:
    void cleanup()
    {
        QCOMPARE(childProcesses(), QList<int>());
        QCOMPARE(StrictMessages::take(), QStringList());
    }

    void aRunIsToldInGerman();
    void noTextIsCut_data();
    void noTextIsCut();

private:
    StrictMessages m_strict;
};

void GermanWindowTest::aRunIsToldInGerman()
{
    const SpokenLanguage german(QStringLiteral("de"));
    WindowBench bench;
    for (const char* text :
         {"Starten", "Stopp", "Lauf wiederholen", "Als Befehl kopieren", "Gewinnschwelle"}) {
        QVERIFY2(bench.command(QString::fromUtf8(text)) != nullptr, text);
    }
    bench.type("chunksize", "1");
    bench.run("power", {{"items", "3000"}});
    QVERIFY(bench.waitUntilOver());
    const QString verdict = bench.strip();
    QVERIFY2(verdict.startsWith("2 Prozesse: "), qPrintable(verdict));
    QVERIFY2(verdict.contains(" als seriell (") || verdict.contains("gleichauf"),
             qPrintable(verdict));
    QVERIFY2(verdict.contains(" der Worker-Zeit."), qPrintable(verdict));
    static const QRegularExpression english(
        "\\b(than|took|worker time|the|of|in)\\b|[0-9]\\.[0-9]");
    QVERIFY2(!verdict.contains(english), qPrintable(verdict));
    const QString advice = spoken(bench.window().run()->summary().advice);
    QVERIFY2(!advice.isEmpty() && !advice.contains(english), qPrintable(advice));
    bench.close();
}

void GermanWindowTest::noTextIsCut_data()
{
    QTest::addColumn<QString>("job");
    QTest::addColumn<QString>("mode");
    QTest::newRow("first start") << QString() << QString();
    QTest::newRow("finished") << "power" << QString();
    QTest::newRow("cannot pickle") << "BigPow.pow" << QString();
    QTest::newRow("tasks failed") << "faults"
                                  << "raise";
}

void GermanWindowTest::noTextIsCut()
{
    QFETCH(QString, job);
    QFETCH(QString, mode);
    const SpokenLanguage german(QStringLiteral("de"));
    WindowBench bench;
    bench.window().resize(1280, 800);
    if (!job.isEmpty()) {
        std::map<QString, QString> parameters{{"items", "20"}};
        if (!mode.isEmpty()) parameters.emplace("mode", mode);
        bench.run(qPrintable(job), parameters);
        QVERIFY(bench.waitUntilOver());
        if (job != "BigPow.pow") bench.window().showTask(5);
    }
    QTest::qWait(50); // layouts are settled
    const QStringList cut = cutTexts(bench.window());
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join("\n")));
    bench.close();
}

POOLSCOPE_GUI_TEST(GermanWindowTest);
#include "german_window_test.moc"
