// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/command_palette.h"

#include "ui/views/look.h"
#include "ui/views/palette_delegate.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace poolscope {

namespace {

constexpr int shownRows = 12;

} // namespace

CommandPalette::CommandPalette(QWidget* window)
    : QFrame(window), m_model(new PaletteModel(this)), m_delegate(new PaletteDelegate(this)),
      m_line(new QLineEdit(this)), m_list(new QListView(this)),
      m_none(new QLabel(tr("No command is called so."), this))
{
    setObjectName(QStringLiteral("commandPalette"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_line);
    column->addWidget(newLine(Qt::Horizontal, this));
    column->addWidget(m_list);
    column->addWidget(m_none);
    setLook(m_line, "paletteLine");
    setLook(m_none, "caption");
    m_line->setPlaceholderText(tr("Type some letters of a command or a job"));
    m_line->setAccessibleName(tr("Command"));
    m_line->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the line keeps it
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Commands that fit"));
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString& typed) {
        m_model->setTyped(typed);
        layOut();
        choose(0);
    });
    connect(m_list, &QListView::clicked, this, [this] { act(); });
    window->installEventFilter(this);
    hide();
}

void CommandPalette::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_delegate->setTheme(theme);
    m_none->setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(12));
    m_line->setFixedHeight(theme.px(40));
    if (isVisible()) layOut();
}

void CommandPalette::open(std::vector<PaletteEntry> entries)
{
    if (!isVisible()) m_before = QApplication::focusWidget();
    m_line->clear();
    m_model->setTyped({});
    m_model->setEntries(std::move(entries));
    layOut();
    choose(0);
    show();
    raise();
    m_line->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::type(const QString& typed)
{
    m_line->setText(typed);
}

void CommandPalette::dismiss()
{
    if (!isVisible()) return;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus && m_before) m_before->setFocus(Qt::PopupFocusReason);
}

/// As wide as 640 px and as high as its rows, up to twelve; below the toolbar, in the middle.
void CommandPalette::layOut()
{
    const QWidget* const window = parentWidget();
    const int rows = std::min(m_model->rowCount(), shownRows);
    m_none->setVisible(rows == 0);
    m_list->setVisible(rows > 0);
    m_list->setFixedHeight(rows * m_delegate->rowHeight());
    const int wide = std::min(m_theme.px(640), window->width() - 32);
    setFixedWidth(wide);
    layout()->activate();
    resize(wide, layout()->sizeHint().height());
    move((window->width() - wide) / 2, m_theme.px(52));
}

void CommandPalette::choose(int row)
{
    const int rows = m_model->rowCount();
    if (rows == 0) return;
    const QModelIndex index = m_model->index(std::clamp(row, 0, rows - 1));
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
    m_line->setAccessibleDescription(index.data(Qt::AccessibleTextRole).toString());
}

void CommandPalette::act()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid()) return;
    const PaletteEntry entry = m_model->entry(index.row());
    if (!entry.whyNot.isEmpty()) return; // its row says why
    m_model->noteUse(entry.id);
    dismiss();
    entry.act();
}

bool CommandPalette::eventFilter(QObject* object, QEvent* event)
{
    if (object == parentWidget() && event->type() == QEvent::Resize && isVisible()) layOut();
    if (object != m_line) return QFrame::eventFilter(object, event);
    if (event->type() == QEvent::FocusOut && !isAncestorOf(QApplication::focusWidget())) hide();
    if (event->type() != QEvent::KeyPress) return QFrame::eventFilter(object, event);
    const int row = m_list->currentIndex().row(), rows = m_model->rowCount();
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down: choose((row + 1) % std::max(1, rows)); return true;
    case Qt::Key_Up: choose(row > 0 ? row - 1 : rows - 1); return true;
    case Qt::Key_PageDown: choose(row + shownRows); return true;
    case Qt::Key_PageUp: choose(row - shownRows); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: act(); return true;
    case Qt::Key_Escape: dismiss(); return true;
    default: return QFrame::eventFilter(object, event);
    }
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.canvas); // what shows through its round corners
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.raisedEdge, 1));
    painter.setBrush(m_theme.raised);
    painter.drawRoundedRect(framed(rect()), 4, 4);
}

} // namespace poolscope
