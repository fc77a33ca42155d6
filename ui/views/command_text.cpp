// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/command_text.h"

#include <QRegularExpression>
#include <QStringList>

namespace poolscope {

namespace {

QString quoted(const QString& word)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./=:,+-]+$"));
    if (plain.match(word).hasMatch()) return word;
    QString inner = word;
    return QStringLiteral("'%1'").arg(inner.replace('\'', QLatin1String("'\\''")));
}

/// What has to be said of the chunk size, where it is not what the command takes by itself.
QStringList chunksizeOf(const RunRequest& request)
{
    const bool shares = request.api == Api::Map || request.api == Api::Starmap;
    const bool single = request.api == Api::Apply || request.api == Api::ApplyAsync;
    if (single || (!shares && !request.chunksize)) {
        return {};
    }
    if (!request.chunksize) {
        return {"--chunksize", "default"};
    }
    if (*request.chunksize != autoChunksize) {
        return {"--chunksize", QString::number(*request.chunksize)};
    }
    return shares ? QStringList() : QStringList{"--chunksize", "auto"};
}

/// What goes with processes only, and a file, where they are other than the command's own.
QStringList limitsOf(const RunRequest& request)
{
    QStringList words;
    if (!request.input.empty()) {
        words << "--input" << QString::fromStdString(request.input);
    }
    if (request.retries != 0) {
        words << "--retries" << QString::number(request.retries);
    }
    if (request.backend != Backend::Processes) {
        return words;
    }
    if (request.startMethod != PoolOptions().startMethod) {
        words << "--start-method" << nameOf(request.startMethod);
    }
    if (request.transport != Transport::Ring) {
        words << "--transport" << nameOf(request.transport);
    }
    if (!request.outOfBand) {
        words << "--out-of-band" << "off";
    }
    if (request.taskTimeout > 0) {
        words << "--task-timeout" << QString::number(request.taskTimeout, 'g', 12);
    }
    return words;
}

} // namespace

QString commandOf(const RunRequest& request)
{
    QStringList words{"poolscope", "run", QString::fromStdString(request.job)};
    for (const auto& [name, value] : request.parameters) {
        if (name == "items" && !request.input.empty()) continue; // they come from the file
        words += QString::fromStdString(name + "=" + value);
    }
    words << "--backend" << nameOf(request.backend);
    if (request.backend != Backend::Serial) {
        words << "--workers" << QString::number(request.workers);
    }
    words << chunksizeOf(request);
    if (request.api != Api::Map) {
        words << "--api" << nameOf(request.api);
    }
    if (request.protocol != defaultProtocol) {
        words << "--protocol" << QString::number(request.protocol);
    }
    words << limitsOf(request);
    for (QString& word : words) {
        word = quoted(word);
    }
    return words.join(' ');
}

} // namespace poolscope
