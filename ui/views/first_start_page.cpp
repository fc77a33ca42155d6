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
    column->setContentsMargins(0, 28, 0, 8);
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
    column->addSpacing(18);
    addCards(column);
    column->addSpacing(16);
    addDeath(column);
    column->addSpacing(16);
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
    const QString run = QStringLiteral("run");
    runs(addCard(row, new CardArt(CardArt::Motif::Lanes), {tr("Try power"), power, tr("Run power")},
                 run, true),
         demoRequest());
    runs(addCard(
             row, new CardArt(CardArt::Motif::Chain),
             {tr("The BigPow story"),
              tr("Why map fails on a method of an object that holds the pool, and three ways out."),
              tr("Run BigPow.pow")},
             run),
         bigPowRequest());
    QPushButton* const open =
        addCard(row, new CardArt(CardArt::Motif::File),
                {tr("Open a session or a Python file"),
                 tr("Saved runs, or your own functions as jobs. Dropping a file on the window "
                    "works too."),
                 tr("Open")},
                QStringLiteral("open"), false,
                QKeySequence(Qt::CTRL | Qt::Key_O).toString(QKeySequence::NativeText));
    connect(open, &QPushButton::clicked, this, &FirstStartPage::openWanted);
    column->addLayout(row);
}

/// One line below the cards.
void FirstStartPage::addDeath(QVBoxLayout* column)
{
    auto* card = new QFrame;
    setLook(card, "card");
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(19, 8, 12, 8);
    row->setSpacing(12);
    row->addWidget(newLabel(tr("See a worker die"), "title"));
    auto* text = newLabel(
        tr("Task 5 of 100 kills its worker. It alone is lost, and the pool says why."), "soft");
    text->setWordWrap(true);
    row->addWidget(text, 1);
    QPushButton* const button = newButton(tr("Run faults"), QStringLiteral("run"));
    row->addWidget(button);
    runs(button, workerDeathRequest());
    auto* inset = new QHBoxLayout;
    inset->setContentsMargins(24, 0, 24, 0);
    inset->addWidget(card);
    column->addLayout(inset);
}

QPushButton* FirstStartPage::newButton(const QString& text, const QString& icon, bool primary)
{
    auto* button = new QPushButton(text);
    setLook(button, primary ? "primary" : "button");
    button->setFocusPolicy(Qt::TabFocus);
    m_buttons.append({button, icon, primary});
    return button;
}

void FirstStartPage::runs(QPushButton* button, const RunRequest& request)
{
    connect(button, &QPushButton::clicked, this, [this, request] { emit runWanted(request); });
}

QPushButton* FirstStartPage::addCard(QHBoxLayout* row, CardArt* art, const Told& told,
                                     const QString& icon, bool primary, const QString& keys)
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
    auto* foot = new QHBoxLayout;
    foot->setSpacing(12);
    QPushButton* const button = newButton(told.button, icon, primary);
    foot->addWidget(button);
    if (!keys.isEmpty()) foot->addWidget(newLabel(keys, "caption"));
    foot->addStretch(1);
    inner->addLayout(foot);
    column->addLayout(inner, 1);
    m_art.append(art);
    row->addWidget(card, 1);
    return button;
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
    for (const Shown& shown : std::as_const(m_buttons)) {
        shown.button->setIcon(themedIcon(shown.icon, theme, shown.primary));
    }
    m_chip->setTheme(theme);
    m_example->setTheme(theme);
}

} // namespace poolscope
