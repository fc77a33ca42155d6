// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/report_shapes.h"

#include "ui/charts/html_text.h"
#include "ui/charts/report_sheet.h"

#include <qcustomplot.h>

#include <QBuffer>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace poolscope {

namespace {

constexpr int sheetWidth = 1280;
constexpr int dotsPerInch = 96;   // one point of the sheet is one pixel of a browser
constexpr double pageMargin = 12; // mm

QString titleOf(const RunModel& run)
{
    const RunPlan& plan = run.plan();
    return ReportSheet::tr("%1 · %2 items")
        .arg(QString::fromStdString(plan.title), countOf(plan.items));
}

} // namespace

QByteArray svgOf(const QSize& size, const QString& title, const QString& description,
                 const std::function<void(QCPPainter&)>& paint)
{
    QBuffer buffer;
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setSize(size);
    svg.setViewBox(QRect(QPoint(), size));
    svg.setResolution(dotsPerInch);
    svg.setTitle(printable(title).toHtmlEscaped()); // it is written as it is
    svg.setDescription(printable(description).toHtmlEscaped());
    QCPPainter painter;
    beginShapes(painter, svg);
    paint(painter);
    painter.end();
    return buffer.data();
}

QByteArray reportSvg(RunModel& run, const Theme& theme)
{
    ReportSheet sheet(run, theme, sheetWidth);
    const QString verdict = verdictText(run.summary()) + QChar(' ') + spoken(run.summary().advice);
    return svgOf(sheet.size(), titleOf(run), verdict,
                 [&sheet](QCPPainter& painter) { sheet.paintShapes(painter); });
}

QByteArray reportPdf(RunModel& run, const Theme& theme)
{
    ReportSheet sheet(run, theme, sheetWidth);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter pdf(&buffer);
    pdf.setTitle(titleOf(run));
    pdf.setCreator(QStringLiteral("Poolscope ") + QString::fromStdString(run.plan().version));
    pdf.setResolution(10 * dotsPerInch); // coordinates are whole dots: fine ones
    pdf.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape,
                                  QMarginsF(pageMargin, pageMargin, pageMargin, pageMargin),
                                  QPageLayout::Millimeter));
    QCPPainter painter;
    beginShapes(painter, pdf);
    const double scale = std::min(static_cast<double>(pdf.width()) / sheet.width(),
                                  static_cast<double>(pdf.height()) / sheet.height());
    painter.translate((pdf.width() - scale * sheet.width()) / 2, 0);
    painter.scale(scale, scale);
    sheet.paintShapes(painter);
    painter.end();
    return buffer.data();
}

} // namespace poolscope
