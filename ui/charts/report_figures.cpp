// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/report_figures.h"

#include <QCoreApplication>

#include <charconv>
#include <cmath>

namespace poolscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(poolscope::ReportFigures)
};

constexpr Phase travels[] = {Phase::Pickle, Phase::Unpickle, Phase::Transfer};

/// The shortest text that reads back as the same number; what is no number is null, as in JSON.
QString exact(double value)
{
    if (!std::isfinite(value)) return QStringLiteral("null");
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value);
    return QString::fromLatin1(text, static_cast<int>(end.ptr - text));
}

std::string percentText(double share)
{
    return QString::number(share * 100, 'f', share < 0.1 ? 1 : 0).toStdString() + "\u00a0%";
}

QString under(const QString& name, const char* part)
{
    return name + QChar('.') + QLatin1String(part);
}

} // namespace

Figures::Figures(const ReportedRun& reported)
{
    const Summary& summary = reported.run.summary();
    addPlan(summary);
    addLimits(reported.run.plan());
    addCounts(summary);
    addTimes(summary);
    addFactors(summary);
    addShares(summary);
    addBytes(QStringLiteral("bytes"), summary.bytesOut, summary.bytesBack, summary.outOfBand);
    addResult(reported);
    for (std::size_t i = 0; i < summary.worker.size(); ++i) {
        addWorker(QStringLiteral("worker.%1").arg(i), summary.worker[i]);
    }
    const std::vector<Failure>& failures = reported.run.failures();
    for (std::size_t i = 0; i < failures.size() && i < mostErrors; ++i) {
        addFailure(QStringLiteral("errors.%1").arg(i), failures[i]);
    }
}

const Figure& Figures::operator[](const QString& name) const
{
    static const Figure none;
    const auto found = m_index.constFind(name);
    return found == m_index.constEnd() ? none : m_all[*found];
}

void Figures::add(const QString& name, const QString& value, const QString& text)
{
    m_index.insert(name, m_all.size());
    m_all.push_back({name, value, text});
}

void Figures::words(const QString& name, const std::string& text)
{
    add(name, QString::fromStdString(text), spoken(text));
}

void Figures::count(const QString& name, std::uint64_t count)
{
    add(name, QString::number(count), countOf(count));
}

void Figures::number(const QString& name, double value, const std::string& text)
{
    add(name, exact(value), spoken(text));
}

void Figures::time(const QString& name, double seconds)
{
    number(name, seconds, timeText(seconds));
}

void Figures::bytes(const QString& name, std::uint64_t bytes)
{
    add(name, QString::number(bytes), spoken(bytesText(static_cast<double>(bytes))));
}

void Figures::flag(const QString& name, bool is)
{
    add(name, is ? QStringLiteral("true") : QStringLiteral("false"),
        is ? Words::tr("yes") : Words::tr("no"));
}

void Figures::limit(const QString& name, bool is, const QString& value, const QString& text)
{
    add(name, is ? value : QStringLiteral("null"), is ? text : Words::tr("no limit"));
}

void Figures::addPlan(const Summary& summary)
{
    const RunPlan& plan = summary.plan;
    words("job", plan.job);
    words("title", plan.title);
    words("api", plan.api);
    words("backend", plan.backend);
    words("start_method", plan.startMethod);
    words("transport", plan.transport);
    count("protocol", static_cast<std::uint64_t>(plan.protocol));
    count("workers", static_cast<std::uint64_t>(plan.workers));
    count("chunksize", plan.chunksize);
    flag("chunksize_auto", !plan.chunksizeReason.empty());
    words("chunksize_reason", plan.chunksizeReason);
    add("verdict", QString::fromStdString(summary.verdict), verdictText(summary));
    words("advice", summary.advice);
    words("version", plan.version);
}

void Figures::addLimits(const RunPlan& plan)
{
    limit("task_timeout_s", plan.taskTimeout > 0, exact(plan.taskTimeout),
          timeOf(plan.taskTimeout));
    count("retries", static_cast<std::uint64_t>(plan.retries));
    const auto tasks = QString::number(plan.maxTasksPerChild);
    limit("maxtasksperchild", plan.maxTasksPerChild != 0, tasks,
          countOf(plan.maxTasksPerChild));
    const QString memory = spoken(bytesText(static_cast<double>(plan.workerMemory)));
    limit("worker_memory_bytes", plan.workerMemory != 0, QString::number(plan.workerMemory),
          memory);
}

void Figures::addCounts(const Summary& summary)
{
    count("items", summary.plan.items);
    count("done", summary.done);
    count("failed", summary.failed);
    count("retried", summary.retried);
    count("lost_workers", summary.lostWorkers);
    count("chunks", summary.chunks);
    flag("cancelled", summary.cancelled);
    count("observer.rows", summary.rows);
    count("observer.dropped", summary.dropped);
    number("observer.share", summary.observing, percentText(summary.observing));
}

