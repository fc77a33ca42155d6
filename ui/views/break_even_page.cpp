// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/break_even_page.h"

#include "ui/views/bytes_head.h"
#include "ui/views/icons.h"
#include "ui/views/look.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace poolscope {

namespace {

constexpr int tableRows = 4;

/// Where the job itself stands, after the sentence on break-even.
QString placeOf(const BreakEvenModel& model)
{
    if (!model.costs() || !model.job()) return {};
    return BreakEvenPage::tr("That is where it carries %1, out and back; here it takes %2. ")
        .arg(spoken(bytesText(std::round(model.job()->bytes))),
             timeOf(model.job()->work));
}

} // namespace

BreakEvenPage::BreakEvenPage(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(newHead());
    column->addWidget(newLine(Qt::Horizontal));
    auto* body = new QWidget;
    m_stack = new QStackedLayout(body);
    m_stack->addWidget(m_nothing = newLabel({}, "soft"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(newMap());
    column->addWidget(body, 1);
    m_chart->setModel(&m_model);
    connect(&m_model, &BreakEvenModel::changed, this, &BreakEvenPage::refresh);
    connect(m_chart, &BreakEvenChart::pickedChanged, this, &BreakEvenPage::refresh);
    connect(m_chart, &BreakEvenChart::checkWanted, this, &BreakEvenPage::askForCheck);
    refresh();
}

QWidget* BreakEvenPage::newHead()
{
    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(16, 10, 16, 10);
    column->setSpacing(8);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_back = newBackButton());
    m_back->setText(tr("Break-even map"));
    connect(m_back, &QToolButton::clicked, this, &BreakEvenPage::backWanted);
    row->addWidget(m_sentence = newLabel({}, "headline"));
    row->addWidget(
        m_help = new HelpMark(tr(
            "Predicted speedup: items × work ÷ (start + items × (stretch × work + fixed cost + "
            "price of "
            "a byte × bytes) ÷ workers), with the costs that the run, and the checked points, were "
            "measured to have.")));
    row->addStretch(1);
    column->addLayout(row);
    auto* second = new QHBoxLayout;
    second->setSpacing(12);
    second->addWidget(m_check = new QPushButton(tr("Run to check")));
    setLook(m_check, "primary");
    connect(m_check, &QPushButton::clicked, this,
            [this] { m_running ? emit stopWanted() : askForCheck(); });
    second->addWidget(m_hint = newLabel({}, "soft"), 1);
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    column->addLayout(second);
    return head;
}

QWidget* BreakEvenPage::newMap()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(0);
    column->addWidget(m_chart = new BreakEvenChart, 1);
    column->addWidget(newLine(Qt::Horizontal));
    auto* inset = new QHBoxLayout;
    inset->setContentsMargins(8, 4, 8, 0);
    inset->addWidget(m_table = new QTableView);
    column->addLayout(inset);
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Points of the map, predicted and measured"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsClickable(false);
    return box;
}

void BreakEvenPage::setTheme(const Theme& theme)
{
    m_back->setIcon(themedIcon(QStringLiteral("chevron_left"), theme));
    m_help->setTheme(theme);
    m_chart->setTheme(theme);
    m_table->verticalHeader()->setMinimumSectionSize(theme.px(18));
    m_table->verticalHeader()->setDefaultSectionSize(theme.px(24));
    m_table->setFixedHeight(theme.px(28 + 24 * tableRows));
}

void BreakEvenPage::setRunning(bool running, const QString& words)
{
    m_running = running;
    m_words = words;
    refresh();
}

void BreakEvenPage::askForCheck()
{
    if (m_running || !m_chart->picked()) return;
    emit checkWanted(*m_chart->picked());
}

void BreakEvenPage::refresh()
{
    const bool drawn = m_model.costs().has_value();
    m_told = drawn ? m_model.sentence() : m_model.missing();
    m_stack->setCurrentIndex(drawn ? 1 : 0);
    m_nothing->setText(m_model.missing());
    m_sentence->setText(drawn ? m_told : QString());
    m_check->setVisible(drawn);
    m_check->setText(m_running ? tr("Stop") : tr("Run to check"));
    m_check->setEnabled(m_running || m_chart->picked().has_value());
    m_hint->setVisible(drawn);
    if (!m_words.isEmpty()) {
        m_hint->setText(m_words);
    } else if (m_chart->picked()) {
        m_hint->setText(tr("runs the payload job at the picked point, on as many workers, and "
                           "draws what is measured beside "
                           "the prediction."));
    } else {
        QString hint =
            placeOf(m_model) + tr("Click a point of the map, or move to one with the arrow keys.");
        if (m_model.checks().empty()) {
            hint += QChar(' ') + tr("From one run the price of a byte is a guess, until a point "
                                    "with other bytes is checked.");
        }
        m_hint->setText(hint);
    }
}

} // namespace poolscope
