// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/python_bridge.h"

#include <QFutureWatcher>
#include <QtConcurrent>

#include <atomic>

namespace poolscope {

namespace {

using Loaded = std::shared_ptr<Result<PythonFile>>;

} // namespace

struct PythonBridge::State {
    explicit State(Catalogue& known) : catalogue(known) {}

    Catalogue& catalogue;
    const PythonPlace place = pythonPlace();
    std::string file;
    std::atomic<bool> cancelled{false};
    QFutureWatcher<Loaded> watcher;
};

PythonBridge::PythonBridge(Catalogue& catalogue, QObject* parent)
    : QObject(parent), m_state(std::make_unique<State>(catalogue))
{
    connect(&m_state->watcher, &QFutureWatcher<Loaded>::finished, this, [this] {
        const Loaded loaded = m_state->watcher.result();
        const QString file = QString::fromStdString(m_state->file);
        const auto names = *loaded ? addJobsOf(m_state->catalogue, m_state->file, **loaded, m_state->place)
                                   : Result<std::vector<std::string>>(loaded->error());
        if (!names) {
            emit failed(file, QString::fromStdString(names.error().text), QString::fromStdString(names.error().where));
            return;
        }
        QStringList jobs;
        for (const std::string& name : *names) jobs << QString::fromStdString(name);
        emit opened(file, jobs);
    });
}

PythonBridge::~PythonBridge()
{
    m_state->cancelled = true;
    m_state->watcher.disconnect();
    m_state->watcher.waitForFinished();
}

void PythonBridge::open(const QString& file)
{
    Q_ASSERT(!loading());
    m_state->file = file.toLocal8Bit().toStdString();
    m_state->watcher.setFuture(QtConcurrent::run([state = m_state.get()] {
        return std::make_shared<Result<PythonFile>>(readPythonFile(state->file, state->place, &state->cancelled));
    }));
}

bool PythonBridge::loading() const { return m_state->watcher.isRunning(); }

} // namespace poolscope
