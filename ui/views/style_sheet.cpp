// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/look.h"

#include <QMap>

namespace poolscope {

namespace {

// $name is a colour of the theme, #12px a measure that grows with the type.
const char* const surfaces = R"(
QMainWindow, #toolStrip, #jobPanel, #jobPanel QScrollArea, #jobPanel QScrollArea > QWidget > QWidget,
    #detailPanel, #detailPanel QScrollArea > QWidget > QWidget { background: $window; }
#page, #pages { background: $canvas; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QSplitter::handle { background: $line; }
QDockWidget { border: none; }
QWidget[look="line"] { background: $line; }
QFrame[look="card"] { background: $canvas; border: 1px solid $line; border-radius: #6px; }
QFrame[look="notice"] { margin: #8px #16px; background: $code; border: 1px solid $control; border-radius: #4px; }
QFrame[look="popup"] { background: $raised; border: 1px solid $raisedEdge; border-radius: #4px; }
QToolTip { background: $raised; color: $t1; border: 1px solid $raisedEdge; padding: #6px;
    font-size: #12px; }
)";

const char* const labels = R"(
QLabel, QPushButton, QToolButton, QLineEdit, QComboBox, QMenu, QListView, QTableView, QTreeView, QHeaderView
    { font-family: "$sans"; font-size: #13px; }
QLabel { color: $t1; background: transparent; }
QLabel[look="title"] { font-weight: 600; }
QLabel[look="pathHeading"] { color: $t2; }
QLabel[look="track"] { background: $track; border-radius: 3px; }
QLabel[look="cardTitle"] { font-size: #15px; font-weight: 600; }
QLabel[look="heading"] { font-size: #28px; font-weight: 600; }
QLabel[look="headline"] { color: $t2; font-size: #20px; }
QLabel[look="opcode"] { font-family: "$mono"; font-size: #12px; font-weight: 600; }
QLabel[look="explanation"] { color: $t2; font-size: #12px; }
QLabel[look="soft"] { color: $t2; }
QLabel[look="aside"] { color: $t2; font-size: #12px; }
QLabel[look="caption"] { color: $t3; font-size: #12px; }
QLabel[look="refusal"] { color: $t1; font-size: #12px; }
QLabel[look="note"] { background: $raised; color: $t1; border: 1px solid $raisedEdge;
    border-radius: #4px; padding: #5px #8px; font-size: #12px; }
QLabel:disabled { color: $off; }
QLabel[look="name"] { color: $t2; font-family: "$mono"; font-size: #12px; }
QLabel[look="name"]:disabled { color: $off; }
QLabel[look="value"] { color: $t1; font-size: #12px; }
QLabel[look="mono"] { font-family: "$mono"; font-size: #12px; }
QLabel[look="code"] { background: $code; font-family: "$mono"; font-size: #12px;
    border-radius: #4px; padding: #8px #12px; }
)";

const char* const buttons = R"(
QToolButton[look="button"], QPushButton[look="button"] { background: $canvas; color: $t1;
    border: 1px solid $control; border-radius: #4px; padding: 0 #11px; min-height: #26px;
    max-height: #26px; font-weight: 500; }
QToolButton[look="button"]:hover, QPushButton[look="button"]:hover { background: $hover; }
QToolButton[look="button"]:pressed, QPushButton[look="button"]:pressed,
QToolButton[look="button"]:checked { background: $select; }
QToolButton[look="button"]:disabled, QPushButton[look="button"]:disabled { color: $off;
    background: transparent; border-color: $line; }
QToolButton[look="primary"], QPushButton[look="primary"] { background: $ink; color: $onInk;
    border: 1px solid $ink; border-radius: #4px; padding: 0 #11px; min-height: #26px;
    max-height: #26px; font-weight: 500; }
QToolButton[look="primary"]:hover, QPushButton[look="primary"]:hover { background: $inkHover;
    border-color: $inkHover; }
QToolButton[look="primary"]:pressed, QPushButton[look="primary"]:pressed { background: $inkPress;
    border-color: $inkPress; }
QToolButton[look="primary"]:disabled, QPushButton[look="primary"]:disabled { color: $off;
    background: transparent; border-color: $line; }
QToolButton[look="bare"] { background: transparent; border: none; border-radius: #4px;
    padding: #6px; }
QToolButton[look="bare"]:hover { background: $hover; }
QToolButton[look="bare"]:pressed { background: $select; }
QToolButton[look="more"] { background: transparent; border: none; border-radius: #4px; color: $t2;
    font-weight: 500; padding: #3px #8px #3px #6px; }
QToolButton[look="more"]:hover { background: $hover; }
QToolButton[look="more"]:pressed { background: $select; }
QToolButton[look="back"] { background: transparent; border: none; border-radius: #4px; color: $t1;
    font-weight: 500; padding: #5px #6px #5px 0; }
QToolButton[look="back"]:hover { background: $hover; }
QToolButton[look="back"]:pressed { background: $select; }
QToolButton::menu-indicator { image: none; width: 0; }
)";

const char* const fields = R"(
QLineEdit { background: $canvas; color: $t1; border: 1px solid $control; border-radius: #4px;
    padding: 0 #7px; selection-background-color: $ink; selection-color: $onInk; }
QLineEdit:hover { background: $hover; }
QLineEdit:focus, QLineEdit[refused="true"] { background: $canvas; border: 2px solid $ink;
    padding: 0 #6px; }
QLineEdit[look="paletteLine"], QLineEdit[look="paletteLine"]:hover, QLineEdit[look="paletteLine"]:focus
    { background: transparent; border: none; padding: 0 #14px; font-size: #15px; }
QComboBox QLineEdit, QComboBox QLineEdit:hover, QComboBox QLineEdit:focus { border: none;
    background: transparent; padding: 0; }
QComboBox QAbstractItemView { background: $raised; color: $t1; border: 1px solid $raisedEdge;
    selection-background-color: $select; selection-color: $t1; outline: none; padding: #4px; }
QLineEdit:disabled { color: $off; background: transparent; border-color: $line; }
)";

const char* const lists = R"(
QListView, QTableView, QTreeView { background: transparent; border: none; outline: none; color: $t1; }
QTableView { font-family: "$mono"; font-size: #12px; gridline-color: $grid;
    selection-background-color: $select; selection-color: $t1; }
QTableView::item { padding: 0 #8px; border: none; }
QTableView:focus { border: none; }
QHeaderView { background: transparent; }
QHeaderView::section { background: $canvas; color: $t3; font-size: #12px; border: none;
    border-bottom: 1px solid $line; padding: #4px #8px; }
QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: #8px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: #8px; margin: 0; }
QScrollBar::handle:vertical { background: $control; border-radius: 2px; margin: 0 2px;
    min-height: #24px; }
QScrollBar::handle:horizontal { background: $control; border-radius: 2px; margin: 2px 0;
    min-width: #24px; }
QScrollBar::handle:vertical:hover { border-radius: #4px; margin: 0; }
QScrollBar::handle:horizontal:hover { border-radius: #4px; margin: 0; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $raised; color: $t1; border: 1px solid $raisedEdge; padding: #4px 0; }
QMenu::item { padding: #5px #24px #5px #8px; margin: 0 #4px; border-radius: #4px; }
QMenu::item:selected { background: $select; }
QMenu::item:disabled { color: $off; }
QMenu::icon { padding-left: #8px; }
QMenu::separator { height: 1px; background: $line; margin: #4px 0; }
)";

QColor mixed(const QColor& colour, const QColor& other, double part)
{
    const auto mix = [part](int a, int b) { return static_cast<int>(a + (b - a) * part); };
    return {mix(colour.red(), other.red()), mix(colour.green(), other.green()),
            mix(colour.blue(), other.blue())};
}

QMap<QString, QString> tokens(const Theme& theme)
{
    return {
        {"window", theme.window.name()},     {"canvas", theme.canvas.name()},
        {"raised", theme.raised.name()},     {"raisedEdge", theme.raisedEdge.name()},
        {"code", theme.code.name()},         {"line", theme.line.name()},
        {"control", theme.control.name()},   {"hover", theme.hover.name()},
        {"select", theme.select.name()},     {"t1", theme.t1.name()},
        {"t2", theme.t2.name()},             {"t3", theme.t3.name()},
        {"off", theme.off.name()},           {"ink", theme.ink.name()},
        {"onInk", theme.onInk.name()},       {"grid", theme.grid.name()},
        {"track", theme.track.name()},       {"mono", theme.mono().families().constFirst()},
        {"sans", theme.font().families().constFirst()},
        {"inkHover", mixed(theme.ink, theme.canvas, 0.16).name()},
        {"inkPress", mixed(theme.ink, theme.canvas, 0.30).name()},
    };
}

/// Fills in the names after $ and scales the measures after #; ids of widgets begin with a letter.
QString filled(const QString& sheet, const Theme& theme)
{
    const auto values = tokens(theme);
    QString out;
    for (qsizetype i = 0; i < sheet.size(); ++i) {
        const QChar sign = sheet[i];
        const bool number = sign == '#' && i + 1 < sheet.size() && sheet[i + 1].isDigit();
        if (sign != '$' && !number) {
            out += sign;
            continue;
        }
        qsizetype end = i + 1;
        while (number ? sheet[end].isDigit() : sheet[end].isLetterOrNumber()) {
            ++end;
        }
        const QString word = sheet.mid(i + 1, end - i - 1);
        out += number ? QString::number(theme.px(word.toInt())) : values.value(word);
        i = end - 1;
    }
    return out;
}

} // namespace

QString styleSheetFor(const Theme& theme)
{
    QString sheet;
    for (const char* part : {surfaces, labels, buttons, fields, lists}) {
        sheet += QLatin1String(part);
    }
    return filled(sheet, theme);
}

} // namespace poolscope
