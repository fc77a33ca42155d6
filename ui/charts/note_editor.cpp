// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/note_editor.h"

#include <QKeyEvent>

#include <algorithm>

namespace poolscope {

NoteEditor::NoteEditor(QWidget* parent) : QLineEdit(parent), m_theme(Theme::lightTheme())
{
    setMaxLength(mostLetters);
    setPlaceholderText(tr("Note"));
    setAccessibleName(tr("Note"));
    setAccessibleDescription(
        tr("Enter keeps the note, Escape does not, and without text it is removed"));
    hide();
}

void NoteEditor::setTheme(const Theme& theme)
{
    m_theme = theme;
    setFont(theme.font(12));
    resize(theme.px(200), theme.px(26));
}

void NoteEditor::edit(const Annotation& note, const QPoint& corner)
{
    m_note = note;
    setText(QString::fromStdString(note.text));
    selectAll();
    const QRect room = parentWidget()->rect();
    move(std::clamp(corner.x(), 0, std::max(0, room.width() - width() - m_theme.px(8))),
         std::clamp(corner.y(), 0, std::max(0, room.height() - height())));
    show();
    raise();
    setFocus(Qt::OtherFocusReason);
}

void NoteEditor::keep(bool back)
{
    Annotation after = m_note;
    after.text = text().simplified().toStdString();
    const Annotation before = m_note;
    end(back);
    emit written(before, after);
}

void NoteEditor::end(bool back)
{
    m_note = {};
    hide();
    if (back) parentWidget()->setFocus(Qt::OtherFocusReason);
}

bool NoteEditor::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void NoteEditor::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: return keep(true);
    case Qt::Key_Escape: return end(true);
    default: QLineEdit::keyPressEvent(event);
    }
}

// Whoever clicks elsewhere has written it; its own menu takes the focus for a moment only.
void NoteEditor::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    const bool briefly =
        event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason;
    if (isVisible() && !briefly) keep(false);
}

} // namespace poolscope
