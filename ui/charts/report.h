// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A finished run for other people: as a picture (PNG, SVG, PDF) or as a report of one file (HTML). The
// window and the command line call the same function. Needs a QApplication, but no display.

#include "ui/charts/theme.h"

#include <QImage>
#include <QStringList>

namespace poolscope {

/// A run, and what of it its model does not keep.
struct ReportedRun {
    RunModel& run;
    QString command = {};          ///< the command line that repeats it, or empty
    QStringList firstValues = {};  ///< the first results, as Python would print them
    QString sum = {};              ///< of all results, where the job has one
};

/// What exportRun() can write: "png", "svg", "pdf", "html".
QStringList exportEndings();
/// ".png, .svg, .pdf and .html": for a sentence.
QString exportEndingsText();

/// Writes the run to `path`, whose ending says as what. The file is there whole or as it was before.
/// "ValueError": the ending is none of exportEndings(). "OSError": a sentence with the cause. The same
/// run gives the same bytes, but for the date that a PDF carries.
Result<void> exportRun(const ReportedRun& reported, const QString& path, const Theme& theme = Theme::lightTheme());

/// A, B, C and E below each other, `width` points wide and as high as the lanes need; `ratio` device
/// pixels a point.
QImage renderReportPicture(RunModel& run, const Theme& theme, int width = 1280, double ratio = 1);

} // namespace poolscope
