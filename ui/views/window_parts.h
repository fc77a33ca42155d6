// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the window is made of and how its parts work together; private to the window.

#include "ui/views/break_even_page.h"
#include "ui/views/bytes_page.h"
#include "ui/views/cannot_pickle_page.h"
#include "ui/views/charts_page.h"
#include "ui/views/command_palette.h"
#include "ui/views/commands.h"
#include "ui/views/compare_page.h"
#include "ui/views/detail_panel.h"
#include "ui/views/first_start_page.h"
#include "ui/views/job_panel.h"
#include "ui/views/keys_popup.h"
#include "ui/views/look.h"
#include "ui/views/main_window.h"
#include "ui/views/notice_bar.h"
#include "ui/views/recent_files.h"
#include "ui/views/run_desk.h"
#include "ui/views/run_queue.h"
#include "ui/views/session_files.h"
#include "ui/views/sweep_page.h"
#include "ui/views/table_panel.h"
#include "ui/views/tool_strip.h"

#include <QDockWidget>
#include <QMenu>
#include <QStackedWidget>

#include <optional>

namespace poolscope {

struct MainWindow::Parts {
    Parts(MainWindow& owner, Catalogue& catalogue, std::shared_ptr<LaneStarter> threads);

    // building (window_layout.cpp)
    void buildTop();
    void buildDock();
    void buildCentre();
    void connectPages();
    void buildMenu();
    void connectCommands();
    void connectRuns();

    // running (window_runs.cpp)
    Result<RunRequest> requested() const; ///< as the fields say
    void showRequest(const RunRequest& request);
    void chooseInputFile();
    void runFields();
    void launch(const RunRequest& request);
    void runCure(const QString& job);
    void askToStop(const RunRequest& request);
    void refuse(const Error& error);
    void jobChanged();
    void ended(bool inView);
    void holdView(bool hold);

    // bytes (window_bytes.cpp)
    void buildBytes();
    void showBytes(std::uint64_t item);
    void leaveBytes(); ///< back to the run
    void followLanes(RowRef row);
    void layOutNow();
    void recordAndRun(const RunRequest& request);

    // the task that is looked at (window_detail.cpp)
    void buildDetail();
    void wantDetail(bool wanted);
    void openDetail(std::uint64_t item);
    void followDetail(RowRef row);
    void placeDetail(bool shown);

    // pages in the place of the run (window_aside.cpp)
    void buildAside();
    void showAside(QWidget* page); ///< null: back to the run
    void showRunCommands();
    void repeatRun();
    QString asideTitle() const;
    bool comparing() const { return aside != nullptr && aside == compare; }

    // runs one after the other (window_sweeps.cpp)
    void buildSweeps();
    bool refuseWhileBusy();
    void startSweep();
    void startCheck(const MapPlace& place);
    void queued(std::size_t which, const Summary& summary);
    void queueEnded(const QString& why);
    void showMap();

    // showing (window_state.cpp)
    void showRun();   ///< another run is in view
    void showState(); ///< the one in view has new facts
    void showPage();
    bool chartsInView() const; ///< the charts or the presenter
    void showStrip();
    void showCommands();
    void allowOptions();
    void allowTimeline();
    void copyCommand();
    void copyResults();
    void saveResults();

    // a program that is followed (window_trace.cpp)
    void buildTrace();
    void chooseProgram();
    void traceProgram(const QStringList& command);
    void followProgram(TraceTick& tick);
    void addTraced(const TraceTick::Pool& pool);
    void programEnded(const TraceTick& tick);

    // a Python file whose functions are jobs (window_python.cpp)
    void buildPython();
    void openPython(const QString& file);
    void open(const QString& path); ///< a session, or a Python file

    // the session (window_files.cpp)
    void buildFiles();
    void addFilesTo(QMenu& menu);
    void fillRecent();
    void chooseSession();
    void saveSession();
    void saveSessionAs();
    void autosave();
    void showFileCommands();

    // handing on (window_export.cpp)
    void exportRun();
    void exportTo(const QString& file);
    void exported(const QString& file);
    void notExported(const QString& sentence);
    void copyPicture();

    // every command (window_palette.cpp)
    void openPalette();
    PaletteEntry jobEntry(const QModelIndex& index);

    // tables of the charts (window_tables.cpp)
    void buildTables();
    TablePanel::Sources chartTables() const;
    TablePanel::Sources asideTables() const;
    ChartTable selectedTaskTable() const;
    void showTables();
    void toggleTables();

    // presenter mode (window_presenter.cpp)
    void present(bool on);
    void showPresenter(); ///< what is in view, while it is presented

    // look (window_look.cpp)
    void applyTheme();
    bool wantsDark() const;
    void scaleType(double factor);
    void reduceMotion(bool reduced);
    void save() const;
    void restore();
    void resetLayout();

    MainWindow& window;
    RunDesk desk;
    PythonBridge python;
    TraceBridge tracer;
    std::vector<RunDesk::Entry*> traced; ///< pools of the program that is, or was last, followed
    QString tracedCommand;
    RunQueue queue; ///< sweeps and checks
    Commands commands;
    Theme theme;
    double scale = 1;
    RecentFiles recentFiles;
    SessionFiles files;
    QMenu* recent;
    QString themeChoice = QStringLiteral("system");
    bool remembers = false;
    bool demoReady = false;
    std::optional<RunRequest> next; ///< to be run once the one under way has stopped
    std::optional<std::uint64_t> bytesNext; ///< the task whose bytes are shown when the run is over
    RunState shownState = RunState::FirstStart;
    bool detailWanted = false; ///< a selected task is told in full
    bool inBytes = false; ///< the Bytes view stands in the place of the run
    bool presenting = false;
    QList<QDockWidget*> putAway; ///< while it is presented

    LookStyle* style;
    QMenu* more;
    ToolStrip* tools = nullptr;
    VerdictStrip* verdict = nullptr;
    QWidget* verdictLine = nullptr;
    QDockWidget* dock = nullptr;
    JobPanel* panel = nullptr;
    QDockWidget* detailDock = nullptr;
    DetailPanel* detail = nullptr;
    NoticeBar* notice = nullptr;
    QStackedWidget* pages = nullptr;
    FirstStartPage* first = nullptr;
    ChartsPage* charts = nullptr;
    CannotPicklePage* cannot = nullptr;
    BytesPage* bytes = nullptr;
    Presenter* presenter = nullptr;
    CompareStrip* compareStrip = nullptr;
    ComparePage* compare = nullptr;
    SweepPage* sweep = nullptr;
    BreakEvenPage* breakEven = nullptr;
    std::vector<std::size_t> sweepPoints; ///< of each run of the queue, its point
    std::optional<RunRequest> mapped;     ///< of the run that the break-even map is of
    bool sweeping = false;                ///< the queue runs a sweep, else a check
    QWidget* aside = nullptr; ///< the page that stands in the place of the run; null where none does
    QLabel* blank = nullptr; ///< nothing to draw yet
    KeysPopup* keys = nullptr;
    CommandPalette* palette = nullptr;
    TablePanel* tables = nullptr;
};

} // namespace poolscope
