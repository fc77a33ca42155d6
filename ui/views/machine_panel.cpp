// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/machine_panel.h"

#include "ui/views/bytes_delegates.h"
#include "ui/views/look.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QTableView>

namespace poolscope {

namespace {

QLabel* newNarrowLabel(const QString& text, const char* look)
{
    auto* label = new QLabel(text);
    setLook(label, look);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // it does not widen its column
    return label;
}

/// How many are in the list, where that is not all of them.
QString shownOf(int rows, std::size_t all)
{
    if (static_cast<std::size_t>(rows) == all) return {};
    return MachinePanel::tr(", top %1 of %2").arg(rows).arg(countOf(all));
}

} // namespace

MachinePanel::MachinePanel(MessageModel& message, QWidget* parent)
    : QWidget(parent), m_message(message), m_before(new StackModel(message, StackModel::When::Before, this)),
      m_after(new StackModel(message, StackModel::When::After, this)), m_memo(new MemoModel(message, this)),
      m_stackRows(new StackDelegate(this)), m_memoRows(new MemoDelegate(this)),
      m_beforeOf(newNarrowLabel({}, "caption")), m_afterOf(newNarrowLabel({}, "caption")),
      m_memoOf(newNarrowLabel({}, "caption")), m_beforeList(newStack(m_before, tr("Stack before the opcode"))),
      m_afterList(newStack(m_after, tr("Stack after the opcode"))), m_memoTable(new QTableView)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(16, 8, 16, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    auto* stack = newNarrowLabel(tr("Stack"), "title");
    stack->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(stack);
    head->addWidget(m_beforeOf, 1);
    grid->addLayout(head, 0, 0);
    grid->addWidget(m_afterOf, 0, 1);
    auto* memo = newNarrowLabel(tr("Memo"), "title");
    memo->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* memoHead = new QHBoxLayout;
    memoHead->addWidget(memo);
    memoHead->addWidget(m_memoOf, 1);
    m_memoOf->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid->addLayout(memoHead, 0, 2);
    setUpMemo();
    grid->addWidget(m_beforeList, 1, 0);
    grid->addWidget(m_afterList, 1, 1);
    grid->addWidget(m_memoTable, 1, 2);
    for (int column = 0; column < 3; ++column) grid->setColumnStretch(column, 1);
    connect(&message, &MessageModel::loaded, this, &MachinePanel::tell);
    connect(&message, &MessageModel::selected, this, &MachinePanel::tell);
}

void MachinePanel::setUpMemo()
{
    m_memoTable->setModel(m_memo);
    m_memoTable->setItemDelegate(m_memoRows);
    m_memoTable->setAccessibleName(tr("Memo before the opcode"));
    m_memoTable->setFrameShape(QFrame::NoFrame);
    m_memoTable->setShowGrid(false);
    m_memoTable->setSelectionMode(QAbstractItemView::NoSelection);
    m_memoTable->setFocusPolicy(Qt::NoFocus);
    m_memoTable->horizontalHeader()->hide();
    m_memoTable->horizontalHeader()->setMinimumSectionSize(8);
    m_memoTable->horizontalHeader()->setSectionResizeMode(MemoModel::Text, QHeaderView::Stretch);
    m_memoTable->verticalHeader()->hide();
    m_memoTable->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

QListView* MachinePanel::newStack(StackModel* model, const QString& name)
{
    auto* list = new QListView;
    list->setModel(model);
    list->setItemDelegate(m_stackRows);
    list->setAccessibleName(name);
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    list->setSelectionMode(QAbstractItemView::NoSelection);
    list->setFocusPolicy(Qt::NoFocus);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return list;
}

void MachinePanel::setTheme(const Theme& theme)
{
    m_stackRows->setTheme(theme);
    m_memoRows->setTheme(theme);
    setFixedHeight(theme.px(186));
    const int row = theme.px(18);
    m_memoTable->verticalHeader()->setMinimumSectionSize(row);
    m_memoTable->verticalHeader()->setDefaultSectionSize(row);
    m_memoTable->setColumnWidth(MemoModel::Number, theme.px(28));
}

void MachinePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    tell();
}

/// The newest of the memo stands at the bottom, where one looks for it.
void MachinePanel::tell()
{
    const Anatomy* anatomy = m_message.anatomy();
    if (anatomy == nullptr || anatomy->opcodes().empty()) {
        for (QLabel* label : {m_beforeOf, m_afterOf, m_memoOf}) label->clear();
        return;
    }
    const auto name = opcodeName(anatomy->opcodes()[m_message.opcode()].code);
    const QString opcode = QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
    const QString named = tr("before %1").arg(opcode) + shownOf(m_before->rowCount(), m_before->size());
    const bool fits = m_beforeOf->fontMetrics().horizontalAdvance(named) <= m_beforeOf->width();
    m_beforeOf->setText(fits ? named : tr("before"));
    m_afterOf->setText(tr("after") + shownOf(m_after->rowCount(), m_after->size()));
    m_memoOf->setText(tr("%1 of %2").arg(countOf(m_memo->size()),
                                        countOf(anatomy->memoized())));
    m_memoTable->scrollToBottom();
}

} // namespace poolscope
