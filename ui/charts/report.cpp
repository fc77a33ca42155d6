// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/report.h"

#include "ui/charts/report_page.h"
#include "ui/charts/report_shapes.h"
#include "ui/charts/report_sheet.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace poolscope {

namespace {

struct Export {
    Q_DECLARE_TR_FUNCTIONS(poolscope::Export)
};

QByteArray pngOf(RunModel& run, const Theme& theme)
{
    QBuffer buffer;
    QImage picture = renderReportPicture(run, theme, 1280, 2);
    picture.setText(QStringLiteral("Title"), QString::fromStdString(run.plan().title));
    picture.setText(QStringLiteral("Software"), QStringLiteral("Poolscope ") + QString::fromStdString(run.plan().version));
    picture.save(&buffer, "PNG");
    return buffer.data();
}

Error unwritten(const QString& sentence) { return {"OSError", sentence.toStdString(), "export"}; }

/// Whole, or not at all: what was there before stays until the new one is complete.
Result<void> writeWhole(const QString& path, const QByteArray& bytes)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.isDir()) {
        return unwritten(Export::tr("%1 could not be written: there is no folder %2.")
                             .arg(path, folder.filePath()));
    }
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) return {};
    return unwritten(Export::tr("%1 could not be written: %2.")
                         .arg(path, file.errorString()));
}

} // namespace

QStringList exportEndings() { return {"png", "svg", "pdf", "html"}; }

QString exportEndingsText()
{
    QStringList endings = exportEndings();
    for (QString& ending : endings) ending.prepend('.');
    const QString last = endings.takeLast();
    return Export::tr("%1 and %2").arg(endings.join(QStringLiteral(", ")), last);
}

Result<void> exportRun(const ReportedRun& reported, const QString& path, const Theme& theme)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("png")) return writeWhole(path, pngOf(reported.run, theme));
    if (ending == QLatin1String("svg")) return writeWhole(path, reportSvg(reported.run, theme));
    if (ending == QLatin1String("pdf")) return writeWhole(path, reportPdf(reported.run, theme));
    if (ending == QLatin1String("html")) return writeWhole(path, reportPage(reported));
    const QString sentence = Export::tr("A run is not exported to %1: the file's ending is one of %2.").arg(path, exportEndingsText());
    return Error{"ValueError", sentence.toStdString(), "export"};
}

QImage renderReportPicture(RunModel& run, const Theme& theme, int width, double ratio)
{
    return ReportSheet(run, theme, width, ratio).picture();
}

} // namespace poolscope
