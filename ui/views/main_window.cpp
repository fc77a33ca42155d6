// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/window_parts.h"

#include "ui/views/icons.h"
#include "ui/views/state_text.h"

#include <QCloseEvent>

namespace poolscope {

MainWindow::MainWindow(Catalogue& catalogue, std::shared_ptr<LaneStarter> threads, QWidget* parent)
    : QMainWindow(parent), m_parts(std::make_unique<Parts>(*this, catalogue, std::move(threads)))
{
    m_parts->buildTop();
    m_parts->buildDock();
    m_parts->buildCentre();
    m_parts->buildMenu();
    m_parts->connectCommands();
    m_parts->connectRuns();
    m_parts->applyTheme();
    m_parts->showRun();
    m_parts->panel->focusJobs();
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    resize(1280, 772);
    setAnimated(false); // panels come and go at once
    setMinimumSize(1024, 680); // below it charts would be cut
}

MainWindow::~MainWindow()
{
    m_parts->queue.disconnect();
    m_parts->desk.disconnect(); // the parts that listen go before the runs do
}

void MainWindow::rememberLayout()
{
    m_parts->remembers = true;
    m_parts->restore();
    m_parts->autosave();
}

void MainWindow::prepareDemo()
{
    const RunRequest demo = demoRequest();
    m_parts->showRequest(demo);
    m_parts->demoReady = true;
}

void MainWindow::open(const QString& path)
{
    m_parts->open(path);
}

void MainWindow::save(const QString& path)
{
    m_parts->files.save(path);
}

bool MainWindow::busyWithFiles() const
{
    return m_parts->files.busy();
}

void MainWindow::runDemo()
{
    launch(demoRequest());
}

void MainWindow::launch(const RunRequest& request)
{
    m_parts->showRequest(request);
    m_parts->launch(request);
}

void MainWindow::trace(const QStringList& command)
{
    m_parts->traceProgram(command);
}

void MainWindow::exportTo(const QString& file)
{
    m_parts->exportTo(file);
}

void MainWindow::showTask(std::optional<std::uint64_t> item)
{
    if (item) m_parts->openDetail(*item);
    else m_parts->wantDetail(true);
}

void MainWindow::showBytes(std::uint64_t item)
{
    m_parts->showBytes(item);
}

void MainWindow::stop()
{
    m_parts->desk.stop();
    m_parts->queue.stop();
    m_parts->tracer.interrupt();
}

bool MainWindow::running() const
{
    return m_parts->desk.running() || m_parts->queue.running() || m_parts->tracer.running();
}

RunState MainWindow::state() const
{
    const auto* entry = m_parts->desk.inView();
    return entry == nullptr ? RunState::FirstStart : entry->run->state();
}

const RunModel* MainWindow::run() const
{
    const auto* entry = m_parts->desk.inView();
    return entry == nullptr ? nullptr : entry->run.get();
}

void MainWindow::chooseTheme(const QString& theme)
{
    m_parts->themeChoice = theme;
    for (QAction* action : m_parts->commands.themes->actions()) {
        action->setChecked(action->data().toString() == theme);
    }
    m_parts->applyTheme();
}

void MainWindow::showInBlackAndWhite(bool patterns)
{
    m_parts->commands.blackAndWhite->setChecked(patterns);
    m_parts->applyTheme();
}

void MainWindow::present(bool on)
{
    m_parts->present(on);
}

void MainWindow::showEvidence()
{
    m_parts->charts->lanes().showEvidence();
}

void MainWindow::showTables()
{
    m_parts->tables->open(2);
}

void MainWindow::openPalette(const QString& typed)
{
    m_parts->openPalette();
    m_parts->palette->type(typed);
}

QString MainWindow::inlineMessage() const
{
    return m_parts->notice->isHidden() ? QString() : m_parts->notice->text();
}

QString MainWindow::stripText() const
{
    if (!m_parts->compareStrip->isHidden()) return m_parts->compareStrip->sentence();
    return m_parts->verdict->isHidden() ? QString() : m_parts->verdict->sentence();
}

QString MainWindow::alertText() const
{
    if (run() == nullptr) return {};
    const Sentence alert = alertOf(*run());
    return alert.strong + alert.detail;
}

int MainWindow::shownValues() const
{
    const auto* entry = m_parts->desk.inView();
    return entry == nullptr ? 0 : entry->results->rowCount();
}

QString MainWindow::taskText() const
{
    return m_parts->detailDock->isVisible() ? m_parts->detail->text() : QString();
}

QString MainWindow::bytesText() const
{
    return m_parts->inBytes ? m_parts->bytes->text() : QString();
}

void MainWindow::holdView(bool hold) { m_parts->holdView(hold); }

bool MainWindow::viewHeld() const
{
    return m_parts->charts->range().frozen();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_parts->present(false);
    if (m_parts->inBytes) m_parts->leaveBytes(); // the panels are kept as they are beside the charts
    m_parts->placeDetail(false); // and the jobs are where they were
    if (m_parts->remembers) {
        m_parts->save();
    }
    m_parts->next.reset();
    stop();
    event->accept();
}

bool MainWindow::event(QEvent* event)
{
    const bool known = QMainWindow::event(event);
    const bool colours = event->type() == QEvent::PaletteChange
        || event->type() == QEvent::ApplicationPaletteChange;
    if (colours && m_parts && m_parts->pages != nullptr && m_parts->wantsDark() != m_parts->theme.dark) {
        m_parts->applyTheme();
    }
    return known;
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_parts->tools->acceptAll(); // its note lies over the window and would stay behind
}

} // namespace poolscope
