// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The report of a run as one HTML file: nothing else is loaded, no script runs. Private to the exports.

#include "ui/charts/html_text.h"
#include "ui/charts/report_figures.h"

#include <QCoreApplication>

namespace poolscope {

/// Each figure stands in an element with data-name, its name in the summary, and data-value, its
/// exact value there.
QByteArray reportPage(const ReportedRun& reported);

/// The style of the page: light, dark as the reader's system is, and for paper.
QByteArray reportStyle();

/// A column of figures: its head, and the name of the figure after "worker.0." and the like.
struct ReportColumn {
    QString head;
    QString name;
    const char* kind = "figure"; ///< class of its cells
};

/// Writes the parts of the page one after the other.
class ReportWriter final {
    Q_DECLARE_TR_FUNCTIONS(poolscope::ReportWriter)
public:
    explicit ReportWriter(const ReportedRun& reported);
    QByteArray take();

private:
    void writeHead();
    void writeTop();
    void writeNotices();
    void writeVerdict();
    void writeBar();
    void writeKeyFigures();
    void writeCharts();
    void writeChart(const QString& caption, const QByteArray& svg);
    void writeTimes();
    void writeWaits();
    void writeWorkers();
    void writeAttendants();
    void writeFailures();
    void writeResults();
    void writeHow();

    void heading(const QString& text);
    void figure(const char* tag, const QString& name, const char* kind = "figure");
    void pair(const QString& label, std::initializer_list<const char*> names);
    void beginTable(const QString& caption);
    void endTable();
    void headRow(const QStringList& heads);
    void rows(const QString& prefix, std::size_t count, const std::vector<ReportColumn>& columns);
    bool has(const char* name) const; ///< and it is not null, nor empty

    const ReportedRun& m_reported;
    const RunModel& m_run;
    Figures m_figures;
    HtmlText m_html;
};

} // namespace poolscope
