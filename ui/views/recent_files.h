// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The files that were opened or saved last, the last first; each once.

#include <QAbstractListModel>
#include <QStringList>

namespace poolscope {

class RecentFiles final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { PathRole = Qt::UserRole + 1, ThereRole }; ///< ThereRole: bool, it can still be found
    static constexpr qsizetype most = 10;

    explicit RecentFiles(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    void note(const QString& path);   ///< it was opened or saved just now
    void forget(const QString& path); ///< it could not be opened
    void clear();
    const QStringList& paths() const { return m_paths; } ///< absolute
    void setPaths(const QStringList& paths);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    void put(const QStringList& paths);

    QStringList m_paths;
};

} // namespace poolscope
