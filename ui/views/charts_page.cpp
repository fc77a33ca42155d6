// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/charts_page.h"

#include "ui/views/commands.h"
#include "ui/views/failures_panel.h"
#include "ui/views/look.h"
#include "ui/views/results_panel.h"

#include <QDataStream>
#include <QGridLayout>
#include <QIODevice>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace poolscope {

ChartsPage::ChartsPage(Commands& commands, QWidget* parent)
    : QWidget(parent), m_lanes(new LanesChart), m_overhead(new OverheadChart),
      m_throughput(new ThroughputChart), m_rows(new QSplitter(Qt::Vertical, this)),
      m_columns(new QSplitter(Qt::Horizontal))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_rows);
    for (QSplitter* splitter : {m_rows, m_columns}) {
        splitter->setHandleWidth(1);
        splitter->setChildrenCollapsible(false);
    }
    m_rows->addWidget(m_lanes);
    m_rows->addWidget(m_columns);
    m_columns->addWidget(m_overhead);
    m_columns->addWidget(newTabs(commands));
    resetLayout();
    connect(m_rows, &QSplitter::splitterMoved, this, [this] { m_rowsMoved = true; });
    for (Chart* chart : {static_cast<Chart*>(m_lanes), static_cast<Chart*>(m_overhead),
                         static_cast<Chart*>(m_throughput)}) {
        chart->setRange(&m_range);
        chart->setFilter(&m_edits.filter());
    }
    m_lanes->setEdits(&m_edits);
    m_results->setCounted(m_range, m_edits.filter());
    m_failures->setCounted(m_range, m_edits.filter());
    connectCommands(commands);
    connectItems(commands);
}

QWidget* ChartsPage::newTabs(Commands& commands)
{
    auto* box = new QWidget;
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    m_tabs = new QStackedWidget;
    m_results = new ResultsPanel(commands.copyResults, commands.saveResults);
    m_failures = new FailuresPanel;
    m_tabs->addWidget(m_throughput);
    m_tabs->addWidget(m_results);
    m_tabs->addWidget(m_failures);
    grid->addWidget(m_tabs, 0, 0);
    // The chart has words of its own for its two tabs; here four stand in their place.
    m_throughput->findChild<TabWords*>()->hide();
    m_words = new TabWords({tr("Throughput"), tr("Latency"), tr("Results"), tr("Failures")});
    m_words->setAccessibleName(tr("Chart below the lanes"));
    auto* place = new QHBoxLayout;
    place->setContentsMargins(16, 0, 16, 0);
    place->addWidget(m_words);
    place->addStretch(1);
    grid->addLayout(place, 0, 0, Qt::AlignTop);
    m_words->raise();
    connect(m_words, &TabWords::chosenChanged, this, [this](int tab) { showTab(static_cast<Tab>(tab)); });
    connect(m_failures, &FailuresPanel::itemPicked, this, &ChartsPage::itemPicked);
    connect(m_results, &ResultsPanel::itemPicked, this, &ChartsPage::itemPicked);
    return box;
}

void ChartsPage::connectCommands(Commands& commands)
{
    const auto lanes = [this](QAction* action, void (LanesChart::*command)()) {
        connect(action, &QAction::triggered, m_lanes, [this, command] {
            if (m_lanes->isVisible()) (m_lanes->*command)(); // another page may have lanes of its own
        });
    };
    lanes(commands.fit, &LanesChart::fit);
    lanes(commands.zoomIn, &LanesChart::zoomIn);
    lanes(commands.zoomOut, &LanesChart::zoomOut);
    lanes(commands.panLeft, &LanesChart::panLeft);
    lanes(commands.panRight, &LanesChart::panRight);
    connect(commands.zoomToRange, &QAction::triggered, m_lanes, [this] { m_range.zoomToSelection(); });
    connect(commands.nextTask, &QAction::triggered, m_lanes, [this] { m_lanes->selectNeighbour(1); });
    connect(commands.previousTask, &QAction::triggered, m_lanes, [this] { m_lanes->selectNeighbour(-1); });
    connect(commands.clear, &QAction::triggered, m_lanes, &LanesChart::clearSelection);
    connect(commands.note, &QAction::triggered, m_lanes, &LanesChart::addNote);
    connect(commands.filterRange, &QAction::triggered, m_lanes, &LanesChart::filterSelection);
    connect(commands.undo, &QAction::triggered, &m_edits.steps(), &QUndoStack::undo);
    connect(commands.redo, &QAction::triggered, &m_edits.steps(), &QUndoStack::redo);
    connect(&m_edits.steps(), &QUndoStack::indexChanged, this, &ChartsPage::editsChanged);
    connect(&m_range, &TimeRange::selectionChanged, this, &ChartsPage::editsChanged);
    m_lanes->addAction(commands.clear); // there alone: Esc closes pop-ups elsewhere
}

