// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/picture_of_run.h"

#include "ui/charts/charts.h"
#include "ui/views/views.h"

#include <QApplication>

#include <algorithm>
#include <cstdio>

namespace poolscope {

namespace {

constexpr std::size_t toldValues = 10;

QStringList firstValues(const RecordedRun& run)
{
    QStringList values;
    for (std::size_t i = 0; i < std::min(toldValues, run.values.size()); ++i) {
        values += QString::fromStdString(run.values[i]);
    }
    return values;
}

/// What Qt misses where there is no desktop is nothing that a command line should tell.
void tellOnlyFailures(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (type == QtCriticalMsg || type == QtFatalMsg) std::fprintf(stderr, "poolscope: %s\n", qPrintable(text));
}

} // namespace

Result<void> drawRun(const RecordedRun& run, const std::string& path)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // whatever display there is, nothing is shown
    qInstallMessageHandler(tellOnlyFailures);
    int argc = 1;
    char name[] = "poolscope";
    char* argv[] = {name, nullptr};
    const QApplication application(argc, argv);
    const SpokenLanguage spoken(languageFor());
    RunModel model;
    model.restore(run);
    return exportRun({model, QString::fromStdString(run.command),
                      firstValues(run), QString::fromStdString(run.reduction)},
                     QString::fromLocal8Bit(path.c_str()));
}

} // namespace poolscope
