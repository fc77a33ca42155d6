// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/bytes_page.h"

#include "ui/views/bytes_head.h"
#include "ui/views/explanation.h"
#include "ui/views/look.h"
#include "ui/views/machine_panel.h"
#include "ui/views/no_bytes.h"
#include "ui/views/object_tree.h"
#include "ui/views/opcode_table.h"

#include <QKeyEvent>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace poolscope {

namespace {

constexpr std::size_t mostMessages = 6; ///< of a task that was tried often: the last ones

/// A panel's title with a caption at its right.
QWidget* newPaneHead(const QString& title, QLabel* caption)
{
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(16, 8, 16, 4);
    auto* label = new QLabel(title);
    setLook(label, "title");
    row->addWidget(label);
    setLook(caption, "caption");
    caption->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(caption, 1);
    head->setFixedHeight(36);
    return head;
}

QVBoxLayout* newColumn(QWidget* panel)
{
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

} // namespace

BytesPage::BytesPage(QWidget* parent)
    : QWidget(parent), m_head(new BytesHead(m_message)), m_line(newLine(Qt::Horizontal)), m_body(new QStackedWidget),
      m_columns(new QSplitter(Qt::Horizontal)), m_tree(new ObjectTree(m_message)),
      m_opcodes(new OpcodeTable(m_message)), m_machine(new MachinePanel(m_message)), m_hex(new HexView(m_message)),
      m_explanation(new Explanation(m_message)), m_none(new NoBytesPanel), m_opcodeCount(new QLabel),
      m_place(new QLabel)
{
    auto* column = newColumn(this);
    column->addWidget(m_head);
    column->addWidget(m_line);
    column->addWidget(m_body, 1);
    m_columns->setHandleWidth(1);
    m_columns->setChildrenCollapsible(false);
    m_columns->addWidget(newObjects());
    m_columns->addWidget(newOpcodes());
    m_columns->addWidget(newBytes());
    m_body->addWidget(m_columns);
    m_body->addWidget(m_none);
    connectParts();
}

QWidget* BytesPage::newObjects()
{
    auto* panel = new QWidget;
    auto* column = newColumn(panel);
    column->addWidget(newPaneHead(tr("Object"), new QLabel(tr("bytes"))));
    column->addWidget(m_tree, 1);
    return panel;
}

QWidget* BytesPage::newOpcodes()
{
    auto* panel = new QWidget;
    auto* column = newColumn(panel);
    column->addWidget(newPaneHead(tr("Opcodes"), m_opcodeCount));
    column->addWidget(m_opcodes, 1);
    column->addWidget(newLine(Qt::Horizontal));
    column->addWidget(m_machine);
    return panel;
}

QWidget* BytesPage::newBytes()
{
    auto* panel = new QWidget;
    auto* column = newColumn(panel);
    column->addWidget(newPaneHead(tr("Bytes"), m_place));
    column->addWidget(m_hex, 1);
    column->addWidget(newLine(Qt::Horizontal));
    column->addWidget(m_explanation);
    return panel;
}

void BytesPage::connectParts()
{
    connect(m_head, &BytesHead::backWanted, this, &BytesPage::backWanted);
    connect(m_head, &BytesHead::messageChosen, this, &BytesPage::showMessage);
    connect(m_none, &NoBytesPanel::backWanted, this, &BytesPage::backWanted);
    connect(m_none, &NoBytesPanel::remedyWanted, this, &BytesPage::remedyWanted);
    connect(m_columns, &QSplitter::splitterMoved, this, [this] { m_moved = true; });
    connect(&m_message, &MessageModel::loaded, this, &BytesPage::tell);
    connect(&m_message, &MessageModel::selected, this, &BytesPage::tell);
}

void BytesPage::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_head->setTheme(theme);
    m_none->setTheme(theme);
    m_tree->setTheme(theme);
    m_opcodes->setTheme(theme);
    m_machine->setTheme(theme);
    m_hex->setTheme(theme);
    m_explanation->setTheme(theme);
    fitColumns();
}

