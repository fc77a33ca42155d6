// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The report of one file: every figure is that of the summary, whatever the run's names are.
#include "tests/gui/exported_run.h"
#include "tests/gui/gui_test.h"
#include "tests/gui/strict_messages.h"

#include <nlohmann/json.hpp>

#include <QRegularExpression>
#include <QTest>

using namespace poolscope;
using poolscope::test::ExportedRun;
using poolscope::test::figuresOf;
using poolscope::test::ToldFigure;

namespace {

/// "/worker/0/items" as "worker.0.items".
std::map<QString, nlohmann::json> leavesOf(const std::string& summary)
{
    std::map<QString, nlohmann::json> leaves;
    const nlohmann::json flat = nlohmann::json::parse(summary).flatten();
    for (const auto& [pointer, value] : flat.items()) {
        leaves.emplace(QString::fromStdString(pointer.substr(1)).replace('/', '.'), value);
    }
    return leaves;
}

QString cleaned(const std::string& text)
{
    return QString::fromStdString(text).replace(QChar(1), QChar::ReplacementCharacter);
}

bool equals(const QString& value, const nlohmann::json& leaf)
{
    if (leaf.is_string()) return value == cleaned(leaf.get<std::string>());
    if (leaf.is_number_float()) return value.toDouble() == leaf.get<double>();
    return value == QString::fromStdString(leaf.dump());
}

/// Is of the summary, but has no figure in the report: what is empty, and how values are written in JSON.
bool isLeftOut(const QString& name, const nlohmann::json& leaf)
{
    const bool empty = leaf.is_string() && leaf.get<std::string>().empty();
    return empty || (leaf.is_null() && name.endsWith("no_worker")) ||
           name.startsWith("result.first") || name == "result.reduction" || name == "errors";
}

QString textOf(const QString& name, const nlohmann::json& leaf)
{
    static const QRegularExpression time("(_s(\\.|$))"), bytes("bytes(\\.|$)"),
        share("share|efficiency"), words("pid$|result\\.value|per_s$");
    if (!leaf.is_number() || words.match(name).hasMatch()) return {};
    if (name.startsWith("speedup")) return QString::fromStdString(factorText(leaf.get<double>()));
    if (share.match(name).hasMatch()) return {};
    if (time.match(name).hasMatch()) return QString::fromStdString(timeText(leaf.get<double>()));
    if (bytes.match(name).hasMatch()) return QString::fromStdString(bytesText(leaf.get<double>()));
    return QString::fromStdString(countText(leaf.get<std::uint64_t>()));
}

} // namespace

class ReportTest final : public QObject {
    Q_OBJECT

private:
    StrictMessages m_messages;

private slots:
    void cleanup() { QCOMPARE(StrictMessages::take(), QStringList()); }

    void everyFigureOfTheReportIsThatOfTheSummary()
    {
        ExportedRun run;
        QString error;
        const auto figures = figuresOf(run.file("html"), error);
        QVERIFY2(error.isEmpty(), qPrintable(error));
        const auto leaves = leavesOf(summaryJson(run.summary, run.facts.failures, run.digest));
        for (const auto& [name, leaf] : leaves) {
            if (isLeftOut(name, leaf)) continue;
            QVERIFY2(figures.contains(name), qPrintable(name));
            for (const ToldFigure& told : figures.values(name)) {
                QVERIFY2(equals(told.value, leaf), qPrintable(name + " is told as " + told.value));
                const QString text = textOf(name, leaf);
                QVERIFY2(text.isEmpty() || text == told.text,
                         qPrintable(name + " reads " + told.text));
            }
        }
        for (const QString& name : figures.uniqueKeys()) {
            const bool made =
                name.startsWith("shares.") || name.startsWith("result.first") || name == "command";
            QVERIFY2(made || leaves.count(name) == 1, qPrintable(name));
        }
        QCOMPARE(figures.value("command").text, QStringLiteral("poolscope run '<x>'"));
    }

    void theSharesOfTheReportAreThoseOfTheVerdictsBar()
    {
        ExportedRun run;
        QString error;
        const auto figures = figuresOf(run.file("html"), error);
        int sum = 0;
        const auto shares = sharesOfWorkerTime(run.summary);
        for (std::size_t i = 0; i < phaseCount; ++i) {
            const QString name = QStringLiteral("shares.") + nameOf(static_cast<Phase>(i));
            QCOMPARE(figures.value(name).value.toInt(), shares[i]);
            sum += shares[i];
        }
        QCOMPARE(sum + figures.value("shares.start").value.toInt() +
                     figures.value("shares.unaccounted").value.toInt(),
                 100);
    }

    void whatWasNotMeasuredIsSaidToBe()
    {
        ExportedRun run;
        run.summary.serial.reset();
        run.summary.speedup.reset();
        run.summary.efficiency.reset();
        run.summary.latency.reset();
        run.summary.noSerial = "the serial time was not measured";
        run.show();
        QString error;
        const auto figures = figuresOf(run.file("html"), error);
        QVERIFY2(error.isEmpty(), qPrintable(error));
        for (const char* name : {"serial_s", "speedup", "efficiency", "latency_s.p50"}) {
            QCOMPARE(figures.value(name).value, QStringLiteral("null"));
        }
        QCOMPARE(figures.value("no_serial").text,
                 QStringLiteral("the serial time was not measured"));
    }

    void theReportNeedsNothingElseAndRunsNothing()
    {
        ExportedRun run;
        const QByteArray page = run.file("html");
        QVERIFY(page.startsWith("<!DOCTYPE html>"));
        for (const char* forbidden : {"<script", "src=", "url(", "@import", "<link",
                                      "href=", "onload", "<image", "<td/>", "<span/>"}) {
            QVERIFY2(!page.contains(forbidden), forbidden);
        }
        QVERIFY(!QByteArray(page).replace("http://www.w3.org/", "").contains("http"));
        QVERIFY(page.contains("&lt;script&gt;alert"));
        QCOMPARE(page.count("<svg "), 4);
    }
};

POOLSCOPE_GUI_TEST(ReportTest);
#include "report_test.moc"
