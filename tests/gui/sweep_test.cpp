// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a sweep and the break-even map keep, say and draw.
#include "tests/gui/charts_board.h"
#include "tests/gui/gui_test.h"
#include "tests/gui/strict_messages.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace poolscope;
using poolscope::test::SimulatedRun;
using Rules = QAbstractItemModelTester;

namespace {

Summary measuredAt(double rate)
{
    Summary summary;
    summary.plan.title = "power(x, n=10)";
    summary.plan.items = summary.done = 1000;
    summary.wall = 1000 / rate;
    summary.itemsPerSecond = rate;
    return summary;
}

/// Three runs of each point on a law, a twentieth apart.
void fill(SweepModel& model, const std::vector<std::uint64_t>& workers)
{
    const ScalingLaw law{1000, 0.05, 0.004, 0, 0};
    model.begin(SweepModel::Variable::Workers, "power", workers, 3);
    for (const std::size_t point : sweepOrder(workers.size(), 3)) {
        const double off = 1 + 0.05 * (static_cast<double>(model.points()[point].rates.size()) - 1);
        model.add(point, measuredAt(law.rate(static_cast<double>(workers[point])) * off));
    }
    model.end();
}

Summary simulatedPoint()
{
    const SimulatedRun run({.seconds = 0.3});
    return run.summaryAt(run.end());
}

} // namespace

