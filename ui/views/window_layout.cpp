// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/window_parts.h"

#include <QApplication>
#include <QLabel>
#include <QVBoxLayout>

namespace poolscope {

MainWindow::Parts::Parts(MainWindow& owner, Catalogue& catalogue, std::shared_ptr<LaneStarter> threads)
    : window(owner), desk(catalogue, threads), python(catalogue), queue(catalogue, threads), commands(&owner), theme(Theme::lightTheme()),
      files(desk), recent(new QMenu(&owner)), style(new LookStyle), more(new QMenu(&owner))
{
    QApplication::setStyle(style); // which owns it
    installChartAccessibility();
    panel = new JobPanel(catalogue, desk.runs());
    detail = new DetailPanel(catalogue);
    new KeyboardFocus(&owner);
}

/// Takes the place of the menu bar, so that it lies over the whole width, above the dock.
void MainWindow::Parts::buildTop()
{
    auto* top = new QWidget;
    auto* column = new QVBoxLayout(top);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tools = new ToolStrip(commands, more));
    column->addWidget(newLine(Qt::Horizontal));
    column->addWidget(verdict = new VerdictStrip);
    column->addWidget(compareStrip = new CompareStrip);
    column->addWidget(verdictLine = newLine(Qt::Horizontal));
    window.setMenuWidget(top);
}

void MainWindow::Parts::buildDock()
{
    dock = new QDockWidget(tr("Job"), &window);
    dock->setObjectName(QStringLiteral("jobDock"));
    dock->setTitleBarWidget(new QWidget(dock)); // none: it has headings of its own
    dock->setFeatures(QDockWidget::DockWidgetClosable);
    dock->setAllowedAreas(Qt::LeftDockWidgetArea);
    dock->setWidget(panel);
    window.addDockWidget(Qt::LeftDockWidgetArea, dock);
    QObject::connect(panel, &JobPanel::jobPicked, &window, [this] { jobChanged(); });
    QObject::connect(&panel->form(), &ParametersForm::changed, &window, [this] { demoReady = false; });
    QObject::connect(&panel->options(), &RunOptions::changed, &window, [this] { showCommands(); });
    QObject::connect(panel, &JobPanel::runWanted, &window, [this] { runFields(); });
    QObject::connect(panel, &JobPanel::runPicked, &window,
                     [this](const QModelIndex& index) {
                         comparing() ? desk.runs().toggleCompared(index) : desk.runs().setCurrent(index);
                     });
}

void MainWindow::Parts::buildCentre()
{
    auto* centre = new QWidget;
    centre->setObjectName(QStringLiteral("page"));
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* box = new QHBoxLayout;
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(notice = new NoticeBar);
    column->addLayout(box);
    column->addWidget(pages = new QStackedWidget, 1);
    pages->setObjectName(QStringLiteral("pages"));
    pages->addWidget(first = new FirstStartPage);
    pages->addWidget(charts = new ChartsPage(commands));
    pages->addWidget(cannot = new CannotPicklePage);
    pages->addWidget(blank = new QLabel);
    pages->addWidget(presenter = new Presenter);
    setLook(blank, "soft");
    blank->setAlignment(Qt::AlignCenter);
    window.setCentralWidget(centre);
    connectPages();
    keys = new KeysPopup(commands.all(), &window);
    palette = new CommandPalette(&window);
    buildTables();
    buildBytes();
    buildAside();
    buildFiles();
    buildTrace();
    buildPython();
    buildDetail();
}

void MainWindow::Parts::connectPages()
{
    QObject::connect(first, &FirstStartPage::runWanted, &window,
                     [this](const RunRequest& request) { window.launch(request); });
    QObject::connect(first, &FirstStartPage::openWanted, &window, [this] { chooseSession(); });
    QObject::connect(cannot, &CannotPicklePage::cureWanted, &window, [this](const QString& job) { runCure(job); });
    QObject::connect(verdict, &VerdictStrip::phaseChanged, charts,
                     [this](std::optional<Phase> phase) { charts->edits().filterForPhase(phase); });
    QObject::connect(&charts->edits().filter(), &RunFilter::changed, verdict,
                     [this] {
                         verdict->setPhase(charts->edits().filter().now().phase);
                         presenter->setFilter(charts->edits().filter().now().phase);
                     });
    QObject::connect(verdict, &VerdictStrip::showMeClicked, charts, [this] { charts->lanes().showEvidence(); });
    QObject::connect(presenter, &Presenter::closeWanted, &window, [this] { present(false); });
    QObject::connect(&charts->range(), &TimeRange::liveChanged, &window, [this] { showCommands(); });
    QObject::connect(&charts->range(), &TimeRange::selectionChanged, &window, [this] { showCommands(); });
    QObject::connect(charts, &ChartsPage::editsChanged, &window, [this] { showCommands(); });
    verdict->setRange(&charts->range());
    presenter->setRange(&charts->range());
}

