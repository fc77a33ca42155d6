// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/failures_panel.h"

#include "ui/views/counted_items.h"
#include "ui/views/failures_model.h"
#include "ui/views/look.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace poolscope {

FailuresPanel::FailuresPanel(QWidget* parent)
    : QWidget(parent),
      m_model(new FailuresModel(this)),
      m_counted(new CountedItems([this](int row) { return m_model->failureAt(row)->item; }, this)),
      m_none(new QLabel(this)),
      m_table(new QTableView(this))
{
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_none, 1, Qt::AlignTop);
    column->addWidget(m_table, 1);
    setLook(m_none, "caption");
    m_none->setWordWrap(true);
    m_counted->setSourceModel(m_model);
    prepareTable();
    connect(m_model, &FailuresModel::countChanged, this, &FailuresPanel::countItems);
    connectTable();
    update();
}

void FailuresPanel::prepareTable()
{
    m_table->setModel(m_counted);
    m_table->setAccessibleName(tr("Failures"));
    m_table->setAccessibleDescription(
        tr("Ctrl with up or down sorts by the column of the current cell"));
    m_table->verticalHeader()->hide();
    auto* header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(FailuresModel::Why, QHeaderView::Stretch);
    header->setSectionResizeMode(FailuresModel::Where, QHeaderView::Interactive);
    header->setToolTip(tr("Click, or Ctrl with up or down, sorts by a column"));
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(FailuresModel::Item, Qt::AscendingOrder);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->installEventFilter(this);
}

void FailuresPanel::connectTable()
{
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QTableView::clicked, this,
            [this](const QModelIndex& index) { emit itemPicked(*m_counted->itemAt(index)); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) {
                if (const auto item = focusedItem(); item && index.isValid())
                    emit itemPicked(*item);
            });
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& index) { emit itemOpened(*m_counted->itemAt(index)); });
    connect(m_table, &QTableView::customContextMenuRequested, this, [this](const QPoint& at) {
        if (focusedItem()) emit menuWanted(m_table->viewport()->mapToGlobal(at));
    });
}

bool FailuresPanel::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(object, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool sorts = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
    if (!sorts || key->modifiers() != Qt::ControlModifier)
        return QWidget::eventFilter(object, event);
    const int column = std::max(0, m_table->currentIndex().column());
    m_table->sortByColumn(column,
                          key->key() == Qt::Key_Up ? Qt::AscendingOrder : Qt::DescendingOrder);
    return true;
}

std::optional<quint64> FailuresPanel::focusedItem() const
{
    if (!m_table->hasFocus()) return {};
    return m_counted->itemAt(m_table->currentIndex());
}

void FailuresPanel::setTheme(const Theme& theme)
{
    layout()->setContentsMargins(16, theme.px(40), 16, 8);
    m_table->verticalHeader()->setMinimumSectionSize(theme.px(24));
    m_table->horizontalHeader()->resizeSection(FailuresModel::Where, theme.px(120));
}

void FailuresPanel::setRun(RunModel* run)
{
    m_run = run;
    m_counted->setItems({});
    m_model->setRun(run);
}

void FailuresPanel::setCounted(TimeRange& range, RunFilter& filter)
{
    m_range = &range;
    m_filter = &filter;
    connect(&range, &TimeRange::selectionChanged, this, &FailuresPanel::countItems);
    connect(&filter, &RunFilter::changed, this, &FailuresPanel::countItems);
}

int FailuresPanel::count() const { return m_model->rowCount(); }
int FailuresPanel::listed() const { return m_counted->rowCount(); }

/// Rows say which failures lie in a stretch; nobody looks while nothing is seen.
void FailuresPanel::countItems()
{
    const Counted stretch = countedStretch(m_range, m_filter);
    if (isVisible()) {
        const bool part = stretch.part() && m_run != nullptr;
        m_counted->setItems(part ? std::optional(failedItemsIn(*m_run, stretch)) : std::nullopt);
    }
    update();
}

void FailuresPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    countItems();
}

void FailuresPanel::update()
{
    m_none->setText(
        count() == 0
            ? tr("No task failed. One that does is listed here with its argument, what went wrong "
                 "and on which worker.")
        : count() == 1
            ? tr("The failed task lies outside the range.")
            : tr("The %1 failed tasks lie outside the range.")
                  .arg(countOf(static_cast<std::uint64_t>(count()))));
    m_none->setVisible(listed() == 0);
    m_table->setVisible(listed() > 0);
    emit countChanged();
}

} // namespace poolscope