/// Each way to the bytes of a task.
void ChartsPage::connectItems(Commands& commands)
{
    connect(m_lanes, &LanesChart::bytesWanted, this, [this](RowRef row) { emit bytesWanted(m_run->row(row).item); });
    connect(m_results, &ResultsPanel::itemOpened, this, &ChartsPage::bytesWanted);
    connect(m_failures, &FailuresPanel::itemOpened, this, &ChartsPage::bytesWanted);
    connect(commands.bytes, &QAction::triggered, this, [this] {
        if (const auto item = pickedItem()) emit bytesWanted(*item);
    });
    const auto open = [this, &commands](const QPoint& at) { QMenu::exec({commands.bytes}, at, nullptr, this); };
    connect(m_lanes, &LanesChart::menuWanted, this, [this, &commands](const QPoint& at) {
        QMenu::exec({commands.bytes, commands.note, commands.filterRange}, at, nullptr, this);
    });
    connect(m_results, &ResultsPanel::menuWanted, this, open);
    connect(m_failures, &FailuresPanel::menuWanted, this, open);
}

std::optional<std::uint64_t> ChartsPage::pickedItem() const
{
    if (const auto item = m_results->focusedItem()) return item;
    if (const auto item = m_failures->focusedItem()) return item;
    const RowRef row = m_lanes->selected();
    if (m_run == nullptr || !row.valid()) return {};
    return m_run->row(row).item;
}

void ChartsPage::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_lanes->setTheme(theme);
    m_overhead->setTheme(theme);
    m_throughput->setTheme(theme);
    m_words->setTheme(theme);
    m_results->setTheme(theme);
    m_failures->setTheme(theme);
}

void ChartsPage::setEntry(const RunDesk::Entry* entry)
{
    m_run = entry != nullptr ? entry->run.get() : nullptr;
    m_range.setRun(m_run);
    m_edits.setRun(m_run);
    m_lanes->setRun(m_run);
    m_overhead->setRun(m_run);
    m_throughput->setRun(m_run);
    m_results->setResults(entry != nullptr ? entry->results.get() : nullptr, m_run);
    m_failures->setRun(m_run);
    fitRows();
}

/// Lanes get up to 72 px each, the charts below them what is left.
void ChartsPage::fitRows()
{
    if (m_rowsMoved) return;
    const int lanes = 1 + (m_run != nullptr ? m_run->plan().workers : 4);
    const int wanted = m_theme.px(32 + 32 + 56 + 72 * lanes);
    const int below = m_theme.px(248);
    const int above = std::max(m_lanes->minimumSizeHint().height(), std::min(wanted, height() - below));
    m_rows->setSizes({above, std::max(0, height() - above)});
}

void ChartsPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitRows();
}

void ChartsPage::finish()
{
    if (m_range.frozen()) return; // whoever holds the view still looks at something
    m_range.fit();
    if (const RowRef slowest = m_run->slowest(); slowest.valid()) {
        m_lanes->select(slowest);
    }
}

void ChartsPage::showTab(Tab tab)
{
    m_words->choose(tab);
    m_throughput->showLatency(tab == LatencyTab);
    m_tabs->setCurrentIndex(tab <= LatencyTab ? 0 : tab - 1);
}

void ChartsPage::selectItem(std::uint64_t item)
{
    if (const RowRef row = rowOfItem(*m_run, item); row.valid()) m_lanes->select(row);
}

QByteArray ChartsPage::saveLayout() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_rowsMoved << m_rows->saveState() << m_columns->saveState();
    return state;
}

void ChartsPage::restoreLayout(const QByteArray& state)
{
    QByteArray rows, columns;
    QDataStream stream(state);
    bool moved = false;
    stream >> moved >> rows >> columns;
    m_rowsMoved = moved && m_rows->restoreState(rows);
    m_columns->restoreState(columns);
}

void ChartsPage::resetLayout()
{
    m_rows->setStretchFactor(0, 1);
    m_rows->setStretchFactor(1, 0);
    m_rowsMoved = false;
    fitRows();
    m_columns->setSizes({520, 527});
}

} // namespace poolscope
