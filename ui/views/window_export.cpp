// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The run in view handed on: to a file, or as a picture to the clipboard.
#include "ui/views/window_parts.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QRegularExpression>

#include <algorithm>

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
            {MainWindow::tr("Page to print"), "pdf"},
            {MainWindow::tr("Rows as a table"), "csv"},
            {MainWindow::tr("Summary, rows and samples"), "json"},
            {MainWindow::tr("Trace for ui.perfetto.dev"), "trace.json"}};
}

QString filterOf(const FileKind& kind)
{
    return QStringLiteral("%1 (*.%2)").arg(kind.name, kind.ending);
}

/// ".html, .png, …": for a sentence.
QString endingsText()
{
    QStringList endings;
    for (const FileKind& kind : kinds()) endings += QChar('.') + kind.ending;
    return endings.join(QStringLiteral(", "));
}

bool hasKnownEnding(const QString& file)
{
    const auto all = kinds();
    return std::any_of(all.begin(), all.end(), [&file](const FileKind& kind) {
        return file.endsWith(QChar('.') + kind.ending, Qt::CaseInsensitive);
    });
}

/// "BigPow-pow": without an ending, which is that of the kind that is chosen.
QString suggestedName(const RunModel& run)
{
    static const QRegularExpression odd(QStringLiteral("[^A-Za-z0-9_-]+"));
    return QString::fromStdString(run.plan().job).replace(odd, QStringLiteral("-"));
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

/// What is not named with an ending gets that of the kind, before anybody asks whether to replace it.
void MainWindow::Parts::exportRun()
{
    QStringList filters;
    for (const FileKind& kind : kinds()) filters += filterOf(kind);
    auto* const dialog = new QFileDialog(&window, tr("Export the run"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(kinds().front().ending);
    dialog->selectFile(suggestedName(*desk.inView()->run));
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        for (const FileKind& kind : kinds()) {
            if (filterOf(kind) == filter) dialog->setDefaultSuffix(kind.ending);
        }
    });
    QObject::connect(dialog, &QFileDialog::fileSelected, &window,
                     [this](const QString& file) { exportTo(file); });
    dialog->open();
}

void MainWindow::Parts::exportTo(const QString& file)
{
    const auto* entry = desk.inView();
    if (entry == nullptr || !RunDesk::canBeKept(*entry)) {
        notice->tell(tr("Nothing was exported:"), tr("there is no run in view that is over."));
        return;
    }
    if (!hasKnownEnding(file)) {
        notice->tell(tr("Nothing was exported:"),
                     tr("the ending of %1 is none of %2.").arg(file, endingsText()));
        return;
    }
    if (isDataPath(file.toStdString())) return files.exportRun(*entry, file);
    const ReportedRun reported{*entry->run, RunDesk::commandOf(*entry),
                               firstValues(*entry->results), entry->results->reduction()};
    if (const auto written = poolscope::exportRun(reported, file, theme); !written) {
        notExported(QString::fromStdString(written.error().text));
        return;
    }
    exported(file);
}

void MainWindow::Parts::exported(const QString& file)
{
    notice->tellDone(tr("Exported:"), QDir::toNativeSeparators(file));
}

void MainWindow::Parts::notExported(const QString& sentence)
{
    notice->tell(tr("Nothing was exported:"), sentence);
}

void MainWindow::Parts::copyPicture()
{
    Chart* const chart = chartWithFocus();
    QWidget& shown = chart != nullptr ? static_cast<QWidget&>(*chart) : *charts;
    QApplication::clipboard()->setPixmap(shown.grab());
    notice->tellDone(tr("Copied:"), chart != nullptr
                                    ? tr("a picture of “%1”.").arg(chart->accessibleName())
                                    : tr("a picture of all charts."));
}

} // namespace poolscope