class SweepTest final : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { QCOMPARE(StrictMessages::take(), QStringList()); }

    void workersGoOneByOneAndThenInSteps()
    {
        QCOMPARE(sweepOfWorkers(4), (std::vector<std::uint64_t>{1, 2, 3, 4}));
        QCOMPARE(sweepOfWorkers(17),
                 (std::vector<std::uint64_t>{1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 17}));
        QCOMPARE(sweepOfWorkers(0), (std::vector<std::uint64_t>{1}));
        QCOMPARE(sweepOfChunks(20), (std::vector<std::uint64_t>{1, 2, 4, 8, 16, 20}));
        QVERIFY(sweepOfChunks(~std::uint64_t{0}).size() <= 64);
    }

    void theRunsOfAPointDoNotFollowEachOther()
    {
        QCOMPARE(sweepOrder(3, 3), (std::vector<std::size_t>{0, 1, 2, 2, 1, 0, 0, 1, 2}));
    }

    void aPointIsTheMedianOfItsRuns()
    {
        SweepModel model;
        const Rules rules(&model, Rules::FailureReportingMode::QtTest);
        fill(model, {1, 2, 4});
        const Spread spread = model.points()[1].spread();
        const double expected = ScalingLaw{1000, 0.05, 0.004, 0, 0}.rate(2);
        QVERIFY(std::abs(spread.median - expected) < 1e-6);
        QVERIFY(std::abs(spread.low - 0.95 * expected) < 1e-6);
        QVERIFY(std::abs(spread.high - 1.05 * expected) < 1e-6);
        QCOMPARE(model.done(), 9);
        QCOMPARE(model.index(0, SweepModel::Gain).data().toString(), QString::fromUtf8("1.0×"));
        QVERIFY2(model.sentence().startsWith("4 workers are fastest"),
                 qPrintable(model.sentence()));
        QVERIFY(model.best() == &model.points()[2]);
    }

    void aPointWithinTheSpreadOfTheFastestIsNamed()
    {
        SweepModel model;
        model.begin(SweepModel::Variable::Workers, "power", {1, 2, 4}, 1);
        for (const double rate : {500, 1000, 1010}) model.add(rate == 500 ? 0 : rate == 1000 ? 1 : 2, measuredAt(rate));
        QVERIFY2(model.sentence().startsWith("4 workers are fastest: "), qPrintable(model.sentence()));
        model.begin(SweepModel::Variable::Workers, "power", {1, 2, 4}, 2);
        for (const double rate : {500, 520}) model.add(0, measuredAt(rate));
        for (const double rate : {960, 1100}) model.add(1, measuredAt(rate));
        for (const double rate : {1000, 1120}) model.add(2, measuredAt(rate));
        QVERIFY2(model.sentence().startsWith("4 workers are fastest (2 nearly as fast): "), qPrintable(model.sentence()));
    }

    void fewerThanSixPointsSayWhatIsMissing()
    {
        SweepModel model;
        fill(model, {1, 2, 4});
        QVERIFY(!model.fits().amdahl);
        QVERIFY2(QString::fromStdString(model.fits().missing).contains("3 are measured"),
                 model.fits().missing.c_str());
    }

    void theLawsAreFoundAgain()
    {
        SweepModel model;
        fill(model, {1, 2, 3, 4, 6, 8});
        QVERIFY(model.fits().universal.has_value());
        QVERIFY(std::abs(model.fits().universal->sigma - 0.05) < 1e-3);
        QVERIFY(std::abs(model.fits().universal->kappa - 0.004) < 1e-4);
    }

    void aRunThatDidNothingLeavesNoRate()
    {
        SweepModel model;
        model.begin(SweepModel::Variable::Chunksize, "power", {1, 2}, 1);
        model.add(0, Summary());
        QVERIFY(model.points()[0].rates.empty());
        QVERIFY(model.best() == nullptr);
        QCOMPARE(model.index(0, SweepModel::Median).data().toString(), QString::fromUtf8("–"));
        model.add(1, measuredAt(500));
        QVERIFY2(model.sentence().startsWith("Chunks of 2 are fastest"),
                 qPrintable(model.sentence()));
    }

    void pointsStandInTheChartAsTheyWereMeasured()
    {
        SweepModel model;
        fill(model, {1, 2, 3, 4, 6, 8});
        SweepChart chart;
        chart.resize(700, 400);
        chart.setTheme(Theme::darkTheme());
        chart.setModel(&model);
        chart.grab();
        for (std::size_t i = 1; i < 6; ++i) {
            QVERIFY(chart.placeOf(i).x() > chart.placeOf(i - 1).x());
            QVERIFY(chart.placeOf(i).y() < chart.placeOf(i - 1).y()); // faster stands higher
        }
        const int step = chart.placeOf(1).x() - chart.placeOf(0).x();
        QVERIFY(std::abs(chart.placeOf(5).x() - chart.placeOf(0).x() - 7 * step) <=
                7); // 8 workers: linear
        QCOMPARE(chart.accessibleDescription(), model.sentence());
    }

    void chunkSizesStandAtEqualFactors()
    {
        SweepModel model;
        model.begin(SweepModel::Variable::Chunksize, "power", {1, 2, 4, 8}, 1);
        for (std::size_t i = 0; i < 4; ++i)
            model.add(i, measuredAt(100 + 10 * static_cast<double>(i)));
        SweepChart chart;
        chart.resize(700, 400);
        chart.setModel(&model);
        chart.grab();
        const int step = chart.placeOf(1).x() - chart.placeOf(0).x();
        QVERIFY(std::abs(chart.placeOf(3).x() - chart.placeOf(2).x() - step) <= 1);
    }

    void theMapSaysWhatIsMissing()
    {
        BreakEvenModel model;
        const Rules rules(&model, Rules::FailureReportingMode::QtTest);
        QVERIFY2(model.missing().startsWith("Run a job on a pool first"),
                 qPrintable(model.missing()));
        Summary run = simulatedPoint();
        run.serial.reset();
        run.noSerial = "the serial time was not asked for";
        model.setRun(run, "power, run 1");
        QVERIFY2(model.missing().contains("the serial time was not asked for"),
                 qPrintable(model.missing()));
        run.plan.backend = "serial";
        model.setRun(run, "power, run 1");
        QVERIFY(model.missing().startsWith("This was a plain loop"));
        QVERIFY(!model.costs());
    }

    void aCheckStandsBesideItsPrediction()
    {
        BreakEvenModel model;
        const Rules rules(&model, Rules::FailureReportingMode::QtTest);
        model.setRun(simulatedPoint(), "power, run 1");
        QVERIFY(model.costs().has_value());
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, BreakEvenModel::Predicted).data(),
                 model.index(0, BreakEvenModel::Measured).data());
        const double predicted = model.costs()->speedup(1e-4, 1e4);
        model.check(1e-4, 1e4);
        QCOMPARE(model.index(1, BreakEvenModel::Measured).data().toString(), "running");
        Summary run = simulatedPoint();
        run.bytesOut *= 100;
        model.measured(run);
        QCOMPARE(model.checks().back().predicted, predicted);
        QVERIFY(model.checks().back().measured.has_value());
        model.check(1e-3, 1e4);
        model.dropped();
        QCOMPARE(model.rowCount(), 2);
        model.setRun(simulatedPoint(), "power, run 2");
        QCOMPARE(model.rowCount(), 1); // another run: its checks are its own
    }

    void aPointIsPickedByMouseAndKeys()
    {
        BreakEvenModel model;
        model.setRun(simulatedPoint(), "power, run 1");
        BreakEvenChart chart;
        chart.resize(700, 420);
        chart.setModel(&model);
        chart.setTheme(Theme::lightTheme());
        chart.grab();
        QSignalSpy picked(&chart, &BreakEvenChart::pickedChanged),
            wanted(&chart, &BreakEvenChart::checkWanted);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, chart.pointOf({1e-5, 1e3}));
        QVERIFY(picked.count() >= 1);
        QVERIFY(std::abs(std::log10(chart.picked()->work) + 5) < 0.03);
        QVERIFY(std::abs(std::log10(chart.picked()->bytes) - 3) < 0.03);
        const double work = chart.picked()->work;
        QTest::keyClick(&chart, Qt::Key_Right);
        QVERIFY(std::abs(std::log10(chart.picked()->work / work) - 0.1) < 0.001);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
    }

private:
    StrictMessages m_strict;
};

POOLSCOPE_GUI_TEST(SweepTest);
#include "sweep_test.moc"
