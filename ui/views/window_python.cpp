// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A Python file that is opened: its functions become jobs, beside those of the catalogue.
#include "ui/views/window_parts.h"

#include <QFileInfo>
#include <QPushButton>

namespace poolscope {

void MainWindow::Parts::buildPython()
{
    QObject::connect(&python, &PythonBridge::opened, &window, [this](const QString& file, const QStringList& jobs) {
        recentFiles.note(file);
        panel->jobsAdded();
        panel->pick(jobs.front());
        const QString name = QFileInfo(file).fileName();
        notice->tellDone(tr("Opened:"), jobs.size() == 1 ? tr("%1. Its function is a job now.").arg(name)
                                                         : tr("%1. Its %2 functions are jobs now.").arg(name).arg(jobs.size()));
    });
    QObject::connect(&python, &PythonBridge::failed, &window,
                     [this](const QString& file, const QString& sentence, const QString& traceback) {
        notice->tell(tr("%1:").arg(QFileInfo(file).fileName()), spoken(sentence.toStdString()));
        notice->setToolTip(traceback);
        if (!QFileInfo::exists(file)) return;
        QObject::connect(notice->addAnswer(tr("Follow it as a program")), &QPushButton::clicked, &window,
                         [this, file] { traceProgram({QStringLiteral("python3"), file}); });
    });
}

void MainWindow::Parts::openPython(const QString& file)
{
    if (python.loading()) {
        notice->tell(tr("A Python file is being loaded."), tr("Wait until it is there."));
        return;
    }
    notice->setToolTip(QString());
    notice->tellDone(tr("Loading:"), tr("%1. What stands at its top level runs once.").arg(QFileInfo(file).fileName()));
    python.open(QFileInfo(file).absoluteFilePath());
}

void MainWindow::Parts::open(const QString& path)
{
    path.endsWith(QLatin1String(".py")) ? openPython(path) : files.open(path);
}

} // namespace poolscope
