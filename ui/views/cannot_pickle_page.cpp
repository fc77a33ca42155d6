// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/cannot_pickle_page.h"

#include "ui/views/cures.h"
#include "ui/views/icons.h"
#include "ui/views/look.h"
#include "ui/views/path_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace poolscope {

namespace {

constexpr int workersShown = 5; // boxes in the last row, the parent's with them

void empty(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

/// Name, what it did, bytes; below them the bare track of its progress and what it got.
QWidget* newWorkerBox(const QString& name, const QString& state, const QString& below)
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(newLabel(name, "title"));
    row->addWidget(newLabel(state, "caption"), 1);
    row->addWidget(newLabel(QStringLiteral("0\u00a0B"), "caption"));
    column->addLayout(row);
    auto* track = newLabel({}, "track");
    track->setFixedHeight(6);
    column->addWidget(track);
    column->addWidget(newLabel(below, "caption"));
    return box;
}

} // namespace

CannotPicklePage::CannotPicklePage(QWidget* parent) : QWidget(parent)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* area = new QScrollArea(this);
    area->setAccessibleName(tr("Why it cannot be pickled, and cures"));
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidgetResizable(true);
    outer->addWidget(area);
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("page"));
    area->setWidget(content);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 12, 0, 16);
    column->setSpacing(0);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 0, 16, 16);
    head->setSpacing(4);
    head->addWidget(m_heading = newLabel({}, "pathHeading"), 1);
    head->addWidget(m_travelsMark = new QLabel);
    head->addWidget(m_travels = newLabel(tr("travels"), "caption"));
    column->addLayout(head);
    auto* path = new QHBoxLayout;
    path->setContentsMargins(16, 0, 16, 20);
    path->addWidget(m_path = new PathView);
    column->addLayout(path);
    column->addWidget(newLine(Qt::Horizontal));
    column->addWidget(m_curesTitle = newLabel({}, "title"));
    m_curesTitle->setContentsMargins(16, 13, 16, 12);
    column->addLayout(m_cures = new QHBoxLayout);
    m_cures->setContentsMargins(16, 0, 16, 20);
    m_cures->setSpacing(16);
    column->addLayout(m_workers = new QHBoxLayout);
    m_workers->setContentsMargins(16, 0, 16, 0);
    m_workers->setSpacing(24);
    column->addStretch(1);
}

void CannotPicklePage::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_path->setTheme(theme);
    m_travelsMark->setPixmap(themedPixmap(QStringLiteral("check"), theme.t2, theme.px(16), devicePixelRatioF()));
    for (QPushButton* button : std::as_const(m_buttons)) {
        const bool primary = button->property("look") == QLatin1String("primary");
        button->setIcon(themedIcon(QStringLiteral("run"), theme, primary));
    }
}

void CannotPicklePage::show(const RunModel& run, const Job& job, const RunRequest& request)
{
    showPath(run, request, job);
    showCures(job);
    showWorkers(run);
    setTheme(m_theme);
}

void CannotPicklePage::showPath(const RunModel& run, const RunRequest& request, const Job& job)
{
    const ShownCulprit culprit = culpritOf(run.error());
    m_type = culprit.type;
    const QString way = culprit.member.isEmpty()
        ? culprit.owner
        : QStringLiteral("%1 › %2 : %3").arg(culprit.owner, culprit.member, culprit.type);
    m_heading->setText(tr("The path:  <span style=\"font-family:'%1';font-size:12px;font-weight:600\">%2</span>")
                           .arg(m_theme.mono().family(), way.toHtmlEscaped()));
    QList<QPair<QString, QString>> fields;
    for (const Parameter& parameter : job.parameters) {
        if (parameter.name == "items") continue; // the input's, not the object's
        const auto given = request.parameters.find(parameter.name);
        const auto value = given != request.parameters.end() ? given->second : toText(parameter.initial);
        const auto weight = run.weights().find(parameter.name);
        const QString bytes =
            weight == run.weights().end()
                ? QString()
                : QStringLiteral(" · ") + spoken(bytesText(static_cast<double>(weight->second)));
        fields.append({QString::fromStdString(parameter.name), QString::fromStdString(value) + bytes});
    }
    m_path->setBoxes(boxesOf(run.error(), run.plan(), fields));
}

