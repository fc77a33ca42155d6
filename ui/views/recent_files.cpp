// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/recent_files.h"

#include <QDir>
#include <QFileInfo>

namespace poolscope {

namespace {

QString absolute(const QString& path)
{
    return QDir::cleanPath(QFileInfo(path).absoluteFilePath());
}

} // namespace

void RecentFiles::put(const QStringList& paths)
{
    if (paths == m_paths) return;
    beginResetModel();
    m_paths = paths;
    endResetModel();
}

void RecentFiles::note(const QString& path)
{
    if (path.isEmpty()) return;
    QStringList paths = m_paths;
    paths.removeAll(absolute(path));
    paths.prepend(absolute(path));
    put(paths.mid(0, most));
}

void RecentFiles::forget(const QString& path)
{
    QStringList paths = m_paths;
    paths.removeAll(absolute(path));
    put(paths);
}

void RecentFiles::clear()
{
    put({});
}

void RecentFiles::setPaths(const QStringList& paths)
{
    QStringList known;
    for (const QString& path : paths) {
        if (!path.isEmpty() && !known.contains(absolute(path))) known += absolute(path);
    }
    put(known.mid(0, most));
}

int RecentFiles::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_paths.size());
}

QVariant RecentFiles::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_paths.size()) return {};
    const QString& path = m_paths[index.row()];
    switch (role) {
    case Qt::DisplayRole: return QFileInfo(path).fileName();
    case Qt::ToolTipRole:
    case PathRole: return path;
    case ThereRole: return QFileInfo::exists(path);
    default: return {};
    }
}

} // namespace poolscope
