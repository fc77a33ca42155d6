// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The window: commands at the top, the verdict below them, jobs at the left, charts in the middle.

#include "ui/bridge/bridge.h"
#include "ui/models/models.h"

#include <QMainWindow>

#include <memory>
#include <optional>

namespace poolscope {

class BreakEvenPage;
class SweepPage;

/// Sets the style of the application (Fusion and what it cannot do). Closing the window, or
/// destroying it, ends a run that is under way and its workers.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(Catalogue& catalogue, std::shared_ptr<LaneStarter> threads,
               QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Restores geometry, panels and colours as they were at the last end, and keeps them at this one.
    void rememberLayout();
    /// The demo job picked and filled in: the next Run runs it, sized to last about ten seconds.
    void prepareDemo();
    void runDemo();
    void open(const QString& path); ///< a session or a Python file; what is wrong with it is told inline
    void save(const QString& path); ///< all runs that are over, as a session
    bool busyWithFiles() const;     ///< one is being read or written
    /// Picks the job, fills in what the request says and runs it; while another run is under way
    /// asks inline whether to stop that one. What is refused is told beside its field.
    void launch(const RunRequest& request);
    /// Runs a Python program as it is; its pools become runs, while it goes on.
    void trace(const QStringList& command);
    void stop();
    void exportTo(const QString& file); ///< the run in view, by the file's ending; the notice says how it went
    /// Opens the dock about a task of the run in view: this one, or the one that is selected.
    void showTask(std::optional<std::uint64_t> item = {});
    void showBytes(std::uint64_t item); ///< of the run in view: the messages of this task
    void compareRuns();                 ///< the run in view and the one before it, side by side
    SweepPage& showSweep();
    BreakEvenPage& showBreakEven();     ///< of the run in view
    bool running() const;
    RunState state() const;              ///< of the run in view
    const RunModel* run() const;         ///< in view, or null
    void chooseTheme(const QString& theme); ///< "light", "dark" or "system"
    void showInBlackAndWhite(bool patterns);
    void present(bool on);  ///< large type, panels away
    void showEvidence();    ///< moves the charts to what the advice is about
    void showTables();      ///< the charts as tables
    void openPalette(const QString& typed); ///< every command, those that fit what was typed first
    QString inlineMessage() const;       ///< what the notice says, empty when there is none
    QString stripText() const;           ///< the verdict, or the message in its place
    QString alertText() const;           ///< what went wrong or was cut short, below the verdict
    int shownValues() const;             ///< rows of the Results tab
    QString taskText() const;            ///< what the dock says of a task; empty while it is not shown
    QString bytesText() const;           ///< what the Bytes view says; empty while it is not shown
    void holdView(bool hold);            ///< as Space does
    bool viewHeld() const;               ///< the view stands still while the run goes on

protected:
    void closeEvent(QCloseEvent* event) override;
    bool event(QEvent* event) override; ///< the desktop's colours; changeEvent() hears nothing of them
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override; ///< a session's file, a Python file
    void dropEvent(QDropEvent* event) override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace poolscope
