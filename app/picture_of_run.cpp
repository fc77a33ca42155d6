// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/picture_of_run.h"

#include "ui/charts/charts.h"

#include <QApplication>

namespace poolscope {

Result<void> drawRun(const FinishedRun& run, const std::string& path)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // whatever display there is, nothing is shown
    int argc = 1;
    char name[] = "poolscope";
    char* argv[] = {name, nullptr};
    const QApplication application(argc, argv);
    RunModel model;
    model.begin(run.summary.plan, RunState::Running);
    FeedBatch facts = run.facts;
    model.apply(run.summary.cancelled ? RunState::Cancelled : RunState::Finished, run.summary,
                run.totals, std::move(facts));
    const QImage picture = renderReportPicture(model, Theme::lightTheme(), 1280, 2);
    if (picture.isNull() || !picture.save(QString::fromStdString(path), "PNG")) {
        return Error{"OSError", "The picture could not be written to " + path + ".", "export"};
    }
    return {};
}

} // namespace poolscope
