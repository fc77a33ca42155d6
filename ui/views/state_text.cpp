// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/state_text.h"

#include "ui/views/cannot_pickle_page.h"

#include <QCoreApplication>

#include <algorithm>

namespace poolscope {

namespace {

struct StateTerms {
    Q_DECLARE_TR_FUNCTIONS(poolscope::StateText)
};

QString howEnded(const LaneEvent& event)
{
    return event.signal != 0 ? StateTerms::tr("was killed (signal %1)").arg(event.signal)
                             : StateTerms::tr("ended by itself (exit code %1)").arg(event.exitCode);
}

/// ": task 5 failed; 7 finished tasks whose results were lost were run again"
QString whatWasLost(const LaneEvent& event)
{
    QStringList parts;
    if (event.item >= 0) {
        parts += StateTerms::tr("task %1 failed").arg(countOf(static_cast<std::uint64_t>(event.item)));
    }
    if (event.retried == 1) {
        parts += StateTerms::tr("1 finished task whose result was lost was run again");
    } else if (event.retried > 1) {
        parts += StateTerms::tr("%1 finished tasks whose results were lost were run again")
                     .arg(countOf(event.retried));
    }
    return parts.isEmpty() ? QString() : QStringLiteral(": ") + parts.join(QStringLiteral("; "));
}

Sentence deathOf(const RunModel& run)
{
    std::vector<LaneEvent> deaths;
    std::copy_if(run.events().begin(), run.events().end(), std::back_inserter(deaths),
                 [](const LaneEvent& event) { return event.kind == LaneEvent::Kind::Died; });
    if (deaths.empty()) return {};
    const LaneEvent& last = deaths.back();
    if (deaths.size() == 1) {
        return {StateTerms::tr("Worker %1 %2").arg(last.worker).arg(howEnded(last)), whatWasLost(last)};
    }
    return {StateTerms::tr("%1 workers died").arg(deaths.size()),
            StateTerms::tr("; the last was worker %1, which %2%3")
                .arg(last.worker)
                .arg(howEnded(last), whatWasLost(last))};
}

Sentence failureOf(const RunModel& run)
{
    const std::uint64_t failed = run.summary().failed;
    if (failed == 0) return {};
    Sentence told;
    told.strong =
        StateTerms::tr("%1 of %2 items failed").arg(countOf(failed), countOf(run.plan().items));
    if (!run.failures().empty()) {
        const Failure& first = run.failures().front();
        told.detail = StateTerms::tr(": item %1, %2: %3")
                          .arg(countOf(first.item), QString::fromStdString(first.error.kind),
                               QString::fromStdString(first.error.text));
    }
    return told;
}

Sentence stopOf(const RunModel& run)
{
    if (run.state() != RunState::Cancelled) return {};
    const auto done = run.summary().done;
    const double share = run.plan().items > 0 ? static_cast<double>(done) / static_cast<double>(run.plan().items) : 0;
    return {StateTerms::tr("Stopped after %1\u00a0%").arg(static_cast<int>(share * 100)),
            StateTerms::tr("; %1 of %2 items are done and kept")
                .arg(countOf(done), countOf(run.plan().items))};
}

} // namespace

Sentence alertOf(const RunModel& run)
{
    Sentence told;
    for (const Sentence& sentence : {stopOf(run), deathOf(run), failureOf(run)}) {
        if (sentence.strong.isEmpty()) continue;
        if (told.strong.isEmpty()) {
            told = sentence;
        } else if (run.summary().failed > 1 || run.summary().lostWorkers == 0) {
            told.detail += QStringLiteral(". ") + sentence.strong;
        }
    }
    if (!told.strong.isEmpty() && !told.detail.endsWith('.')) {
        told.detail += '.';
    }
    return told;
}

std::optional<StripMessage> messageOf(const RunModel& run)
{
    StripMessage message;
    switch (run.state()) {
    case RunState::CannotPickle: return cannotPickleMessage(run);
    case RunState::Refused:
        message.heading = StateTerms::tr("The run could not start.");
        message.detail = spoken(run.error().text);
        message.code = QString::fromStdString(run.error().path);
        return message;
    default: return {};
    }
}

QString titleOf(const RunModel& run)
{
    const auto title = QString::fromStdString(run.plan().title);
    return run.plan().items == 0 ? title
                                 : StateTerms::tr("%1 · %2 items").arg(title, countOf(run.plan().items));
}

QString payloadOf(const RunModel& run)
{
    const Summary& summary = run.summary();
    if (summary.done == 0 || summary.bytesOut == 0) return {};
    const auto items = static_cast<double>(summary.done);
    return StateTerms::tr("%1 out, %2 back")
        .arg(spoken(bytesText(static_cast<double>(summary.bytesOut) / items)),
             spoken(bytesText(static_cast<double>(summary.bytesBack) / items)));
}

} // namespace poolscope
