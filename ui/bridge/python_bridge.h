// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Python files whose functions become jobs: loaded by an interpreter of their own, in the background.
// Part of the door of ui/bridge.

#include "core/python/python.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace poolscope {

class PythonBridge final : public QObject {
    Q_OBJECT
public:
    explicit PythonBridge(Catalogue& catalogue, QObject* parent = nullptr);
    ~PythonBridge() override; ///< a file that is being loaded is not waited for

    /// Loads the file and adds its functions to the catalogue. Only while none is being loaded.
    void open(const QString& file);
    bool loading() const;

signals:
    /// The names of its jobs, those that were there already among them.
    void opened(const QString& file, const QStringList& jobs);
    void failed(const QString& file, const QString& sentence, const QString& traceback);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace poolscope
