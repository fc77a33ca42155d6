// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/no_bytes.h"

#include "ui/views/bytes_head.h"
#include "ui/views/icons.h"
#include "ui/views/look.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace poolscope {

namespace {

struct NoBytesWords {
    Q_DECLARE_TR_FUNCTIONS(NoBytes)
};

QString sized(std::uint64_t bytes) { return spoken(bytesText(static_cast<double>(bytes))); }

RunRequest recorded(RunRequest request)
{
    request.payloadBudget = payloadBudget;
    return request;
}

NoBytes nothingPickled(const RunDesk::Entry& entry)
{
    RunRequest remedy = recorded(entry.request);
    remedy.backend = Backend::Processes;
    const QString sentence = entry.request.backend == Backend::Threads
        ? NoBytesWords::tr("Threads share this program's memory: nothing is pickled, and nothing is sent.")
        : NoBytesWords::tr("The plain loop runs in this program: nothing is pickled, and nothing is sent.");
    return {NoBytesWords::tr("No messages"), sentence, NoBytesWords::tr("Record and run on processes"), remedy};
}

/// The budget was used up before this task's messages came.
NoBytes pastBudget(const PayloadTotals& totals, const RunRequest& request)
{
    NoBytes why;
    why.title = NoBytesWords::tr("Past the budget");
    why.sentence = NoBytesWords::tr("The first %1 messages (%2) filled the %3 that are kept. %4 messages (%5), those of this task "
                             "among them, were counted and not kept: fewer items, or tasks nearer the start, fit.")
                       .arg(countOf(totals.kept), sized(totals.keptBytes), sized(totals.budget),
                            countOf(totals.notKept), sized(totals.notKeptBytes));
    const std::uint64_t needed = 2 * (totals.budget + totals.notKeptBytes + totals.notKept * sizeof(Payload));
    if (needed <= 16 * payloadBudget) {
        why.action = NoBytesWords::tr("Run again and keep up to %1").arg(sized(needed));
        why.remedy = request;
        why.remedy->payloadBudget = needed;
    }
    return why;
}

} // namespace

NoBytes noBytesOf(const RunDesk::Entry& entry, std::uint64_t item)
{
    if (!sendsMessages(entry.request.backend)) return nothingPickled(entry);
    if (!entry.payloads) {
        return {NoBytesWords::tr("The messages of this run were not recorded"),
                NoBytesWords::tr("They hold your own data, so they are kept only where you ask for it: in the memory of this window, "
                          "up to %1, and saved nowhere.").arg(sized(payloadBudget)),
                NoBytesWords::tr("Record and run again"), recorded(entry.request)};
    }
    const PayloadTotals totals = entry.payloads->totals();
    const auto& failures = entry.run->failures();
    const auto failed = std::find_if(failures.begin(), failures.end(),
                                     [item](const Failure& failure) { return failure.item == item; });
    if (failed != failures.end() && failed->error.kind == "PicklingError") {
        return {NoBytesWords::tr("Nothing was sent for task %1").arg(countOf(item)),
                QString::fromStdString(failed->error.text), {}, {}};
    }
    if (totals.notKept > 0) return pastBudget(totals, entry.request);
    return {NoBytesWords::tr("Nothing was sent for task %1").arg(countOf(item)),
            entry.run->live() ? NoBytesWords::tr("It waits for its turn.") : NoBytesWords::tr("The run ended before its turn came."),
            {}, {}};
}

QString noAnswerOf(const RunDesk::Entry& entry)
{
    if (entry.run->live()) return NoBytesWords::tr("The answer has not come back yet.");
    if (entry.payloads && entry.payloads->totals().notKept > 0) {
        return NoBytesWords::tr("The answer was past the budget of %1 and was not kept.")
            .arg(sized(entry.payloads->totals().budget));
    }
    return NoBytesWords::tr("No answer came: the worker ended before it.");
}

NoBytesPanel::NoBytesPanel(QWidget* parent)
    : QWidget(parent), m_title(new QLabel), m_sentence(new QLabel), m_action(new QPushButton),
      m_back(newBackButton(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 9, 16, 24);
    column->setSpacing(10);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    column->addStretch(2);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    auto* middle = new QHBoxLayout; // a label that wraps must have all of its column, or it is cut
    middle->addStretch(1);
    middle->addWidget(m_sentence);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addSpacing(6);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    setLook(m_title, "cardTitle");
    setLook(m_sentence, "soft");
    setLook(m_action, "primary");
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter);
    connect(m_back, &QToolButton::clicked, this, &NoBytesPanel::backWanted);
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (m_remedy) emit remedyWanted(*m_remedy);
    });
}

void NoBytesPanel::setTheme(const Theme& theme)
{
    m_back->setIcon(themedIcon(QStringLiteral("chevron_left"), theme));
    m_sentence->setFixedWidth(theme.px(520));
}

void NoBytesPanel::tell(const NoBytes& why, const QString& task)
{
    m_back->setText(task);
    m_title->setText(why.title);
    m_sentence->setText(why.sentence);
    m_action->setText(why.action);
    m_action->setVisible(why.remedy.has_value());
    m_remedy = why.remedy;
}

QString NoBytesPanel::text() const
{
    return m_title->text() + QStringLiteral(". ") + m_sentence->text();
}

} // namespace poolscope
