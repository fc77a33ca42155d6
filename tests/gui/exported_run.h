// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A run whose names and errors are as bad as they can be, to be exported.

#include "tests/gui/simulated_run.h"

#include "core/session/session.h"
#include "ui/charts/charts.h"

#include <QByteArray>
#include <QMultiMap>

namespace poolscope::test {

class ExportedRun final {
public:
    explicit ExportedRun(const SimulatedOptions& options = {
                             .chunksize = 64, .seconds = 0.1, .death = true, .failures = 3});
    void show(); ///< after a change of what follows
    ReportedRun reported();
    /// The bytes of a file with that ending; the sentence of the error where it was not written.
    /// The file goes to $POOLSCOPE_PICTURES too.
    QByteArray file(const QString& ending);

    Summary summary;
    RunTotals totals;
    FeedBatch facts;
    ResultDigest digest;
    RunModel run;
};

QByteArray bytesOf(const QString& path);

/// A figure as it stands in a report.
struct ToldFigure {
    QString value, text;
};
/// Reads a page as XML, which ends with an error where anything is not closed or not escaped.
QMultiMap<QString, ToldFigure> figuresOf(const QByteArray& page, QString& error);

} // namespace poolscope::test
