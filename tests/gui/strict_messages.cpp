// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/strict_messages.h"

#include <QMutex>

#include <cstdio>

namespace poolscope {

namespace {

struct Noted {
    QMutex mutex;
    QStringList messages;
};

Noted& noted() // a message handler has no other place to keep things
{
    static Noted one;
    return one;
}

void note(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    std::fprintf(stderr, "%s\n", qPrintable(text));
    const bool ofThePlatform = text.contains(QLatin1String("does not support propagateSizeHints"));
    if (type == QtDebugMsg || type == QtInfoMsg || ofThePlatform) return;
    const QMutexLocker lock(&noted().mutex);
    noted().messages += text;
}

} // namespace

StrictMessages::StrictMessages()
{
    qInstallMessageHandler(note);
}

StrictMessages::~StrictMessages()
{
    qInstallMessageHandler(nullptr);
}

QStringList StrictMessages::take()
{
    const QMutexLocker lock(&noted().mutex);
    return std::exchange(noted().messages, {});
}

} // namespace poolscope