void BytesPage::show(const RunDesk::Entry& entry, std::uint64_t item)
{
    m_entry = &entry;
    m_item = item;
    const RunPlan& plan = entry.run->plan();
    m_head->setMostChunk(plan.items / static_cast<std::uint64_t>(std::max(1, plan.workers)));
    m_kept.clear();
    refresh();
    (m_kept.empty() ? static_cast<QWidget*>(m_none) : m_opcodes)->setFocus();
}

void BytesPage::refresh()
{
    if (m_entry == nullptr) return;
    auto kept = m_entry->payloads ? m_entry->payloads->of(m_item) : decltype(m_kept)();
    if (kept.size() > mostMessages) {
        kept.erase(kept.begin(), kept.end() - mostMessages);
    }
    const bool fresh = kept != m_kept;
    const bool more = !m_kept.empty();
    m_kept = std::move(kept);
    if (m_kept.empty()) {
        m_none->tell(noBytesOf(*m_entry, m_item), tr("Task %1").arg(countOf(m_item)));
        m_head->hide();
        m_line->hide();
        m_body->setCurrentWidget(m_none);
        return;
    }
    if (fresh) showMessages(std::min(m_chosen, static_cast<int>(m_kept.size()) - 1), more);
}

void BytesPage::leave()
{
    m_entry = nullptr;
    m_kept.clear();
    m_chosen = 0;
    m_message.show(nullptr);
}

/// `more`: the one in view stays as it is, others came.
void BytesPage::showMessages(int chosen, bool more)
{
    const bool answered = m_kept.back()->head.way == Way::Back;
    m_head->show();
    m_line->show();
    m_body->setCurrentWidget(m_columns);
    m_head->setMessages(messageNames(answered), chosen, answered ? QString() : noAnswerOf(*m_entry));
    if (!more) showMessage(chosen);
}

/// "Out 132 B" and "Back 43 B"; the tries are numbered where there was more than one.
QStringList BytesPage::messageNames(bool answered) const
{
    QStringList names;
    int attempt = 0;
    for (const auto& payload : m_kept) {
        const bool out = payload->head.way == Way::Out;
        attempt += out ? 1 : 0;
        const QString size = spoken(bytesText(static_cast<double>(payload->bytes.size())));
        const QString name = out ? tr("Out %1").arg(size) : tr("Back %1").arg(size);
        names += m_kept.size() > 2 ? tr("%1: %2").arg(attempt).arg(name) : name;
    }
    if (!answered) names += tr("No answer");
    return names;
}

void BytesPage::showMessage(int message)
{
    if (message < 0 || message >= static_cast<int>(m_kept.size())) return;
    m_chosen = message;
    const auto& payload = m_kept[static_cast<std::size_t>(message)];
    m_head->setTask(tasksOf(payload->head));
    m_message.show(payload, m_item);
}

void BytesPage::tell()
{
    const Anatomy* anatomy = m_message.anatomy();
    if (anatomy == nullptr || anatomy->parts().empty()) {
        m_opcodeCount->clear();
        m_place->clear();
        return;
    }
    m_opcodeCount->setText(tr("%1 in all").arg(countOf(anatomy->opcodes().size())));
    m_place->setText(placeOf(*anatomy, m_message.part()));
}

QString BytesPage::task() const
{
    return tr("task %1").arg(countOf(m_item));
}

QString BytesPage::text() const
{
    return m_kept.empty() ? m_none->text() : m_head->sentence() + QStringLiteral(". ") + m_head->advice();
}

/// The tree needs little more where there is much room; sixteen bytes a line need it.
void BytesPage::fitColumns()
{
    if (m_moved || width() == 0) return;
    const int tree = std::clamp(width() * 3 / 10, m_theme.px(290), m_theme.px(460));
    const int rest = width() - tree - 2;
    const int wide = m_theme.px(760); // of hex with sixteen bytes a line
    const int narrow = rest > m_theme.px(860) ? rest * 47 / 100 : rest / 2;
    const int hex = rest - wide > m_theme.px(470) ? wide : narrow;
    m_columns->setSizes({tree, rest - hex, hex});
}

void BytesPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void BytesPage::keyPressEvent(QKeyEvent* event)
{
    const bool back = event->key() == Qt::Key_Escape || event->key() == Qt::Key_Back
        || event->key() == Qt::Key_Backspace || event->matches(QKeySequence::Back);
    if (back) {
        emit backWanted();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace poolscope
