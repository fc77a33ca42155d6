// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/exported_run.h"
#include "tests/gui/run_feed.h"

#include <QFile>
#include <QTemporaryDir>
#include <QXmlStreamReader>

namespace poolscope::test {

namespace {

constexpr const char* nasty = "<script>alert(\"x\")</script> & 'y' \x01";

} // namespace

ExportedRun::ExportedRun(const SimulatedOptions& options)
{
    const SimulatedRun simulated(options);
    summary = simulated.summaryAt(simulated.end());
    totals = simulated.totalsAt(simulated.end());
    facts = simulated.between(0, simulated.end());
    summary.plan.title = nasty;
    for (Failure& failure : facts.failures) {
        failure.error = {"ValueError", nasty, nasty};
        failure.error.where = nasty;
        failure.argument = nasty;
    }
    show();
}

void ExportedRun::show()
{
    run.begin(summary.plan, RunState::Running);
    RunFeed(run).apply(summary, totals, facts);
    digest.count = summary.done - summary.failed;
    digest.sum = Integer(4711);
}

ReportedRun ExportedRun::reported()
{
    return {run, QStringLiteral("poolscope run '<x>'"), {"1", "2"}, "4711"};
}

QByteArray ExportedRun::file(const QString& ending)
{
    const QTemporaryDir folder;
    const QString eyes = qEnvironmentVariable("POOLSCOPE_PICTURES");
    if (!eyes.isEmpty()) static_cast<void>(exportRun(reported(), eyes + "/exported." + ending));
    const QString path = folder.filePath(QStringLiteral("run.") + ending);
    const auto written = exportRun(reported(), path);
    return written ? bytesOf(path) : QByteArray(written.error().text.c_str());
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QMultiMap<QString, ToldFigure> figuresOf(const QByteArray& page, QString& error)
{
    QMultiMap<QString, ToldFigure> figures;
    QXmlStreamReader xml(page);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        const QString name = xml.attributes().value("data-name").toString();
        if (name.isEmpty()) continue;
        const QString value = xml.attributes().value("data-value").toString();
        figures.insert(name, {value, xml.readElementText()});
    }
    if (xml.hasError())
        error = QStringLiteral("line %1: %2").arg(xml.lineNumber()).arg(xml.errorString());
    return figures;
}

} // namespace poolscope::test
