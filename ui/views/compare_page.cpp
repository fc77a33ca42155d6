// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compare_page.h"

#include "ui/views/difference_table.h"
#include "ui/views/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace poolscope {

namespace {

QHBoxLayout* newHeadRow(QWidget* parent)
{
    auto* row = new QHBoxLayout(parent);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    return row;
}

QLabel* newTitle(const QString& text, const char* look)
{
    auto* label = new QLabel(text);
    setLook(label, look);
    return label;
}

} // namespace

ComparePage::ComparePage(RunsModel& runs, QWidget* parent)
    : QWidget(parent), m_model(new ComparisonModel(this)), m_theme(Theme::lightTheme())
{
    m_stack = new QStackedLayout(this);
    m_nothing =
        newTitle(tr("Nothing to compare yet: check two runs in the list at the left."), "soft");
    m_nothing->setAlignment(Qt::AlignCenter);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(newWorkers(), 1);
    column->addWidget(newLine(Qt::Horizontal));
    column->addWidget(newDifferences());
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(page);
    connect(m_model, &ComparisonModel::changed, this, &ComparePage::refresh);
    connect(&runs, &RunsModel::comparedChanged, m_model, [this, &runs] { m_model->compare(runs); });
    refresh();
}

QWidget* ComparePage::newWorkers()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_workersHead = new QWidget;
    auto* head = newHeadRow(m_workersHead);
    head->addWidget(newTitle(tr("Workers"), "title"));
    head->addStretch(1);
    head->addWidget(m_swatch = new QLabel);
    head->addWidget(m_legend =
                        newTitle(tr("compute that costs less than its overhead"), "caption"));
    head->addSpacing(12);
    head->addWidget(m_coupled = new Chip);
    m_coupled->setText(tr("Axes coupled"));
    m_coupled->setDot(false);
    m_coupled->setFocusPolicy(Qt::NoFocus);
    m_coupled->setToolTip(
        tr("Both runs are drawn over one axis of time: they zoom and move together"));
    column->addWidget(m_workersHead);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_lanes = new CompareLanes);
    m_lanes->setModel(m_model);
    connect(m_lanes, &CompareLanes::seenChanged, this, &ComparePage::placeLegend);
    column->addWidget(scroll, 1);
    return box;
}

QWidget* ComparePage::newDifferences()
{
    m_differences = new QWidget;
    auto* column = new QVBoxLayout(m_differences);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(0);
    auto* headRow = new QWidget;
    auto* head = newHeadRow(headRow);
    head->setContentsMargins(16, 8, 16, 4);
    head->addWidget(newTitle(tr("Differences"), "title"));
    head->addStretch(1);
    head->addWidget(m_per = new ChoiceBar({tr("Totals"), tr("Per item")}, 22));
    m_per->setAccessibleName(tr("Totals, or per item"));
    m_per->setToolTip(
        tr("Figures of the whole run, or of one item: where two runs did not do the same items, "
           "totals say little"));
    connect(m_per, &ChoiceBar::chosenChanged, this,
            [this](int index) { m_model->setPerItem(index == 1); });
    column->addWidget(headRow);
    auto* tables = new QHBoxLayout;
    tables->setContentsMargins(16, 0, 16, 0);
    tables->setSpacing(32);
    tables->addWidget(m_first = new DifferenceTable(*m_model, false));
    tables->addWidget(m_second = new DifferenceTable(*m_model, true));
    column->addLayout(tables, 1);
    return m_differences;
}

void ComparePage::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_lanes->setTheme(theme);
    m_coupled->setTheme(theme);
    m_per->setTheme(theme);
    m_first->setTheme(theme);
    m_second->setTheme(theme);
    m_workersHead->setFixedHeight(theme.px(32));
    m_swatch->setFixedSize(theme.px(10), theme.px(10));
    QPixmap swatch(m_swatch->size());
    QPainter painter(&swatch);
    fillPhase(painter, swatch.rect(), theme, Phase::Compute, true);
    painter.end();
    m_swatch->setPixmap(swatch);
    placeLegend();
    fitRows();
}

void ComparePage::placeLegend()
{
    m_swatch->setVisible(m_lanes->showsPale());
    m_legend->setVisible(m_lanes->showsPale());
}

void ComparePage::refresh()
{
    m_stack->setCurrentIndex(m_model->empty() ? 0 : 1);
    m_per->choose(m_model->perItem() ? 1 : 0);
}

/// The table is as high as its rows; the lanes have the rest.
void ComparePage::fitRows()
{
    m_differences->setFixedHeight(m_theme.px(36) + m_first->sizeHint().height() + m_theme.px(10));
}

void ComparePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitRows();
}

} // namespace poolscope
