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
    QIcon drawingOf(const QAction* action) const; ///< as it is on canvas
    const QList<QAction*>& all() const { return m_all; } ///< in the order in which they are told
    /// Groups of which one action is chosen; their properties say "what" is chosen and its "drawing".
    const QList<QActionGroup*>& choices() const { return m_choices; }
    /// Says with a command that cannot be used why that is so.
    static void allow(QAction* action, bool allowed, const QString& whyNot);

    QAction *run, *stop, *pause, *repeat;
    QAction *compare, *sweep, *breakEven;
    QAction *fit, *zoomIn, *zoomOut, *panLeft, *panRight, *zoomToRange, *nextTask, *previousTask, *clear;
    QAction *note, *filterRange, *undo, *redo;
    QAction *bytes, *recordBytes;
    QAction* tables;
    QAction *copyCommand, *copyResults, *saveResults;
    QAction *open, *traceProgram, *save, *saveAs, *clearRecent;
    QAction *exportRun, *copyPicture;
    QAction *jobPanel, *restoreLayout, *fullScreen, *presenter, *larger, *smaller, *usualSize;
    QAction *blackAndWhite, *lessMotion;
    QAction *palette, *keys, *quit;
    QAction* inputFile;
    QActionGroup *themes, *languages, *protocols, *apis, *startMethods, *transports,
        *outOfBand; ///< the data of each action is its value

private:
    QAction* add(const char* icon, const QString& text, const QList<QKeySequence>& shortcuts,
                 const QString& help);
    QActionGroup* addChoice(const char* icon, const QString& what, const QString& help,
                            const QList<QPair<QString, QVariant>>& choices);
    void addRunning();
    void addRuns();
    void addTimeline();
    void addEdits();
    void addBytes();
    void addOutput();
    void addWindow();
    void addLook();
    void addWays();

    QWidget* m_window;
    Theme m_theme;
    bool m_runPrimary = true;
    QList<QAction*> m_all;
    QList<QActionGroup*> m_choices;
};

} // namespace poolscope