void CannotPicklePage::showCures(const Job& job)
{
    empty(m_cures);
    m_buttons.clear();
    const auto count = static_cast<int>(job.cures.size());
    m_curesTitle->setText(count == 1 ? tr("One way to let it travel")
                          : count == 3 ? tr("Three ways to let it travel")
                                       : tr("%1 ways to let it travel").arg(count));
    m_curesTitle->setVisible(count > 0);
    for (int i = 0; i < count; ++i) {
        m_cures->addWidget(newCard(QString::fromStdString(job.cures[static_cast<std::size_t>(i)]), i == 0), 1);
    }
}

QWidget* CannotPicklePage::newCard(const QString& cure, bool primary)
{
    const Cure told = cureOf(cure, m_type);
    auto* card = new QFrame;
    setLook(card, "card");
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(15, 13, 15, 15);
    column->setSpacing(0);
    column->addWidget(newLabel(told.title, "cardTitle"));
    column->addSpacing(6);
    auto* text = newLabel(told.text, "soft");
    text->setWordWrap(true);
    text->setMinimumHeight(m_theme.px(38));
    column->addWidget(text);
    column->addSpacing(8);
    auto* code = newLabel(told.code, "code");
    code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    code->setMinimumHeight(m_theme.px(88));
    code->setMinimumWidth(40);
    code->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    column->addWidget(code);
    column->addStretch(1);
    column->addSpacing(14);
    auto* button = new QPushButton(tr("Run %1").arg(cure));
    setLook(button, primary ? "primary" : "button");
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QPushButton::clicked, this, [this, cure] { emit cureWanted(cure); });
    m_buttons.append(button);
    column->addWidget(button, 0, Qt::AlignLeft);
    return card;
}

void CannotPicklePage::showWorkers(const RunModel& run)
{
    empty(m_workers);
    m_workers->addWidget(newWorkerBox(tr("parent"), tr("checked 1 task"), tr("0 sent")), 1);
    for (int i = 0; i < std::min(run.plan().workers, workersShown - 1); ++i) {
        m_workers->addWidget(newWorkerBox(QStringLiteral("W%1").arg(i), tr("not started"), tr("0 items")), 1);
    }
}

StripMessage cannotPickleMessage(const RunModel& run)
{
    const ShownCulprit culprit = culpritOf(run.error());
    const bool vowel = QString("AEIOaeio").contains(culprit.type.left(1));
    StripMessage message;
    message.heading = culprit.member.isEmpty()
                          ? CannotPicklePage::tr("%1 cannot travel.").arg(culprit.owner)
                          : (vowel ? CannotPicklePage::tr("%1 cannot travel: it holds an %2.")
                                   : CannotPicklePage::tr("%1 cannot travel: it holds a %2."))
                                .arg(culprit.owner, culprit.type);
    message.strong = CannotPicklePage::tr("Nothing was sent");
    const QString culprits = culprit.count == 1 ? CannotPicklePage::tr("1 culprit")
                                                : CannotPicklePage::tr("%1 culprits").arg(culprit.count);
    message.detail = CannotPicklePage::tr(": 0 of %1 items, %2. The function was checked in %3, "
                                          "before any worker was started. %4.")
                         .arg(countOf(run.plan().items), spoken(bytesText(0)),
                              timeOf(seconds(run.checkedIn())), culprits);
    message.code = QString::fromStdString(run.error().path);
    message.codeDetail = QStringLiteral(": ") + culprit.reason;
    return message;
}

} // namespace poolscope
