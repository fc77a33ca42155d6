// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/opcode_table.h"

#include "ui/views/bytes_delegates.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

namespace poolscope {

namespace {

constexpr int lineHeight = 21;

} // namespace

OpcodeTable::OpcodeTable(MessageModel& message, QWidget* parent)
    : QTableView(parent), m_message(message), m_opcodes(new OpcodesModel(message, this)),
      m_delegate(new OpcodeDelegate(this)), m_theme(Theme::lightTheme())
{
    setModel(m_opcodes);
    setItemDelegate(m_delegate);
    setAccessibleName(tr("Opcodes of the message"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumHeight(60);
    horizontalHeader()->hide();
    horizontalHeader()->setMinimumSectionSize(8);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(&message, &MessageModel::loaded, this, &OpcodeTable::fitColumns);
    connect(&message, &MessageModel::selected, this, &OpcodeTable::follow);
}

void OpcodeTable::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_delegate->setTheme(theme);
    verticalHeader()->setMinimumSectionSize(theme.px(lineHeight));
    verticalHeader()->setDefaultSectionSize(theme.px(lineHeight));
    fitColumns();
}

/// Names are never cut; bytes give way to arguments where it is narrow.
void OpcodeTable::fitColumns()
{
    const int sign = widthOf(m_theme.mono(12, QFont::DemiBold), QStringLiteral("0"));
    const int digits = static_cast<int>(QString::number(m_message.bytes().size()).size());
    const int offset = m_theme.px(28) + std::max(3, digits) * sign;
    const int name = m_theme.px(18) + 16 * sign;
    const int all = m_theme.px(18) + static_cast<int>(3 * OpcodesModel::bytesShown + 1) * sign;
    const int bytes = std::clamp(viewport()->width() - offset - name - m_theme.px(100), m_theme.px(40), all);
    setColumnWidth(OpcodesModel::Offset, offset);
    setColumnWidth(OpcodesModel::Bytes, bytes);
    setColumnWidth(OpcodesModel::Name, name);
    setColumnWidth(OpcodesModel::Argument, std::max(m_theme.px(40), viewport()->width() - offset - bytes - name));
}

void OpcodeTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
    if (!currentIndex().isValid() || m_message.anatomy() == nullptr) return;
    showPart(currentIndex());
    scrollTo(currentIndex());
}

void OpcodeTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (!hasFocus() || !window()->testAttribute(Qt::WA_KeyboardFocusChange)) return;
    QPainter painter(viewport());
    drawFocus(painter, m_theme.ink, viewport()->rect());
}

void OpcodeTable::follow()
{
    const QModelIndex chosen = m_opcodes->index(static_cast<int>(m_message.opcode()), 0);
    if (chosen.isValid() && chosen.row() != currentIndex().row()) {
        setCurrentIndex(chosen);
        showPart(chosen);
        scrollTo(chosen);
    }
}

/// From its first opcode on, where the whole of it fits.
void OpcodeTable::showPart(const QModelIndex& chosen)
{
    const PicklePart& part = m_message.anatomy()->parts()[m_message.part()];
    const int first = static_cast<int>(m_message.opcodeAt(part.begin));
    if ((chosen.row() - first + 1) * m_theme.px(lineHeight) <= viewport()->height()) {
        scrollTo(m_opcodes->index(first, 0));
    }
}

void OpcodeTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid() && static_cast<std::size_t>(current.row()) != m_message.opcode()) {
        m_message.selectOpcode(static_cast<std::size_t>(current.row()));
    }
}

void OpcodeTable::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left: return m_message.step(-1);
    case Qt::Key_Right: return m_message.step(1);
    case Qt::Key_Home: return m_message.selectOpcode(0);
    case Qt::Key_End: return m_message.selectOpcode(static_cast<std::size_t>(std::max(1, m_opcodes->rowCount()) - 1));
    default: QTableView::keyPressEvent(event);
    }
}

} // namespace poolscope
