// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/results_panel.h"

#include "ui/views/counted_items.h"
#include "ui/views/look.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QEvent>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace poolscope {

ResultsPanel::ResultsPanel(QAction* copy, QAction* save, QWidget* parent)
    : QWidget(parent), m_counted(new CountedItems([](int row) { return static_cast<std::uint64_t>(row); }, this)),
      m_count(new QLabel(this)), m_sum(new QLabel(this)),
      m_nothing(new QLabel(tr("No values yet. The first 1000 stand here as they come."), this)),
      m_table(new QTableView(this))
{
    auto* column = new QVBoxLayout(this);
    column->setSpacing(8);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_count);
    row->addWidget(m_sum, 1);
    for (QAction* action : {copy, save}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setFocusPolicy(Qt::TabFocus);
        setLook(button, "bare");
        m_buttons.append(button);
        row->addWidget(button);
    }
    column->addLayout(row);
    column->addWidget(m_nothing, 1, Qt::AlignTop);
    column->addWidget(m_table, 1);
    setLook(m_count, "caption");
    setLook(m_sum, "mono");
    setLook(m_nothing, "caption");
    m_sum->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sum->installEventFilter(this);
    m_sum->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    prepareTable();
    connectTable();
}

void ResultsPanel::prepareTable()
{
    m_table->setAccessibleName(tr("Results"));
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setModel(m_counted);
}

/// Values come in the order of the input: the row of the model is the item.
void ResultsPanel::connectTable()
{
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QTableView::clicked, this,
            [this](const QModelIndex& index) { emit itemPicked(*m_counted->itemAt(index)); });
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& index) { emit itemOpened(*m_counted->itemAt(index)); });
    connect(m_table, &QTableView::customContextMenuRequested, this, [this](const QPoint& at) {
        if (focusedItem()) emit menuWanted(m_table->viewport()->mapToGlobal(at));
    });
}

std::optional<quint64> ResultsPanel::focusedItem() const
{
    if (!m_table->hasFocus()) return {};
    return m_counted->itemAt(m_table->currentIndex());
}

void ResultsPanel::setTheme(const Theme& theme)
{
    layout()->setContentsMargins(16, theme.px(40), 16, 8);
    m_table->verticalHeader()->setDefaultSectionSize(theme.px(22));
    m_table->verticalHeader()->setMinimumSectionSize(theme.px(18));
}

void ResultsPanel::setCounted(TimeRange& range, RunFilter& filter)
{
    m_range = &range;
    m_filter = &filter;
    connect(&range, &TimeRange::selectionChanged, this, &ResultsPanel::count);
    connect(&filter, &RunFilter::changed, this, &ResultsPanel::count);
}

/// Rows say which items lie in a stretch; nobody looks while nothing is seen.
void ResultsPanel::count()
{
    if (!isVisible()) return;
    const Counted stretch = countedStretch(m_range, m_filter);
    const bool part = stretch.part() && m_run != nullptr;
    m_counted->setItems(part ? std::optional(itemsIn(*m_run, stretch, ResultsModel::most)) : std::nullopt);
    update();
}

void ResultsPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    count();
}

void ResultsPanel::setResults(ResultsModel* results, RunModel* run)
{
    if (m_results != nullptr) {
        m_results->disconnect(this);
    }
    m_results = results;
    m_run = run;
    m_counted->setItems({});
    m_counted->setSourceModel(results);
    if (results != nullptr) {
        connect(results, &ResultsModel::totalChanged, this, &ResultsPanel::update);
        connect(results, &QAbstractItemModel::rowsInserted, this, &ResultsPanel::update);
        connect(results, &QAbstractItemModel::modelReset, this, &ResultsPanel::update);
    }
    update();
}

void ResultsPanel::update()
{
    const int rows = m_results != nullptr ? m_results->rowCount() : 0;
    m_nothing->setVisible(rows == 0);
    m_table->setVisible(rows > 0);
    m_count->setVisible(rows > 0);
    m_sum->setVisible(rows > 0);
    if (rows == 0) return;
    const quint64 total = m_results->total();
    const auto listed = static_cast<quint64>(m_counted->rowCount());
    m_count->setText(!m_counted->all() ? tr("%1 of the first %2, in the range").arg(countOf(listed), countOf(static_cast<quint64>(rows)))
                     : total > static_cast<quint64>(rows)
                         ? tr("first %1 of %2").arg(countOf(static_cast<quint64>(rows)), countOf(total))
                         : tr("%1 values").arg(countOf(static_cast<quint64>(rows))));
    const QString sum = m_results->reduction();
    m_sum->setToolTip(sum.isEmpty() ? QString() : tr("sum %1").arg(sum));
    elideSum();
}

/// A sum may have more digits than there is room for.
void ResultsPanel::elideSum()
{
    m_sum->setText(m_sum->fontMetrics().elidedText(m_sum->toolTip(), Qt::ElideMiddle, m_sum->width()));
}

bool ResultsPanel::eventFilter(QObject* object, QEvent* event)
{
    if (object == m_sum && event->type() == QEvent::Resize) elideSum();
    return QWidget::eventFilter(object, event);
}

} // namespace poolscope