void Figures::addTimes(const Summary& summary)
{
    time("wall_s", summary.wall);
    number("items_per_s", summary.itemsPerSecond, quantityText(summary.itemsPerSecond));
    constexpr const char* quantiles[] = {"p50", "p90", "p99", "p999"};
    for (std::size_t i = 0; i < std::size(quantiles); ++i) {
        const QString name = under("latency_s", quantiles[i]);
        summary.latency ? time(name, (*summary.latency)[i])
                        : add(name, "null", Words::tr("not measured"));
    }
    addPhases("phases_s", summary.phases);
    addApart("phases_s", summary.start, summary.unaccounted);
    time("raw_wait_s", summary.rawWait);
    constexpr const char* causes[] = {"input", "nothing_left", "retry", "attendant"};
    static_assert(std::size(causes) == waitCauseCount);
    for (std::size_t i = 0; i < waitCauseCount; ++i)
        time(under("wait_cause_s", causes[i]), summary.waitCause[i]);
    addPhases("parent_s", summary.parent);
}

void Figures::addFactors(const Summary& summary)
{
    words("no_serial", summary.noSerial);
    constexpr const char* names[] = {"median", "low", "high"};
    const auto spread = [&](const QString& name, const std::optional<Spread>& value, auto text) {
        if (!value) {
            add(name, "null", Words::tr("not measured"));
            return;
        }
        const double figures[] = {value->median, value->low, value->high};
        for (std::size_t i = 0; i < std::size(names); ++i)
            number(under(name, names[i]), figures[i], text(figures[i]));
    };
    spread("serial_s", summary.serial, timeText);
    spread("speedup", summary.speedup, factorText);
    if (summary.efficiency)
        number("efficiency", *summary.efficiency, percentText(*summary.efficiency));
    else
        add("efficiency", "null", Words::tr("not measured"));
}

void Figures::addPhases(const QString& name, const PhaseSeconds& phases)
{
    for (const Phase phase : reportedPhases) time(under(name, nameOf(phase)), phases[phase]);
    for (const Phase phase : travels) {
        const auto index = static_cast<std::size_t>(phase);
        time(under(name + QStringLiteral(".out"), nameOf(phase)), phases.out[index]);
        time(under(name + QStringLiteral(".back"), nameOf(phase)), phases.back[index]);
    }
}

void Figures::addApart(const QString& name, double start, double unaccounted)
{
    time(under(name, "start"), start);
    time(under(name, "unaccounted"), unaccounted);
}

/// Not in the summary, but made from it alone: whole percents that sum to 100.
void Figures::addShares(const Summary& summary)
{
    const auto shares = sharesOfWorkerTime(summary);
    const auto share = [&](const char* name, std::size_t index) {
        const QString value = QString::number(shares[index]);
        add(under("shares", name), value, value + QStringLiteral("\u00a0%"));
    };
    for (const Phase phase : reportedPhases) share(nameOf(phase), static_cast<std::size_t>(phase));
    share("start", phaseCount);
    share("unaccounted", phaseCount + 1);
}

void Figures::addBytes(const QString& name, std::uint64_t out, std::uint64_t back,
                       std::uint64_t beside)
{
    bytes(under(name, "tasks"), out);
    bytes(under(name, "results"), back);
    bytes(under(name, "out_of_band"), beside);
}

void Figures::addResult(const ReportedRun& reported)
{
    const Summary& summary = reported.run.summary();
    count("result.count", summary.done - std::min(summary.done, summary.failed));
    for (qsizetype i = 0; i < reported.firstValues.size(); ++i) {
        add(QStringLiteral("result.first.%1").arg(i), reported.firstValues[i],
            reported.firstValues[i]);
    }
    if (!reported.sum.isEmpty()) add("result.value", reported.sum, reported.sum);
}

void Figures::addWorker(const QString& name, const WorkerSummary& worker)
{
    count(under(name, "id"), static_cast<std::uint64_t>(worker.id));
    const QString pid = QString::number(worker.pid);
    add(under(name, "pid"), pid, worker.pid == 0 ? QStringLiteral("–") : pid);
    if (worker.noWorker.empty())
        add(under(name, "no_worker"), "null", {});
    else
        words(under(name, "no_worker"), worker.noWorker);
    count(under(name, "items"), worker.items);
    count(under(name, "chunks"), worker.chunks);
    count(under(name, "failed"), worker.failed);
    addPhases(under(name, "phases_s"), worker.phases);
    addApart(under(name, "phases_s"), worker.start, worker.unaccounted);
    addPhases(under(name, "parent_s"), worker.parent);
    time(under(name, "raw_wait_s"), worker.rawWait);
    time(under(name, "cpu_wait_s"), worker.cpuWait);
    bytes(under(name, "max_rss_bytes"), worker.maxRss);
    addBytes(under(name, "bytes"), worker.bytesOut, worker.bytesBack, worker.outOfBand);
}

void Figures::addFailure(const QString& name, const Failure& failure)
{
    count(under(name, "item"), failure.item);
    words(under(name, "kind"), failure.error.kind);
    words(under(name, "text"), failure.error.text);
    words(under(name, "path"), failure.error.path);
    words(under(name, "where"), failure.error.where);
    count(under(name, "worker"), failure.worker);
    add(under(name, "pid"), QString::number(failure.pid), QString::number(failure.pid));
    count(under(name, "attempt"), failure.attempt);
    words(under(name, "argument"), failure.argument);
}

} // namespace poolscope
