// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The field in which a note is written, at its place on the lanes: Enter keeps it, Escape does not,
// and without text it goes.

#include "ui/charts/theme.h"

#include <QLineEdit>

namespace poolscope {

class NoteEditor final : public QLineEdit {
    Q_OBJECT
public:
    static constexpr int mostLetters = 200;

    explicit NoteEditor(QWidget* parent);
    void setTheme(const Theme& theme);
    /// Begins with `note` at `corner` of the parent; where it has a text, that is changed.
    void edit(const Annotation& note, const QPoint& corner);

signals:
    /// `before` has no text where the note is new; `after` has none where it is to go.
    void written(const poolscope::Annotation& before, const poolscope::Annotation& after);

protected:
    bool event(QEvent* event) override; ///< Escape is the field's, whatever it is a shortcut of
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void keep(bool back); ///< `back`: the focus goes where it came from
    void end(bool back);

    Annotation m_note;
    Theme m_theme;
};

} // namespace poolscope
