// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A window on the real catalogue, driven as a person does it: by keys and fields.

#include "ui/views/views.h"

#include <QLabel>
#include <QLineEdit>

#include <memory>

namespace poolscope {

class WindowBench final {
public:
    WindowBench();
    ~WindowBench();

    MainWindow& window() { return *m_window; }
    void close(); ///< closes and destroys the window
    /// Picks a job, types parameters, presses F5.
    void run(const char* job, const std::map<QString, QString>& parameters);
    void type(const QString& field, const QString& text);
    QAction* command(const QString& text); ///< null where there is none of that text
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    bool waitUntilOver();
    bool waitUntilSomeAreDone();
    QString page() const;  ///< class name of the page in view
    QString strip() const; ///< what the strip tells, verdict or message
    QString refusalOf(const QString& field) const; ///< the sentence beside it, where one is shown

private:
    Catalogue m_catalogue;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace poolscope
