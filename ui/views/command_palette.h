// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every command by typing a few of its letters: a pop-up over the window, for the keyboard alone if
// one likes. Up and down choose, Enter does it, Esc closes.

#include "ui/views/palette_model.h"

#include "ui/charts/charts.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace poolscope {

class PaletteDelegate;

class CommandPalette final : public QFrame {
    Q_OBJECT
public:
    explicit CommandPalette(QWidget* window);

    void setTheme(const Theme& theme);
    void open(std::vector<PaletteEntry> entries); ///< all of them, nothing typed
    void type(const QString& typed);
    void dismiss();                               ///< the focus goes back to where it was
    PaletteModel& model() { return *m_model; }

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void choose(int row);
    void act(); ///< what is chosen, where it can be done
    void layOut();

    PaletteModel* m_model;
    PaletteDelegate* m_delegate;
    Theme m_theme;
    QLineEdit* m_line;
    QListView* m_list;
    QLabel* m_none;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace poolscope
