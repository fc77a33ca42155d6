// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of the window obey Qt's rules for models, and say what a person is to read.
#include "tests/gui/gui_test.h"
#include "tests/gui/run_feed.h"
#include "tests/gui/simulated_run.h"

#include "core/jobs/jobs.h"
#include "ui/models/models.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using poolscope::test::SimulatedRun;
using Rules = QAbstractItemModelTester;

class ItemModelsTest final : public QObject {
    Q_OBJECT

private slots:
    void resultsKeepTheFirstThousand()
    {
        ResultsModel results;
        const Rules rules(&results, Rules::FailureReportingMode::QtTest);
        std::vector<std::string> values;
        for (int i = 0; i < 700; ++i) values.push_back(std::to_string(i * i));
        results.append(values);
        results.append(values);
        QCOMPARE(results.rowCount(), 1000);
        QCOMPARE(results.total(), quint64{1400});
        QCOMPARE(results.index(3, ResultsModel::Text).data().toString(), QStringLiteral("9"));
        QCOMPARE(results.index(700, ResultsModel::Index).data().toString(), QStringLiteral("700"));
        QCOMPARE(results.asText().count(QLatin1Char('\n')), 1000);
        results.setReduction(QStringLiteral("42"));
        results.clear();
        QCOMPARE(results.rowCount(), 0);
        QVERIFY(results.reduction().isEmpty());
    }

    void jobsStandInTheOrderOfTheCatalogue()
    {
        Catalogue catalogue;
        for (const char* name : {"power", "BigPow.pow", "primes"}) {
            Job job;
            job.name = name;
            job.summary = std::string("what ") + name + " does";
            catalogue.addJob(std::move(job));
        }
        JobsModel jobs(catalogue);
        const Rules rules(&jobs, Rules::FailureReportingMode::QtTest);
        QCOMPARE(jobs.rowCount(), 3);
        QCOMPARE(jobs.index(1).data().toString(), QStringLiteral("BigPow.pow"));
        QCOMPARE(jobs.indexOf(QStringLiteral("primes")).row(), 2);
        QVERIFY(!jobs.indexOf(QStringLiteral("nothing")).isValid());
        QSignalSpy changes(&jobs, &JobsModel::dataChanged);
        jobs.setRefused(QStringLiteral("BigPow.pow"), true);
        jobs.setRefused(QStringLiteral("BigPow.pow"), true);
        QCOMPARE(changes.count(), 1);
        QVERIFY(jobs.index(1).data(JobsModel::RefusedRole).toBool());
        QCOMPARE(jobs.job(jobs.index(0))->name, std::string("power"));
        QCOMPARE(jobs.job({}), nullptr);
    }

    void theNewestRunStandsFirst()
    {
        RunsModel runs;
        const Rules rules(&runs, Rules::FailureReportingMode::QtTest);
        const SimulatedRun simulated({.seconds = 0.1});
        auto first = std::make_shared<RunModel>();
        runs.add(first);
        auto second = std::make_shared<RunModel>();
        runs.add(second);
        first->begin(simulated.plan());
        second->begin(simulated.plan());
        QCOMPARE(runs.index(0).data(RunsModel::NumberRole).toInt(), 2);
        QCOMPARE(runs.current(), second);
        QVERIFY(runs.index(0).data(RunsModel::CurrentRole).toBool());
        QCOMPARE(runs.index(0).data(RunsModel::DetailRole).toString(), QStringLiteral("4 processes, chunk 1"));
        runs.setCurrent(runs.index(1));
        QCOMPARE(runs.current(), first);
    }

    void aRunSaysWhatCameOfIt()
    {
        RunsModel runs;
        const SimulatedRun simulated({.seconds = 0.2});
        auto run = std::make_shared<RunModel>();
        runs.add(run);
        run->begin(simulated.plan());
        const QModelIndex index = runs.index(0);
        const Nanos half = simulated.end() / 2;
        test::RunFeed feed(*run);
        feed.apply(simulated, 0, half);
        QVERIFY(index.data(RunsModel::FactorRole).toString().startsWith(QStringLiteral("≈")));
        QVERIFY(index.data(RunsModel::ProgressRole).toString().endsWith(QStringLiteral("\u00a0%")));
        feed.apply(simulated, half, simulated.end());
        QVERIFY(index.data(RunsModel::FactorRole).toString().endsWith(QStringLiteral("×")));
        QVERIFY(!index.data(RunsModel::FactorRole).toString().startsWith(QStringLiteral("≈")));
        QVERIFY(index.data(RunsModel::ProgressRole).toString().isEmpty());
        run->refuse(RunState::CannotPickle, {"PicklingError", "BigPow holds a Pool", "BigPow.pool"}, 200'000);
        QVERIFY(index.data(RunsModel::RefusedRole).toBool());
        QCOMPARE(index.data(RunsModel::ProgressRole).toString(), QStringLiteral("not sent"));
    }
};

POOLSCOPE_GUILESS_TEST(ItemModelsTest);
#include "item_models_test.moc"
