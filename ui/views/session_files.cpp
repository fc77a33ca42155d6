// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/session_files.h"

#include <QFileInfo>
#include <QFutureWatcher>
#include <QtConcurrent>

namespace poolscope {

namespace {

constexpr std::size_t mostLeftBehind = 8;

QString sentenceOf(const Error& error) { return spoken(error.text); }

} // namespace

/// What a file held, or why it could not be read.
struct SessionFiles::Opened {
    RunDesk::Entries entries;
    std::vector<std::string> leftBehind; ///< the files they come from, where these are nobody's any more
    std::optional<Error> error;

    void read(const std::string& path, QThread* thread)
    {
        const Result<Session> session = openSession(path);
        if (!session) {
            error = session.error();
            return;
        }
        for (const RecordedRun& run : session->runs) entries.push_back(RunDesk::restore(run, thread));
    }
};

SessionFiles::SessionFiles(RunDesk& desk, QObject* parent) : QObject(parent), m_desk(desk)
{
    m_thread.setMaxThreadCount(1);
}

SessionFiles::~SessionFiles() { m_thread.waitForDone(); }

void SessionFiles::autosaveIn(const QString& folder)
{
    m_autosave.emplace(folder.toStdString(), mostLeftBehind);
}

/// Does the work on the thread for files, and what it returns on this one.
void SessionFiles::inBackground(std::function<std::function<void()>()> work)
{
    ++m_waiting;
    auto* watcher = new QFutureWatcher<std::function<void()>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        --m_waiting;
        watcher->deleteLater();
        watcher->result()();
        emit changed();
    });
    watcher->setFuture(QtConcurrent::run(&m_thread, std::move(work)));
}

void SessionFiles::open(const QString& path)
{
    QThread* const here = thread();
    inBackground([this, path, here]() -> std::function<void()> {
        auto opened = std::make_shared<Opened>();
        opened->read(path.toStdString(), here);
        return [this, path, opened] { takeOpened(path, opened); };
    });
}

void SessionFiles::takeOpened(const QString& path, std::shared_ptr<Opened> opened)
{
    if (opened->error) {
        emit failed(path, sentenceOf(*opened->error));
        return;
    }
    const bool only = m_desk.entries().empty();
    m_desk.add(std::move(opened->entries));
    if (only) m_path = path; // else its runs have come to those that were there
    emit this->opened(path);
}

int SessionFiles::leftBehind() const
{
    return m_autosave ? static_cast<int>(m_autosave->leftBehind().size()) : 0;
}

void SessionFiles::openLeftBehind()
{
    if (!m_autosave) return;
    QThread* const here = thread();
    inBackground([this, here, autosave = *m_autosave]() -> std::function<void()> {
        auto opened = std::make_shared<Opened>();
        auto files = autosave.leftBehind();
        std::reverse(files.begin(), files.end()); // the oldest first
        for (const Autosave::Kept& file : files) {
            const std::size_t before = opened->entries.size();
            opened->read(file.path, here);
            for (std::size_t i = before; i < opened->entries.size(); ++i) {
                opened->entries[i]->kept = false;
                opened->entries[i]->autosaved = file.path;
            }
        }
        return [this, opened] {
            m_desk.add(std::move(opened->entries));
            if (opened->error) emit failed(tr("A run that was left behind"), sentenceOf(*opened->error));
        };
    });
}

void SessionFiles::save(const QString& path)
{
    auto runs = std::make_shared<std::vector<RecordedRun>>();
    std::vector<RunDesk::Entry*> entries;
    for (const auto& entry : m_desk.entries()) {
        if (!RunDesk::canBeKept(*entry)) continue;
        runs->push_back(RunDesk::record(*entry));
        entries.push_back(entry.get());
    }
    inBackground([this, path, runs, entries, autosave = m_autosave]() -> std::function<void()> {
        std::vector<const RecordedRun*> each;
        for (const RecordedRun& run : *runs) each.push_back(&run);
        const auto written = saveRuns(path.toStdString(), each);
        if (!written) return [this, path, error = written.error()] { emit failed(path, sentenceOf(error)); };
        return [this, path, entries, autosave] {
            for (RunDesk::Entry* entry : entries) {
                entry->kept = true;
                if (autosave && !entry->autosaved.empty()) autosave->forget(std::exchange(entry->autosaved, {}));
            }
            m_path = path;
            emit saved(path);
        };
    });
}

void SessionFiles::keep(RunDesk::Entry& entry)
{
    if (!m_autosave || !RunDesk::canBeKept(entry)) return;
    auto run = std::make_shared<RecordedRun>(RunDesk::record(entry));
    inBackground([this, run, kept = &entry, autosave = *m_autosave]() -> std::function<void()> {
        const auto path = autosave.keep(*run);
        if (!path) return [this, error = path.error()] { emit failed(tr("The run"), sentenceOf(error)); };
        return [kept, path = *path] { kept->autosaved = path; };
    });
}

void SessionFiles::exportRun(const RunDesk::Entry& entry, const QString& path)
{
    auto run = std::make_shared<RecordedRun>(RunDesk::record(entry));
    inBackground([this, run, path]() -> std::function<void()> {
        const auto written = exportData(*run, path.toStdString());
        if (!written)
            return [this, error = written.error()] { emit notExported(sentenceOf(error)); };
        return [this, path] { emit exported(path); };
    });
}

bool SessionFiles::unsaved() const
{
    const auto& all = m_desk.entries();
    return std::any_of(all.begin(), all.end(),
                       [](const auto& entry) { return !entry->kept && RunDesk::canBeKept(*entry); });
}

} // namespace poolscope
