// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every command of the window: text, icon, keys and one sentence of help, each a QAction.

#include "ui/charts/charts.h"

#include <QAction>
#include <QActionGroup>
#include <QList>
#include <QObject>
#include <QString>

namespace poolscope {

class Commands final : public QObject {
    Q_OBJECT
public:
    explicit Commands(QWidget* window);
    void setTheme(const Theme& theme); ///< colours the icons
    void setRunPrimary(bool primary);  ///< its icon stands on ink
    const QList<QAction*>& all() const { return m_all; } ///< in the order in which they are told

    QAction *run, *stop, *pause;
    QAction *fit, *zoomIn, *zoomOut, *panLeft, *panRight, *nextTask, *previousTask, *clear;
    QAction *note, *filterRange, *undo, *redo;
    QAction *bytes, *recordBytes;
    QAction *copyCommand, *copyResults, *saveResults;
    QAction *jobPanel, *restoreLayout, *fullScreen, *larger, *smaller, *usualSize;
    QAction *keys, *quit;
    QActionGroup *themes, *protocols, *apis; ///< the data of each action is its value

private:
    QAction* add(const char* icon, const QString& text, const QList<QKeySequence>& shortcuts,
                 const QString& help);
    QActionGroup* addChoice(const QString& help, const QList<QPair<QString, QVariant>>& choices);
    void addRunning();
    void addTimeline();
    void addEdits();
    void addBytes();
    void addOutput();
    void addWindow();

    QWidget* m_window;
    Theme m_theme;
    bool m_runPrimary = true;
    QList<QAction*> m_all;
};

} // namespace poolscope
