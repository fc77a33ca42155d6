// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of the report.
#include "ui/charts/report_page.h"

namespace poolscope {

namespace {

QString ofPhase(const QString& group, Phase phase)
{
    return group + QChar('.') + QLatin1String(nameOf(phase));
}

bool isTravel(Phase phase)
{
    return phase == Phase::Pickle || phase == Phase::Unpickle || phase == Phase::Transfer;
}

} // namespace

/// A wide table scrolls by itself, with the keyboard too.
void ReportWriter::beginTable(const QString& caption)
{
    m_html.open(
        "div", {{"class", "wide"}, {"role", "region"}, {"aria-label", caption}, {"tabindex", "0"}});
    m_html.open("table");
    m_html.leaf("caption", caption);
}

void ReportWriter::endTable() { m_html.close(3); }

void ReportWriter::headRow(const QStringList& heads)
{
    m_html.open("thead");
    m_html.open("tr");
    for (const QString& head : heads) m_html.leaf("th", head, {{"scope", "col"}});
    m_html.close(2);
    m_html.open("tbody");
}

/// One row for each "prefix.0", "prefix.1", …; the first column heads its row.
void ReportWriter::rows(const QString& prefix, std::size_t count,
                        const std::vector<ReportColumn>& columns)
{
    QStringList heads;
    for (const ReportColumn& column : columns) heads += column.head;
    headRow(heads);
    for (std::size_t i = 0; i < count; ++i) {
        m_html.open("tr");
        for (const ReportColumn& column : columns) {
            const QString name = QStringLiteral("%1.%2.%3").arg(prefix).arg(i).arg(column.name);
            if (&column != &columns.front()) {
                figure("td", name, column.kind);
                continue;
            }
            m_html.open("th", {{"scope", "row"}});
            figure("span", name);
            m_html.close();
        }
        m_html.close();
    }
}

void ReportWriter::writeTimes()
{
    heading(tr("Where the time went"));
    beginTable(tr("Time by phase: of the workers (workers × elapsed), and of the parent's "
                  "attendants, which work beside them"));
    headRow({tr("phase"), tr("share"), tr("workers"), tr("on the way out"), tr("on the way back"),
             tr("parent"), tr("on the way out"), tr("on the way back")});
    for (const Phase phase : reportedPhases) {
        m_html.open("tr");
        m_html.leaf("th", phaseName(phase), {{"scope", "row"}});
        figure("td", ofPhase("shares", phase));
        figure("td", ofPhase("phases_s", phase));
        for (const char* way : {"phases_s.out", "phases_s.back"})
            figure("td", isTravel(phase) ? ofPhase(way, phase) : QString());
        figure("td", ofPhase("parent_s", phase));
        for (const char* way : {"parent_s.out", "parent_s.back"})
            figure("td", isTravel(phase) ? ofPhase(way, phase) : QString());
        m_html.close();
    }
    for (const auto& [name, label] : {std::pair("start", tr("start: until a worker is ready")),
                                      std::pair("unaccounted", tr("unaccounted"))}) {
        m_html.open("tr");
        m_html.leaf("th", label, {{"scope", "row"}});
        figure("td", QStringLiteral("shares.") + QLatin1String(name));
        figure("td", QStringLiteral("phases_s.") + QLatin1String(name));
        m_html.leaf("td", {}, {{"colspan", "5"}});
        m_html.close();
    }
    endTable();
}

void ReportWriter::writeWaits()
{
    beginTable(tr(
        "Why workers waited, before a wait was put under what was done for the worker meanwhile"));
    headRow({tr("wait in all"), tr("slow input"), tr("nothing left"),
             tr("a task that is run again"), tr("attendant not awake")});
    m_html.open("tr");
    for (const char* name : {"raw_wait_s", "wait_cause_s.input", "wait_cause_s.nothing_left",
                             "wait_cause_s.retry", "wait_cause_s.attendant"}) {
        figure("td", QLatin1String(name));
    }
    m_html.close();
    endTable();
}

void ReportWriter::writeWorkers()
{
    const auto& workers = m_run.summary().worker;
    if (workers.empty()) return;
    heading(tr("Workers"));
    std::vector<ReportColumn> columns{{tr("worker"), "id"},
                                      {tr("pid"), "pid"},
                                      {tr("items"), "items"},
                                      {tr("chunks"), "chunks"},
                                      {tr("failed"), "failed"}};
    for (const Phase phase : reportedPhases)
        columns.push_back({phaseName(phase), ofPhase("phases_s", phase)});
    columns.push_back({tr("start"), "phases_s.start"});
    columns.push_back({tr("unaccounted"), "phases_s.unaccounted"});
    columns.push_back({tr("ready, without a CPU"), "cpu_wait_s"});
    columns.push_back({tr("most memory"), "max_rss_bytes"});
    columns.push_back({tr("bytes out"), "bytes.tasks"});
    columns.push_back({tr("bytes back"), "bytes.results"});
    columns.push_back({tr("out of band"), "bytes.out_of_band"});
    for (const WorkerSummary& worker : workers) {
        if (worker.noWorker.empty()) continue;
        columns.push_back({tr("could not be started"), "no_worker", "words"});
        break;
    }
    beginTable(tr("What each worker did"));
    rows(QStringLiteral("worker"), workers.size(), columns);
    endTable();
}

/// The ways out and back, and the attendants: for who wants to know exactly.
void ReportWriter::writeAttendants()
{
    const auto& workers = m_run.summary().worker;
    if (workers.empty()) return;
    std::vector<ReportColumn> columns{{tr("worker"), "id"}, {tr("wait in all"), "raw_wait_s"}};
    const auto ways = [&](const char* of, const QString& who) {
        for (const auto& [way, label] :
             {std::pair("out", tr("out")), std::pair("back", tr("back"))}) {
            for (const Phase phase : reportedPhases) {
                const QString group = QLatin1String(of) + QChar('.') + QLatin1String(way);
                if (isTravel(phase))
                    columns.push_back(
                        {tr("%1 %2, %3").arg(who, phaseName(phase), label), ofPhase(group, phase)});
            }
        }
    };
    ways("phases_s", tr("worker"));
    for (const Phase phase : reportedPhases)
        columns.push_back({tr("attendant %1").arg(phaseName(phase)), ofPhase("parent_s", phase)});
    ways("parent_s", tr("attendant"));
    m_html.open("details");
    m_html.leaf("summary", tr("The way out and the way back of each worker and its attendant"));
    beginTable(tr("Out is towards the worker, back is from it; an attendant is the parent's thread "
                  "that serves one worker"));
    rows(QStringLiteral("worker"), workers.size(), columns);
    endTable();
    m_html.close();
}

void ReportWriter::writeFailures()
{
    const auto& failures = m_run.failures();
    if (failures.empty()) return;
    heading(tr("Failures"));
    const std::size_t listed = std::min(failures.size(), Figures::mostErrors);
    if (listed < m_run.summary().failed) {
        m_html.leaf("p",
                    tr("The first %1 of %2.")
                        .arg(countOf(listed), m_figures["failed"].text),
                    {{"class", "soft"}});
    }
    beginTable(tr("Tasks without a value"));
    rows(QStringLiteral("errors"), listed,
         {{tr("item"), "item"},
          {tr("kind"), "kind", "words"},
          {tr("message"), "text", "words long"},
          {tr("argument"), "argument", "words code"},
          {tr("path"), "path", "words code"},
          {tr("thrown at"), "where", "words code"},
          {tr("worker"), "worker"},
          {tr("pid"), "pid"},
          {tr("attempt"), "attempt"}});
    endTable();
}

void ReportWriter::writeResults()
{
    heading(tr("Results"));
    m_html.open("p");
    figure("b", "result.count");
    m_html.text(QChar(' ') + (m_figures["result.count"].value == QLatin1String("1")
                                  ? tr("value")
                                  : tr("values")));
    if (has("result.value")) {
        m_html.text(tr("; their sum is") + QChar(' '));
        figure("code", "result.value", "code");
    }
    m_html.close();
    if (m_reported.firstValues.isEmpty()) return;
    m_html.open("ol",
                {{"class", "values"}, {"start", "0"}, {"aria-label", tr("The first values")}});
    for (qsizetype i = 0; i < m_reported.firstValues.size(); ++i) {
        m_html.open("li");
        figure("code", QStringLiteral("result.first.%1").arg(i), "code");
        m_html.close();
    }
    m_html.close();
}

void ReportWriter::writeHow()
{
    heading(tr("How it was run"));
    if (!m_reported.command.isEmpty()) {
        m_html.leaf("p", tr("This command repeats it:"), {{"class", "soft"}});
        m_html.open("pre", {{"tabindex", "0"}});
        m_html.leaf("code", m_reported.command,
                    {{"data-name", "command"}, {"data-value", m_reported.command}});
        m_html.close();
    }
    m_html.open("dl", {{"class", "figures"}});
    for (const auto& [label, name] : std::initializer_list<std::pair<QString, const char*>>{
             {tr("job"), "job"},
             {tr("call"), "api"},
             {tr("backend"), "backend"},
             {tr("start method"), "start_method"},
             {tr("transport"), "transport"},
             {tr("pickle protocol"), "protocol"},
             {tr("workers"), "workers"},
             {tr("chunk size"), "chunksize"},
             {tr("chosen by measuring"), "chunksize_auto"},
             {tr("limit of a task"), "task_timeout_s"},
             {tr("times a task is run again"), "retries"},
             {tr("tasks of a worker"), "maxtasksperchild"},
             {tr("memory of a worker"), "worker_memory_bytes"},
             {tr("stopped early"), "cancelled"}}) {
        pair(label, {name});
    }
    m_html.close();
    if (has("chunksize_reason")) figure("p", "chunksize_reason", "soft");
}

} // namespace poolscope
