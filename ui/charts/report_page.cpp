// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/report_page.h"

#include <algorithm>

namespace poolscope {

QByteArray reportPage(const ReportedRun& reported) { return ReportWriter(reported).take(); }

ReportWriter::ReportWriter(const ReportedRun& reported)
    : m_reported(reported), m_run(reported.run), m_figures(reported)
{}

QByteArray ReportWriter::take()
{
    m_html.open("html", {{"lang", tr("en", "the language of this text (BCP 47)")}});
    writeHead();
    m_html.open("body");
    writeTop();
    m_html.open("main");
    writeNotices();
    writeVerdict();
    writeBar();
    writeKeyFigures();
    writeCharts();
    writeTimes();
    writeWaits();
    writeWorkers();
    writeAttendants();
    writeFailures();
    writeResults();
    writeHow();
    return m_html.take();
}

bool ReportWriter::has(const char* name) const
{
    const QString& value = m_figures[QLatin1String(name)].value;
    return !value.isEmpty() && value != QLatin1String("null");
}

void ReportWriter::heading(const QString& text) { m_html.leaf("h2", text); }

void ReportWriter::figure(const char* tag, const QString& name, const char* kind)
{
    const Figure& figure = m_figures[name];
    if (figure.name.isEmpty())
        m_html.leaf(tag, {}); // there is no such figure: an empty cell
    else
        m_html.leaf(tag, figure.text,
                    {{"class", QLatin1String(kind)},
                     {"data-name", figure.name},
                     {"data-value", figure.value}});
}

void ReportWriter::writeHead()
{
    const QString title = m_figures["title"].text + QStringLiteral(" — Poolscope");
    m_html.open("head");
    m_html.empty("meta", {{"charset", "utf-8"}});
    m_html.empty("meta",
                 {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    m_html.empty("meta", {{"name", "generator"},
                          {"content", QStringLiteral("Poolscope ") + m_figures["version"].text}});
    m_html.leaf("title", title);
    m_html.open("style");
    m_html.raw(reportStyle());
    m_html.close(2);
}

void ReportWriter::writeTop()
{
    m_html.open("header");
    m_html.open("h1");
    figure("span", "title", "name");
    m_html.text(QStringLiteral(" · "));
    figure("span", "items");
    m_html.text(QChar(' ') + (m_run.plan().items == 1 ? tr("item") : tr("items")));
    m_html.close();
    m_html.open("p", {{"class", "soft"}});
    m_html.text(detailOf(m_run) + QStringLiteral(" · Poolscope "));
    figure("span", "version");
    m_html.close(2);
}

/// What was cut short or went wrong, before any figure.
void ReportWriter::writeNotices()
{
    const Summary& summary = m_run.summary();
    QStringList notices;
    const auto count = [](std::uint64_t number) {
        return countOf(number);
    };
    if (summary.cancelled)
        notices += tr("Stopped early: %1 of %2 items are done.")
                       .arg(count(summary.done), count(m_run.plan().items));
    if (summary.failed > 0)
        notices +=
            tr("%1 of %2 items failed.").arg(count(summary.failed), count(m_run.plan().items));
    if (summary.lostWorkers > 0)
        notices += tr("Workers that died: %1. Tasks that were run again: %2.")
                       .arg(count(summary.lostWorkers), count(summary.retried));
    if (summary.dropped > 0)
        notices += tr("%1 events were not recorded; totals are exact.").arg(count(summary.dropped));
    for (const QString& notice : notices)
        m_html.leaf("p", notice, {{"class", "notice"}, {"role", "note"}});
}

void ReportWriter::writeVerdict()
{
    figure("p", "verdict", "verdict");
    if (has("advice")) figure("p", "advice", "advice");
}

/// Each share once for the eye, once as words.
void ReportWriter::writeBar()
{
    const Summary& summary = m_run.summary();
    m_html.open("div", {{"class", "bar"}, {"aria-hidden", "true"}});
    for (const Phase phase : reportedPhases) {
        const double whole = summary.phases.total() + summary.start + summary.unaccounted;
        const double share = whole > 0 ? summary.phases[phase] / whole * 100 : 0;
        const QString width = QStringLiteral("width:%1%").arg(QString::number(share, 'f', 3));
        m_html.leaf("span", {}, {{"class", QLatin1String(nameOf(phase))}, {"style", width}});
    }
    m_html.close();
    m_html.open("ul", {{"class", "legend"}, {"aria-label", tr("Shares of worker time")}});
    const auto entry = [this](const QString& name, const QString& label) {
        m_html.open("li");
        m_html.leaf("span", {},
                    {{"class", QStringLiteral("swatch ") + name}, {"aria-hidden", "true"}});
        m_html.text(label + QChar(' '));
        figure("b", QStringLiteral("shares.") + name);
        m_html.text(QStringLiteral(" "));
        figure("span", QStringLiteral("phases_s.") + name, "soft");
        m_html.close();
    };
    for (const Phase phase : reportedPhases) entry(QLatin1String(nameOf(phase)), phaseName(phase));
    entry(QStringLiteral("start"), tr("start"));
    entry(QStringLiteral("unaccounted"), tr("unaccounted"));
    m_html.leaf("li", tr("of worker time"), {{"class", "soft"}});
    m_html.close();
}

/// One label with the figures that belong to it; the first is the large one.
void ReportWriter::pair(const QString& label, std::initializer_list<const char*> names)
{
    m_html.open("div");
    m_html.leaf("dt", label);
    m_html.open("dd");
    for (const char* name : names) {
        const bool first = name == *names.begin();
        if (!first)
            m_html.text(name == *(names.begin() + 1) ? QStringLiteral(" ") : QStringLiteral(" – "));
        figure(first ? "b" : "span", QLatin1String(name), first ? "figure" : "soft");
    }
    m_html.close(2);
}

void ReportWriter::writeKeyFigures()
{
    heading(tr("The run in figures"));
    m_html.open("dl", {{"class", "figures"}});
    pair(tr("elapsed"), {"wall_s"});
    if (m_run.summary().serial) {
        pair(tr("serial, from a probe"), {"serial_s.median", "serial_s.low", "serial_s.high"});
    } else {
        pair(tr("serial"), {"serial_s", "no_serial"});
    }
    if (m_run.summary().speedup)
        pair(tr("speed-up: serial ÷ elapsed"), {"speedup.median", "speedup.low", "speedup.high"});
    else
        pair(tr("speed-up"), {"speedup"});
    pair(tr("efficiency: speed-up ÷ workers"), {"efficiency"});
    pair(tr("items per second"), {"items_per_s"});
    pair(tr("items done"), {"done"});
    pair(tr("items failed"), {"failed"});
    pair(tr("tasks run again"), {"retried"});
    pair(tr("workers that died"), {"lost_workers"});
    pair(tr("chunks"), {"chunks"});
    pair(tr("bytes to the workers"), {"bytes.tasks"});
    pair(tr("bytes back"), {"bytes.results"});
    pair(tr("of both, out of band"), {"bytes.out_of_band"});
    pair(tr("latency of a chunk, p50"), {"latency_s.p50"});
    pair(tr("p90"), {"latency_s.p90"});
    pair(tr("p99"), {"latency_s.p99"});
    pair(tr("p99.9"), {"latency_s.p999"});
    pair(tr("observing cost, of worker time"), {"observer.share"});
    pair(tr("rows recorded"), {"observer.rows"});
    pair(tr("rows not recorded"), {"observer.dropped"});
    m_html.close();
}

} // namespace poolscope
