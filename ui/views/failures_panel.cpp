// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/failures_panel.h"

#include "ui/views/failures_model.h"
#include "ui/views/look.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace poolscope {

FailuresPanel::FailuresPanel(QWidget* parent)
    : QWidget(parent), m_model(new FailuresModel(this)),
      m_none(new QLabel(tr("No task failed. One that does is listed here with its argument, what went wrong "
                           "and on which worker."), this)),
      m_table(new QTableView(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 40, 16, 8);
    column->addWidget(m_none, 1, Qt::AlignTop);
    column->addWidget(m_table, 1);
    setLook(m_none, "caption");
    m_none->setWordWrap(true);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Failures"));
    m_table->verticalHeader()->hide();
    auto* header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(FailuresModel::Why, QHeaderView::Stretch);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(m_model, &FailuresModel::countChanged, this, &FailuresPanel::update);
    connectTable();
    update();
}

void FailuresPanel::connectTable()
{
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        emit itemPicked(m_run->failures()[static_cast<std::size_t>(index.row())]);
    });
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex& index) { emit itemOpened(itemAt(index)); });
    connect(m_table, &QTableView::customContextMenuRequested, this, [this](const QPoint& at) {
        if (focusedItem()) emit menuWanted(m_table->viewport()->mapToGlobal(at));
    });
}

quint64 FailuresPanel::itemAt(const QModelIndex& index) const
{
    return m_run->failures()[static_cast<std::size_t>(index.row())].item;
}

std::optional<quint64> FailuresPanel::focusedItem() const
{
    if (!m_table->hasFocus() || !m_table->currentIndex().isValid()) return {};
    return itemAt(m_table->currentIndex());
}

void FailuresPanel::setTheme(const Theme& theme)
{
    m_table->verticalHeader()->setMinimumSectionSize(theme.px(24));
}

void FailuresPanel::setRun(RunModel* run)
{
    m_run = run;
    m_model->setRun(run);
}

int FailuresPanel::count() const
{
    return m_model->rowCount();
}

void FailuresPanel::update()
{
    m_none->setVisible(count() == 0);
    m_table->setVisible(count() > 0);
    emit countChanged();
}

} // namespace poolscope