void MainWindow::Parts::buildMenu()
{
    const auto submenu = [this](QActionGroup* group) {
        QMenu* menu = more->addMenu(group->property("what").toString());
        menu->addActions(group->actions());
        return menu;
    };
    more->setToolTipsVisible(true);
    more->addAction(commands.palette);
    more->addSeparator();
    more->addActions({commands.fit, commands.zoomIn, commands.zoomOut, commands.zoomToRange});
    more->addSeparator();
    more->addActions({commands.repeat, commands.compare, commands.sweep, commands.breakEven});
    more->addSeparator();
    more->addActions({commands.note, commands.filterRange, commands.undo, commands.redo});
    more->addSeparator();
    more->addActions({commands.bytes, commands.recordBytes});
    more->addSeparator();
    more->addActions({commands.tables, commands.copyCommand, commands.copyResults, commands.saveResults});
    more->addActions({commands.exportRun, commands.copyPicture});
    addFilesTo(*more);
    more->addSeparator();
    submenu(commands.apis);
    submenu(commands.protocols);
    submenu(commands.startMethods);
    submenu(commands.transports);
    submenu(commands.outOfBand);
    more->addAction(commands.inputFile);
    more->addSeparator();
    QMenu* colours = submenu(commands.themes);
    colours->addSeparator();
    colours->addAction(commands.blackAndWhite);
    submenu(commands.languages)->setToolTipsVisible(true);
    more->addAction(commands.lessMotion);
    more->addActions({commands.jobPanel, commands.restoreLayout, commands.fullScreen, commands.presenter});
    more->addActions({commands.larger, commands.smaller, commands.usualSize});
    more->addSeparator();
    more->addActions({commands.keys, commands.quit});
}

void MainWindow::Parts::connectCommands()
{
    const auto on = [this](QAction* action, auto what) {
        QObject::connect(action, &QAction::triggered, &window, what);
    };
    on(commands.run, [this] { runFields(); });
    on(commands.stop, [this] { desk.running() ? desk.stop() : tracer.interrupt(); });
    on(commands.inputFile, [this] { chooseInputFile(); });
    on(commands.pause, [this](bool hold) { holdView(hold); });
    on(commands.copyCommand, [this] { copyCommand(); });
    on(commands.copyResults, [this] { copyResults(); });
    on(commands.saveResults, [this] { saveResults(); });
    on(commands.exportRun, [this] { exportRun(); });
    on(commands.copyPicture, [this] { copyPicture(); });
    on(commands.jobPanel, [this](bool shown) { dock->setVisible(shown); });
    on(commands.restoreLayout, [this] { resetLayout(); });
    on(commands.fullScreen, [this](bool full) { full ? window.showFullScreen() : window.showNormal(); });
    on(commands.presenter, [this](bool presented) { present(presented); });
    on(commands.larger, [this] { scaleType(1.1); });
    on(commands.smaller, [this] { scaleType(1 / 1.1); });
    on(commands.usualSize, [this] { scaleType(1 / scale); });
    on(commands.tables, [this] { toggleTables(); });
    on(commands.blackAndWhite, [this] { applyTheme(); });
    on(commands.lessMotion, [this](bool reduced) { reduceMotion(reduced); });
    on(commands.palette, [this] { openPalette(); });
    on(commands.keys, [this] { keys->toggle(); });
    on(commands.quit, [this] { window.close(); });
    for (const QActionGroup* group : commands.choices()) {
        QObject::connect(group, &QActionGroup::triggered, &window, [this] { showCommands(); });
    }
    QObject::connect(commands.themes, &QActionGroup::triggered, &window,
                     [this](QAction* action) { window.chooseTheme(action->data().toString()); });
}

void MainWindow::Parts::connectRuns()
{
    QObject::connect(&desk, &RunDesk::ticked, &window, [this] {
        showState();
        if (inBytes) bytes->refresh();
    });
    QObject::connect(&desk, &RunDesk::viewChanged, &window, [this] { showRun(); });
    QObject::connect(&desk, &RunDesk::ended, &window, [this](bool inView) { ended(inView); });
}

} // namespace poolscope
