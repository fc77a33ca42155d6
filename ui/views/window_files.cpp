// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The session of the window: opened, saved, and taken back after a program that has gone.
#include "ui/views/window_parts.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QUrl>

namespace poolscope {

namespace {

QString sessionFilter() { return MainWindow::tr("Poolscope sessions (*.poolscope);;All files (*)"); }

QString openFilter() { return MainWindow::tr("Sessions and Python files (*.poolscope *.py);;All files (*)"); }

QString shownPath(const QString& path) { return QDir::toNativeSeparators(path); }

/// The one session or Python file that is dragged; empty where it is something else.
QString sessionIn(const QMimeData& dragged)
{
    const QList<QUrl> urls = dragged.urls();
    const QString path = urls.size() == 1 ? urls.front().toLocalFile() : QString();
    const bool known = path.endsWith(QLatin1String(".poolscope")) || path.endsWith(QLatin1String(".py"));
    return known ? path : QString();
}

} // namespace

void MainWindow::Parts::buildFiles()
{
    QObject::connect(&files, &SessionFiles::opened, &window, [this](const QString& path) {
        recentFiles.note(path);
        notice->tellDone(tr("Opened:"), shownPath(path));
        if (panel->job() == nullptr && desk.inView() != nullptr) showRequest(desk.inView()->request);
    });
    QObject::connect(&files, &SessionFiles::saved, &window, [this](const QString& path) {
        recentFiles.note(path);
        notice->tellDone(tr("Saved:"), shownPath(path));
    });
    QObject::connect(&files, &SessionFiles::failed, &window, [this](const QString& what, const QString& sentence) {
        if (!QFileInfo::exists(what)) recentFiles.forget(what);
        notice->tell(tr("%1:").arg(QFileInfo(what).fileName()), sentence);
    });
    QObject::connect(&files, &SessionFiles::exported, &window,
                     [this](const QString& path) { exported(path); });
    QObject::connect(&files, &SessionFiles::notExported, &window,
                     [this](const QString& sentence) { notExported(sentence); });
    QObject::connect(&files, &SessionFiles::changed, &window, [this] { showState(); });
    QObject::connect(commands.open, &QAction::triggered, &window, [this] { chooseSession(); });
    QObject::connect(commands.save, &QAction::triggered, &window, [this] { saveSession(); });
    QObject::connect(commands.saveAs, &QAction::triggered, &window, [this] { saveSessionAs(); });
    QObject::connect(commands.clearRecent, &QAction::triggered, &window, [this] { recentFiles.clear(); });
    recent->setTitle(tr("Open recent"));
    recent->setToolTipsVisible(true);
    QObject::connect(recent, &QMenu::aboutToShow, &window, [this] { fillRecent(); });
}

void MainWindow::Parts::addFilesTo(QMenu& menu)
{
    menu.addSeparator();
    menu.addActions({commands.open, commands.traceProgram});
    menu.addMenu(recent);
    menu.addActions({commands.save, commands.saveAs});
}

void MainWindow::Parts::fillRecent()
{
    recent->clear();
    for (const QString& path : recentFiles.paths()) {
        QAction* const file = recent->addAction(QFileInfo(path).fileName(), &window, [this, path] { open(path); });
        file->setToolTip(shownPath(path));
        file->setEnabled(QFileInfo::exists(path));
    }
    if (recent->isEmpty()) recent->addAction(tr("None yet"))->setEnabled(false);
    recent->addSeparator();
    recent->addAction(commands.clearRecent);
}

void MainWindow::Parts::chooseSession()
{
    auto* const dialog = new QFileDialog(&window, tr("Open a session or a Python file"), QString(), openFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, &window,
                     [this](const QString& path) { open(path); });
    dialog->open();
}

void MainWindow::Parts::saveSession()
{
    if (files.path().isEmpty()) saveSessionAs();
    else files.save(files.path());
}

void MainWindow::Parts::saveSessionAs()
{
    const QString before = files.path().isEmpty() ? QStringLiteral("runs.poolscope") : files.path();
    QString path = QFileDialog::getSaveFileName(&window, tr("Save the session"), before, sessionFilter());
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty()) path += QStringLiteral(".poolscope");
    files.save(path);
}

/// Only the program itself keeps runs by itself: where it keeps its settings, too.
void MainWindow::Parts::autosave()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    if (data.isEmpty()) return;
    files.autosaveIn(data + QStringLiteral("/unsaved"));
    const int left = files.leftBehind();
    if (left == 0) return;
    notice->tell(tr("Poolscope ended before %n run(s) were saved.", nullptr, left), tr("They are still there.", nullptr, left));
    QObject::connect(notice->addAnswer(tr("Open them", nullptr, left)), &QPushButton::clicked, &window, [this] {
        notice->clear();
        files.openLeftBehind();
    });
    QObject::connect(notice->addAnswer(tr("Not now")), &QPushButton::clicked, notice, &NoticeBar::clear);
}

void MainWindow::Parts::showFileCommands()
{
    const auto& all = desk.entries();
    const bool any = std::any_of(all.begin(), all.end(), [](const auto& entry) { return RunDesk::canBeKept(*entry); });
    Commands::allow(commands.save, any, tr("There is no finished run yet"));
    Commands::allow(commands.saveAs, any, tr("There is no finished run yet"));
    if (desk.inView() != nullptr) window.setWindowModified(files.unsaved()); // before, the title has no place for it
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!sessionIn(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString path = sessionIn(*event->mimeData());
    if (path.isEmpty()) return;
    event->acceptProposedAction();
    open(path);
}

} // namespace poolscope
