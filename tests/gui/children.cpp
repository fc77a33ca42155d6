// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/children.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

namespace poolscope {

QList<int> childProcesses()
{
    QList<int> found;
    for (const QString& name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        bool isProcess = false;
        const int pid = name.toInt(&isProcess);
        QFile file(QStringLiteral("/proc/%1/stat").arg(name));
        if (!isProcess || !file.open(QIODevice::ReadOnly)) continue;
        const QByteArray stat = file.readAll();
        const QList<QByteArray> words = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
        if (words.value(1).toInt() == ::getpid()) {
            found += pid;
        }
    }
    return found;
}

} // namespace poolscope
