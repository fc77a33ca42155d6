// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says of a run that went wrong: failures with the place of the throw, lanes without a
// worker.
#include "tests/gui/gui_test.h"
#include "tests/gui/run_feed.h"
#include "tests/gui/simulated_run.h"

#include "ui/models/models.h"
#include "ui/views/failures_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace poolscope;
using poolscope::test::SimulatedRun;

class FailuresTest final : public QObject {
    Q_OBJECT

private slots:
    void aFailureSaysWhyAndWhereItWasThrown()
    {
        const SimulatedRun run({.seconds = 0.1, .failures = 2});
        FeedBatch batch = run.between(0, run.end());
        QCOMPARE(batch.failures.size(), std::size_t{2});
        batch.failures[0].error.where = "numbers.cpp:12 in ipow(long)";
        RunModel model;
        model.begin(run.plan());
        FailuresModel failures;
        const QAbstractItemModelTester tester(
            &failures, QAbstractItemModelTester::FailureReportingMode::QtTest);
        failures.setRun(&model);
        test::RunFeed(model).apply(run.summaryAt(run.end()), run.totalsAt(run.end()), batch);
        QCOMPARE(failures.rowCount(), 2);
        QCOMPARE(failures.index(0, FailuresModel::Where).data().toString(), QStringLiteral("numbers.cpp:12 in ipow(long)"));
        QCOMPARE(failures.index(0, FailuresModel::Why).data().toString(), QStringLiteral("ValueError: this item is bad"));
        QCOMPARE(failures.index(1, FailuresModel::Where).data().toString(), QString());
    }

    void aLaneWhoseWorkerCouldNotStartSaysSo()
    {
        const SimulatedRun run({.seconds = 0.1});
        RunModel model;
        model.begin(run.plan());
        Summary summary = run.summaryAt(run.end());
        summary.worker[1].noWorker = "Worker 1 ended with exit code 9 before it was ready.";
        test::RunFeed(model).apply(summary, run.totalsAt(run.end()), run.between(0, run.end()));
        QCOMPARE(model.stateText(1), QStringLiteral("could not start"));
        QVERIFY(model.stateText(0) != QStringLiteral("could not start"));
    }
};

POOLSCOPE_GUILESS_TEST(FailuresTest);
#include "failures_test.moc"
