// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sessions of a window: saved, opened, and kept by themselves until they are saved; and runs as data for
// other programs. Files are read and written on a thread of their own, one after the other; what comes of
// it is told on the window's.

#include "ui/views/run_desk.h"

#include <QThreadPool>

namespace poolscope {

class SessionFiles final : public QObject {
    Q_OBJECT
public:
    explicit SessionFiles(RunDesk& desk, QObject* parent = nullptr);
    ~SessionFiles() override; ///< waits for what is being written

    /// Where runs are kept until they are saved; without it they are not.
    void autosaveIn(const QString& folder);
    void open(const QString& path);
    void save(const QString& path); ///< all runs that are over
    void keep(RunDesk::Entry& entry); ///< by itself, until it is saved
    /// A run that is over as data, in the format that the path's ending names.
    void exportRun(const RunDesk::Entry& entry, const QString& path);
    /// How many runs a program that has gone has left behind unsaved.
    int leftBehind() const;
    void openLeftBehind();

    QString path() const { return m_path; } ///< of the session, empty before it has one
    bool unsaved() const; ///< some run that can be kept is not saved
    bool busy() const { return m_waiting > 0; }

signals:
    void opened(const QString& path);
    void saved(const QString& path);
    void failed(const QString& what, const QString& sentence);
    void exported(const QString& path);
    void notExported(const QString& sentence);
    void changed(); ///< unsaved() or path() may be another

private:
    struct Opened;
    void inBackground(std::function<std::function<void()>()> work);
    void takeOpened(const QString& path, std::shared_ptr<Opened> opened);

    RunDesk& m_desk;
    QString m_path;
    std::optional<Autosave> m_autosave;
    QThreadPool m_thread; ///< of one thread
    int m_waiting = 0;
};

} // namespace poolscope
