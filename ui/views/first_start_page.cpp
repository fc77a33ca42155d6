// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/first_start_page.h"

#include "ui/views/card_art.h"
#include "ui/views/icons.h"
#include "ui/views/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace poolscope {

namespace {

constexpr double demoSeconds = 10; // long enough to watch

QLabel* newLabel(const QString& text, const char* look)
{
    auto* label = new QLabel(text);
    setLook(label, look);
    return label;
}

} // namespace

RunRequest demoRequest()
{
    RunRequest request;
    request.job = "power";
    request.parameters = {{"n", "10"}};
    request.chunksize = 1;
    request.lastFor = demoSeconds;
    return request;
}

RunRequest bigPowRequest()
{
    RunRequest request;
    request.job = "BigPow.pow";
    return request;
}

RunRequest workerDeathRequest()
{
    RunRequest request;
    request.job = "faults";
    request.parameters = {{"mode", "kill"}, {"at", "5"}, {"items", "100"}};
    request.chunksize = 1;
    return request;
}

FirstStartPage::FirstStartPage(QWidget* parent) : QWidget(parent)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* area = new QScrollArea(this);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidgetResizable(true);
    area->setAccessibleName(tr("First steps"));
    outer->addWidget(area);
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("page"));
    area->setWidget(content);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 36, 0, 16);
    column->setSpacing(0);
    auto* heading = newLabel(tr("Pick a job and run it."), "heading");
    heading->setContentsMargins(24, 0, 24, 0);
    column->addWidget(heading);
    column->addSpacing(8);
    auto* text = newLabel(tr("Poolscope runs it on a pool of workers and in this process alone, and shows "
                             "whether the pool was worth it."), "soft");
    text->setContentsMargins(24, 0, 24, 0);
    text->setWordWrap(true);
    column->addWidget(text);
    column->addSpacing(22);
    addCards(column);
    column->addSpacing(26);
    column->addWidget(newLine(Qt::Horizontal));
    addExample(column);
    column->addStretch(1);
}

void FirstStartPage::addCards(QVBoxLayout* column)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(24, 0, 24, 0);
    row->setSpacing(20);
    const int workers = PoolOptions::availableWorkers();
    const QString processes = workers == 1 ? tr("1 process") : tr("%1 processes").arg(workers);
    const QString power = tr("x ** 10 for ten seconds of numbers, on %1 and on none. Does the pool pay?")
                              .arg(processes);
    row->addWidget(newCard(new CardArt(CardArt::Motif::Lanes),
                           {tr("Try power"), power, tr("Run power"), demoRequest()}, true), 1);
    row->addWidget(newCard(new CardArt(CardArt::Motif::Chain),
                           {tr("The BigPow story"),
                            tr("Why map fails on a method of an object that holds the pool, and three ways out."),
                            tr("Run BigPow.pow"), bigPowRequest()}, false), 1);
    row->addWidget(newCard(new CardArt(CardArt::Motif::Death),
                           {tr("See a worker die"),
                            tr("Task 5 of 100 kills its worker. It alone is lost, and the pool says why."),
                            tr("Run faults"), workerDeathRequest()}, false), 1);
    column->addLayout(row);
}

QWidget* FirstStartPage::newCard(CardArt* art, const Told& told, bool primary)
{
    auto* card = new QFrame;
    setLook(card, "card");
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(1, 1, 1, 19);
    column->setSpacing(0);
    column->addWidget(art);
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(19, 17, 19, 0);
    inner->setSpacing(0);
    inner->addWidget(newLabel(told.title, "cardTitle"));
    inner->addSpacing(8);
    auto* text = newLabel(told.text, "soft");
    text->setWordWrap(true);
    inner->addWidget(text);
    inner->addStretch(1);
    inner->addSpacing(22);
    auto* button = new QPushButton(told.button);
    setLook(button, primary ? "primary" : "button");
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QPushButton::clicked, this, [this, request = told.request] { emit runWanted(request); });
    inner->addWidget(button, 0, Qt::AlignLeft);
    column->addLayout(inner, 1);
    m_art.append(art);
    m_buttons.append(button);
    return card;
}

void FirstStartPage::addExample(QVBoxLayout* column)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(24, 14, 24, 12);
    row->setSpacing(10);
    row->addWidget(newLabel(tr("What you will see"), "title"));
    m_chip = new Chip;
    m_chip->setText(tr("Example"));
    m_chip->setDot(false);
    m_chip->setEnabled(true);
    m_chip->setFocusPolicy(Qt::NoFocus);
    row->addWidget(m_chip);
    row->addWidget(newLabel(tr("not your data"), "caption"));
    row->addStretch(1);
    column->addLayout(row);
    auto* example = new QHBoxLayout;
    example->setContentsMargins(24, 0, 24, 0);
    example->addWidget(m_example = new ExampleView);
    column->addLayout(example);
}

void FirstStartPage::setTheme(const Theme& theme)
{
    for (CardArt* art : std::as_const(m_art)) {
        art->setTheme(theme);
    }
    for (QPushButton* button : std::as_const(m_buttons)) {
        button->setIcon(themedIcon(QStringLiteral("run"), theme, button == m_buttons.first()));
    }
    m_chip->setTheme(theme);
    m_example->setTheme(theme);
}

} // namespace poolscope
