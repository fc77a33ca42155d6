// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/commands.h"

#include "ui/views/icons.h"

#include <QWidget>

namespace poolscope {

Commands::Commands(QWidget* window) : QObject(window), m_window(window)
{
    addRunning();
    addRuns();
    addTimeline();
    addEdits();
    addBytes();
    addOutput();
    addWindow();
    addLook();
    themes = addChoice("theme", tr("Colours"), tr("Light, dark, or as the desktop is"),
                       {{tr("System colours"), "system"}, {tr("Light"), "light"}, {tr("Dark"), "dark"}});
    languages = addChoice("language", tr("Language"),
                          tr("The language of the window, from the next time on that it is opened"),
                          {{tr("System language"), "system"},
                           {QStringLiteral("English"), "en"},
                           {QStringLiteral("Deutsch"), "de"}});
    addWays();
}

/// How the items are handed out, and how they reach the workers.
void Commands::addWays()
{
    protocols = addChoice("bytes", tr("Pickle protocol"), tr("The pickle protocol that is written"),
                          {{tr("Protocol 5"), 5}, {tr("Protocol 4"), 4}, {tr("Protocol 3"), 3},
                           {tr("Protocol 2"), 2}});
    apis = addChoice("command", tr("Call"), tr("How the items are handed out"),
                     {{QStringLiteral("map"), "map"}, {QStringLiteral("imap"), "imap"},
                      {QStringLiteral("imap_unordered"), "imap_unordered"},
                      {QStringLiteral("apply"), "apply"},
                      {QStringLiteral("apply_async"), "apply_async"},
                      {QStringLiteral("starmap"), "starmap"}});
    startMethods = addChoice("options", tr("Start method"), tr("How worker processes are started"),
                             {{QStringLiteral("forkserver"), "forkserver"}, {QStringLiteral("spawn"), "spawn"}});
    transports = addChoice("options", tr("Transport"), tr("How bytes reach a worker process"),
                           {{tr("Shared memory (ring)"), "ring"}, {tr("Pipe"), "pipe"}});
    outOfBand = addChoice("options", tr("Out of band"),
                          tr("Whether large bytes travel beside the messages: with shared memory and protocol 5"),
                          {{tr("On"), true}, {tr("Off"), false}});
}

void Commands::addRunning()
{
    run = add("run", tr("Run"), {Qt::Key_F5}, tr("Run the job on the pool"));
    stop = add("stop", tr("Stop"), {Qt::SHIFT | Qt::Key_F5},
               tr("Stop the run and end its workers; what is finished is kept"));
    pause = add("pause", tr("View"), {Qt::Key_Space},
                tr("Hold the view still while the job goes on, and let it go again"));
    pause->setCheckable(true);
    inputFile = add("open", tr("Items from a file…"), {Qt::CTRL | Qt::Key_I},
                    tr("Take the items from a file, one JSON value a line"));
}

void Commands::addRuns()
{
    repeat = add("repeat", tr("Repeat the run"), {Qt::CTRL | Qt::Key_R},
                 tr("Run the job of the run in view again, in the same way"));
    compare = add("compare", tr("Compare"), {Qt::Key_C}, tr("Lay two runs side by side, and back"));
    sweep = add("sweep", tr("Sweep"), {Qt::CTRL | Qt::SHIFT | Qt::Key_W},
                tr("Run the job with 1, 2, 3 … workers or larger and larger chunks, and draw the curve"));
    breakEven = add("break_even", tr("Break-even map"), {Qt::CTRL | Qt::SHIFT | Qt::Key_B},
                    tr("Show for which work and bytes of an item a pool pays on this machine"));
    for (QAction* action : {compare, sweep, breakEven}) action->setCheckable(true);
}

void Commands::addTimeline()
{
    fit = add("fit", tr("Fit the run"), {Qt::Key_F}, tr("Show the whole run"));
    zoomIn = add("zoom_in", tr("Zoom in"), {Qt::Key_W}, tr("Show a shorter stretch of time"));
    zoomOut = add("zoom_out", tr("Zoom out"), {Qt::Key_S}, tr("Show a longer stretch of time"));
    panLeft = add("chevron_left", tr("Earlier"), {Qt::Key_A}, tr("Move the view to earlier times"));
    panRight = add("chevron_right", tr("Later"), {Qt::Key_D}, tr("Move the view to later times"));
    zoomToRange = add("range", tr("Zoom to the range"), {Qt::Key_R}, tr("Show the selected range of time only"));
    nextTask = add("chevron_down", tr("Next task"), {Qt::Key_Period}, tr("Select the next task of the lane"));
    previousTask = add("chevron_up", tr("Previous task"), {Qt::Key_Comma},
                       tr("Select the previous task of the lane"));
    clear = add("close", tr("Clear the selection"), {Qt::Key_Escape},
                tr("Let go of the selected task, then of the range"));
    clear->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_window->removeAction(clear); // only where it is added
}

void Commands::addEdits()
{
    note = add("note", tr("Note"), {Qt::Key_N},
               tr("Write a short note at the selected task, or at the middle of what is in view"));
    filterRange = add("filter", tr("Filter"), {Qt::CTRL | Qt::Key_F},
                      tr("Let all charts and lists count the selected range only; without one, count everything again"));
    undo = add("undo", tr("Undo"), {Qt::CTRL | Qt::Key_Z}, tr("Take the last change of filter or notes back"));
    redo = add("redo", tr("Redo"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Z}, tr("Do again what was taken back"));
}

void Commands::addBytes()
{
    bytes = add("bytes", tr("Bytes"), {Qt::Key_B}, tr("Show the messages of the selected task, byte by byte"));
    recordBytes = add("record", tr("Record bytes"), {Qt::CTRL | Qt::Key_B},
                      tr("Keep the messages of the next runs to be looked at: up to 64 MB of each, in the memory "
                         "of this window, saved nowhere"));
    recordBytes->setCheckable(true);
}

void Commands::addOutput()
{
    tables = add("table", tr("Show as table"), {Qt::CTRL | Qt::Key_T}, tr("Show what the charts show as tables"));
    copyCommand = add("command", tr("Copy as command"), {Qt::CTRL | Qt::SHIFT | Qt::Key_C},
                      tr("Copy the command line that does the same run in a terminal"));
    copyResults = add("copy", tr("Copy the results"), {Qt::CTRL | Qt::SHIFT | Qt::Key_R},
                      tr("Copy the values that are shown, one a line"));
    saveResults = add("save", tr("Save the results…"), {Qt::CTRL | Qt::ALT | Qt::Key_S},
                      tr("Write the values that are shown to a file, one a line"));
    open = add("open", tr("Open…"), {Qt::CTRL | Qt::Key_O}, tr("Open the runs of a session"));
    traceProgram = add("run", tr("Follow a Python program…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_O},
                       tr("Run it as it is, and see what its pools do"));
    save = add("save", tr("Save"), {Qt::CTRL | Qt::Key_S}, tr("Save all runs that are over to the session's file"));
    saveAs = add("save", tr("Save as…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_S}, tr("Save all runs that are over to another file"));
    clearRecent = add("close", tr("Clear the recent files"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Delete},
                      tr("Forget which files were opened and saved last; the files stay"));
    exportRun = add("export", tr("Export"), {Qt::CTRL | Qt::Key_E},
                    tr("Write the run to a file for others: a report, a picture, or its data"));
    copyPicture = add("picture", tr("Copy picture"), {Qt::CTRL | Qt::ALT | Qt::Key_C},
                      tr("Copy the chart that has the focus as a picture, or all charts where none has"));
}

void Commands::addWindow()
{
    jobPanel = add("layout", tr("Job panel"), {Qt::Key_F9}, tr("Show or hide the jobs and their parameters"));
    jobPanel->setCheckable(true);
    jobPanel->setChecked(true);
    restoreLayout = add("layout", tr("Restore layout"), {Qt::CTRL | Qt::SHIFT | Qt::Key_0},
                        tr("Put the panels back where they were at first"));
    fullScreen = add("full_screen", tr("Full screen"), {Qt::Key_F11}, tr("Fill the screen, and back"));
    fullScreen->setCheckable(true);
    presenter = add("presenter", tr("Presenter mode"), {Qt::Key_F8},
                    tr("Show the run in large type, without panels, and back"));
    presenter->setCheckable(true);
    palette = add("search", tr("Find a command"), {Qt::CTRL | Qt::SHIFT | Qt::Key_P},
                  tr("Find any command or job by some of its letters"));
    keys = add("keys", tr("Keys"), {Qt::Key_Question}, tr("Show what each key does"));
    quit = add("quit", tr("Quit"), {Qt::CTRL | Qt::Key_Q}, tr("End the workers and close the window"));
}

void Commands::addLook()
{
    larger = add("zoom_in", tr("Larger type"), {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal},
                 tr("Make all type larger"));
    smaller = add("zoom_out", tr("Smaller type"), {Qt::CTRL | Qt::Key_Minus}, tr("Make all type smaller"));
    usualSize = add("fit", tr("Usual type"), {Qt::CTRL | Qt::Key_0}, tr("Type in its usual size"));
    blackAndWhite = add("pattern", tr("Black and white"), {Qt::CTRL | Qt::SHIFT | Qt::Key_B},
                        tr("Patterns of ink in the place of the phases' colours, for paper and for every sight"));
    lessMotion = add("motion", tr("Reduced motion"), {Qt::CTRL | Qt::SHIFT | Qt::Key_M},
                     tr("Charts of a run that is under way move once a second, not all the time"));
    blackAndWhite->setCheckable(true);
    lessMotion->setCheckable(true);
}

QAction* Commands::add(const char* icon, const QString& text, const QList<QKeySequence>& shortcuts,
                       const QString& help)
{
    auto* action = new QAction(text, m_window);
    action->setProperty("drawing", QLatin1String(icon));
    action->setShortcuts(shortcuts);
    action->setStatusTip(help);
    action->setWhatsThis(help);
    action->setToolTip(tr("%1 (%2)").arg(help, shortcuts.first().toString(QKeySequence::NativeText)));
    m_window->addAction(action);
    m_all.append(action);
    return action;
}

QActionGroup* Commands::addChoice(const char* icon, const QString& what, const QString& help,
                                  const QList<QPair<QString, QVariant>>& choices)
{
    auto* group = new QActionGroup(m_window);
    group->setProperty("what", what);
    group->setProperty("drawing", QLatin1String(icon));
    m_choices.append(group);
    for (const auto& [text, value] : choices) {
        auto* action = group->addAction(text);
        action->setCheckable(true);
        action->setData(value);
        action->setStatusTip(help);
        action->setToolTip(help);
    }
    group->actions().constFirst()->setChecked(true);
    return group;
}

void Commands::allow(QAction* action, bool allowed, const QString& whyNot)
{
    action->setEnabled(allowed);
    action->setProperty("whyNot", whyNot);
}

void Commands::setRunPrimary(bool primary)
{
    m_runPrimary = primary;
    run->setIcon(themedIcon(QStringLiteral("run"), m_theme, primary));
}

void Commands::setTheme(const Theme& theme)
{
    m_theme = theme;
    for (QAction* action : m_all) action->setIcon(drawingOf(action));
    setRunPrimary(m_runPrimary);
}

QIcon Commands::drawingOf(const QAction* action) const
{
    const bool goesOn = action == pause && pause->isChecked();
    return themedIcon(goesOn ? QStringLiteral("run") : action->property("drawing").toString(), m_theme);
}

} // namespace poolscope
