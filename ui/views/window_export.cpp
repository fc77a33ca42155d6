// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The run in view handed on: to a file, or as a picture to the clipboard.
#include "ui/views/window_parts.h"

#include "ui/views/command_text.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>

namespace poolscope {

namespace {

constexpr int toldValues = 10;

struct FileKind {
    QString name;
    QString ending;
};

std::vector<FileKind> kinds()
{
    return {{MainWindow::tr("Report of one file"), "html"},
            {MainWindow::tr("Picture"), "png"},
            {MainWindow::tr("Picture of shapes and text"), "svg"},
            {MainWindow::tr("Page to print"), "pdf"}};
}

QString filterOf(const FileKind& kind)
{
    return QStringLiteral("%1 (*.%2)").arg(kind.name, kind.ending);
}

/// "power.html", with what a file's name had better not hold as "-".
QString suggestedName(const RunModel& run)
{
    static const QRegularExpression odd(QStringLiteral("[^A-Za-z0-9._-]+"));
    return QString::fromStdString(run.plan().job).replace(odd, QStringLiteral("-")) +
           QStringLiteral(".html");
}

QStringList firstValues(const ResultsModel& results)
{
    QStringList values;
    for (int row = 0; row < std::min(toldValues, results.rowCount()); ++row) {
        values += results.index(row, ResultsModel::Text).data().toString();
    }
    return values;
}

Chart* chartWithFocus()
{
    QWidget* widget = QApplication::focusWidget();
    while (widget != nullptr && qobject_cast<Chart*>(widget) == nullptr)
        widget = widget->parentWidget();
    return qobject_cast<Chart*>(widget);
}

} // namespace

void MainWindow::Parts::exportRun()
{
    QStringList filters;
    for (const FileKind& kind : kinds()) filters += filterOf(kind);
    QString filter = filters.first();
    QString file = QFileDialog::getSaveFileName(&window, tr("Export the run"),
                                                suggestedName(*desk.inView()->run),
                                                filters.join(QStringLiteral(";;")), &filter);
    if (file.isEmpty()) return;
    for (const FileKind& kind : kinds()) {
        if (QFileInfo(file).suffix().isEmpty() && filter == filterOf(kind))
            file += QChar('.') + kind.ending;
    }
    exportTo(file);
}

void MainWindow::Parts::exportTo(const QString& file)
{
    const auto* entry = desk.inView();
    if (entry == nullptr || !RunDesk::canBeKept(*entry)) {
        notice->tell(tr("Nothing was exported:"), tr("there is no run in view that is over."));
        return;
    }
    const ReportedRun reported{*entry->run, commandOf(entry->request), firstValues(*entry->results),
                               entry->results->reduction()};
    if (const auto written = poolscope::exportRun(reported, file, theme); !written) {
        notice->tell(tr("Nothing was exported:"), QString::fromStdString(written.error().text));
        return;
    }
    notice->tell(tr("Exported:"), QDir::toNativeSeparators(file));
}

void MainWindow::Parts::copyPicture()
{
    Chart* const chart = chartWithFocus();
    QWidget& shown = chart != nullptr ? static_cast<QWidget&>(*chart) : *charts;
    QApplication::clipboard()->setPixmap(shown.grab());
    notice->tell(tr("Copied:"), chart != nullptr
                                    ? tr("a picture of “%1”.").arg(chart->accessibleName())
                                    : tr("a picture of all charts."));
}

} // namespace poolscope
