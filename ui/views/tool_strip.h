// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The row at the top: run, stop, hold the view; where, on how many workers, in chunks of what size.

#include "ui/bridge/bridge.h"
#include "ui/charts/charts.h"

#include <QList>
#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace poolscope {

class ChoiceBox;
class Commands;
class Field;

class ToolStrip final : public QWidget {
    Q_OBJECT
public:
    ToolStrip(Commands& commands, QMenu* more, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Puts what is chosen here into a request; the error's path is "workers" or "chunksize".
    Result<void> read(RunRequest& request) const;
    void show(const RunRequest& request);
    /// Only what can run this job can be chosen; null: all that the catalogue's jobs can.
    void setJob(const Job* job);
    /// Marks the field of that name and says below it what is wrong with it; false: none of ours.
    bool refuse(const QString& field, const QString& sentence);
    void acceptAll(); ///< takes the marks away
    /// A page that has a next step of its own makes Run a plain button.
    void setRunPrimary(bool primary);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QToolButton* addButton(QAction* action, const char* look);
    void addKept(QAction* action); ///< what can be done with a run that is over: at the right
    void fit();
    void leaveOut(int without);
    void addLine();
    void addFields();
    void backendChosen();

    Commands& m_commands;
    Theme m_theme;
    ChoiceBar* m_backends;
    bool m_isPython = false; ///< the job is a Python function: Threads are those of one Python
    int m_chosen = 0;        ///< what was chosen for the catalogue's own jobs
    Field* m_workers = nullptr;
    ChoiceBox* m_chunk;
    QLabel *m_workersLabel, *m_chunkLabel;
    QLabel* m_note; ///< a child of the window, below the refused field
    QToolButton* m_run;
    QToolButton *m_compare, *m_more;
    QList<QToolButton*> m_plain; ///< Stop and View
    QList<QToolButton*> m_kept; ///< there while they can be used, and there is room
};

} // namespace poolscope
