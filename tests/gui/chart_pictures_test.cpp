// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Each chart of a fixed run: first what it is made of, then what it looks like (tests/gui/pictures).
#include "tests/gui/charts_board.h"
#include "tests/gui/gui_test.h"
#include "tests/gui/reference_pictures.h"
#include "tests/gui/run_feed.h"
#include "tests/gui/strict_messages.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace poolscope;
using poolscope::test::ChartsBoard;
using poolscope::test::shareOfPixelsOff;
using poolscope::test::SimulatedRun;
using poolscope::test::unlikeReference;

namespace {

const SimulatedRun& theRun()
{
    static const SimulatedRun run({.seconds = 0.3, .straggler = true, .seed = 11});
    return run;
}

/// Charts over that run, over.
class Finished {
public:
    explicit Finished(const Theme& theme = Theme::lightTheme(), const SimulatedRun& run = theRun())
        : board(theme)
    {
        board.feed(run, run.end(), 30);
    }
    QImage pictureOf(Chart& chart)
    {
        board.picture(); // all of them, so that what they share is the same
        return chart.grab().toImage();
    }
    ChartsBoard board;
};

QImage pictureOf(QWidget& widget, const Theme& theme, const QSize& size)
{
    widget.setPalette(theme.palette());
    widget.resize(size);
    return widget.grab().toImage();
}

/// The run, and what it came to in larger chunks.
struct Compared {
    RunsModel runs;
    ComparisonModel comparison;
    Compared()
    {
        QObject::connect(&runs, &RunsModel::comparedChanged, &comparison,
                         [this] { comparison.compare(runs); });
        add(theRun());
        add(SimulatedRun({.chunksize = 64, .seconds = 0.1, .seed = 12}));
        runs.setComparing(true);
    }
    void add(const SimulatedRun& simulated)
    {
        runs.add(test::ran(simulated));
    }
};

double workerTime(const Summary& summary)
{
    return summary.phases.total() + summary.start + summary.unaccounted;
}

double secondsOf(const PhaseTimes& times, Phase phase) { return at(times, phase) * 1e-9; }

} // namespace

class ChartPicturesTest final : public QObject {
    Q_OBJECT

private:
    StrictMessages m_messages;

private slots:
    void cleanup() { QCOMPARE(StrictMessages::take(), QStringList()); }

    void theVerdictIsThatOfTheSummary()
    {
        Finished over;
        const Summary& summary = over.board.run.summary();
        QCOMPARE(over.board.verdict.sentence(), QString::fromStdString(summary.verdict));
        const auto shares = sharesOfWorkerTime(summary);
        QCOMPARE(std::accumulate(shares.begin(), shares.end(), 0), 100);
        QCOMPARE(unlikeReference(over.pictureOf(over.board.verdict), "verdict"), QString());
    }

    void theLanesAddUpToTheCounters()
    {
        Finished over;
        const RunModel& run = over.board.run;
        over.board.picture();
        QCOMPARE(over.board.lanes.laneCount(), run.plan().workers + 1);
        for (std::size_t lane = 0; lane < run.laneCount(); ++lane) {
            const PhaseTimes times = run.workerTimes(lane, 0, run.now());
            for (std::size_t i = 0; i < phaseCount; ++i) {
                const auto phase = static_cast<Phase>(i);
                const double counted = run.worker(lane).phases[phase];
                QVERIFY2(std::abs(secondsOf(times, phase) - counted) <= 0.001 * run.summary().wall,
                         nameOf(phase));
            }
        }
        QVERIFY(over.board.range.whole());
        QCOMPARE(unlikeReference(over.pictureOf(over.board.lanes), "lanes"), QString());
    }

    void theLanesFollowTheRange()
    {
        Finished over;
        const QImage whole = over.pictureOf(over.board.lanes);
        over.board.lanes.showEvidence();
        over.board.range.show(0.1e9, 0.1e9 + 200e3);
        over.board.range.select(0.1e9 + 50e3, 0.1e9 + 120e3);
        const QImage part = over.pictureOf(over.board.lanes);
        QVERIFY(shareOfPixelsOff(whole, part) > 0.05);
        QCOMPARE(unlikeReference(part, "lanes-tasks"), QString());
    }

    void theLanesInTheDark()
    {
        Finished over(Theme::darkTheme());
        QCOMPARE(unlikeReference(over.pictureOf(over.board.lanes), "lanes-dark"), QString());
    }

    void theOverheadAddsUpToTheCounters_data()
    {
        QTest::addColumn<OverheadChart::Unit>("unit");
        QTest::addColumn<QString>("name");
        QTest::newRow("%") << OverheadChart::Unit::Percent << "overhead";
        QTest::newRow("time") << OverheadChart::Unit::Time << "overhead-time";
        QTest::newRow("bytes") << OverheadChart::Unit::Bytes << "overhead-bytes";
    }

    void theOverheadAddsUpToTheCounters()
    {
        QFETCH(OverheadChart::Unit, unit);
        QFETCH(QString, name);
        Finished over;
        const Summary& summary = over.board.run.summary();
        const auto rows = overheadRows(over.board.run);
        QCOMPARE(rows.size(), summary.worker.size() + 2);
        for (std::size_t i = 0; i < summary.worker.size(); ++i) {
            QVERIFY(std::abs(rows[i + 1].pickle - summary.worker[i].phases[Phase::Pickle]) < 1e-9);
            QVERIFY(std::abs(rows[i + 1].transfer - summary.worker[i].phases[Phase::Transfer]) <
                    1e-9);
        }
        over.board.overhead.setUnit(unit);
        QCOMPARE(unlikeReference(over.pictureOf(over.board.overhead), name), QString());
    }

    void theOverheadFollowsTheRange()
    {
        Finished over;
        over.board.range.select(0.1e9, 0.2e9);
        QCOMPARE(unlikeReference(over.pictureOf(over.board.overhead), "overhead-range"), QString());
    }

    void theThroughputIsAllItems()
    {
        Finished over;
        const RunModel& run = over.board.run;
        double items = 0;
        for (const Throughput& part : run.throughput(0, run.summary().wall, 100)) {
            items += part.itemsPerSecond * (part.to - part.from);
        }
        QVERIFY(std::abs(items - static_cast<double>(run.summary().done)) <
                0.02 * static_cast<double>(run.summary().done));
        QCOMPARE(unlikeReference(over.pictureOf(over.board.throughput), "throughput"), QString());
    }

    void theLatenciesAreAllChunks()
    {
        Finished over;
        QCOMPARE(over.board.run.latencies().total(), over.board.run.summary().chunks);
        over.board.throughput.showLatency(true);
        QCOMPARE(unlikeReference(over.pictureOf(over.board.throughput), "latency"), QString());
    }

    void theStepsOfATaskFollowEachOther_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QString>("name");
        QTest::newRow("light") << false << "waterfall";
        QTest::newRow("dark") << true << "waterfall-dark";
    }

    void theStepsOfATaskFollowEachOther()
    {
        QFETCH(bool, dark);
        QFETCH(QString, name);
        const Finished over;
        const TaskDetail detail = taskDetail(over.board.run, over.board.run.slowest());
        QVERIFY(detail.steps.size() >= 5);
        const Theme theme = Theme::of(dark);
        TaskWaterfall waterfall;
        waterfall.setTheme(theme);
        waterfall.show(detail);
        const QImage picture = pictureOf(waterfall, theme, waterfall.sizeHint());
        double all = 0;
        int end = 0;
        for (std::size_t step = 0; step < detail.steps.size(); ++step) {
            all += detail.steps[step].time();
            for (const QRect& bar : waterfall.barsOf(step)) end = std::max(end, bar.right() + 1);
        }
        QVERIFY(std::abs(all - detail.total) <= 1e-6 * detail.total); // one after the other
        for (std::size_t step = 0; step < detail.steps.size(); ++step) {
            int wide = 0;
            for (const QRect& bar : waterfall.barsOf(step)) {
                QVERIFY(bar.width() >= 2 && bar.right() < picture.width());
                wide += bar.width();
            }
            QVERIFY(std::abs(wide - detail.steps[step].time() / all * end) <= 4);
        }
        QCOMPARE(unlikeReference(picture, name), QString());
    }

    void theBarsOfTwoRunsAreTheirWorkerTime()
    {
        Compared two;
        CompareStrip strip;
        strip.setTheme(Theme::lightTheme());
        strip.setModel(&two.comparison);
        const QImage picture = pictureOf(strip, Theme::lightTheme(), strip.sizeHint());
        const double wanted = workerTime(two.comparison.after()->summary()) /
                              workerTime(two.comparison.before()->summary());
        const double drawn =
            strip.bar(true).width() / static_cast<double>(strip.bar(false).width());
        QVERIFY(std::abs(drawn - wanted) < 0.01);
        QCOMPARE(unlikeReference(picture, "compare-strip"), QString());
    }

    void theLanesOfTwoRunsShareTheirAxis()
    {
        Compared two;
        CompareLanes lanes;
        lanes.setTheme(Theme::lightTheme());
        lanes.setModel(&two.comparison);
        const QImage picture = pictureOf(lanes, Theme::lightTheme(), QSize(1048, 320));
        const double longer = two.comparison.before()->now(),
                     shorter = two.comparison.after()->now();
        const double first = lanes.x(0);
        QVERIFY(std::abs((lanes.x(shorter) - first) / (lanes.x(longer) - first) -
                         shorter / longer) < 1e-6);
        for (const bool after : {false, true}) {
            for (int lane = -1; lane < 4; ++lane) QVERIFY(!lanes.barOf(after, lane).isEmpty());
        }
        QCOMPARE(unlikeReference(picture, "compare-lanes"), QString());
    }

    void theSameRunIsTheSamePicture()
    {
        Finished one, other;
        QCOMPARE(one.pictureOf(one.board.overhead), other.pictureOf(other.board.overhead));
        QCOMPARE(one.pictureOf(one.board.throughput), other.pictureOf(other.board.throughput));
        QCOMPARE(one.pictureOf(one.board.verdict), other.pictureOf(other.board.verdict));
    }

    void aBarThatIsAnotherIsFound()
    {
        const SimulatedRun shorter({.seconds = 0.3, .straggler = false, .seed = 11});
        Finished over(Theme::lightTheme(), shorter), was;
        QVERIFY(shareOfPixelsOff(over.pictureOf(over.board.lanes), was.pictureOf(was.board.lanes)) >
                0.005);
        const QImage picture = was.pictureOf(was.board.overhead);
        QCOMPARE(shareOfPixelsOff(picture, picture), 0.0);
        QImage changed = picture;
        QPainter(&changed).fillRect(266, 85, 62, 14, Theme::lightTheme().pickle);
        QVERIFY2(shareOfPixelsOff(changed, picture) > 0.005, "a bar of 60 by 14 pixels");
        QVERIFY(shareOfPixelsOff(picture, picture.scaled(10, 10)) == 1);
    }
};

POOLSCOPE_GUI_TEST(ChartPicturesTest);
#include "chart_pictures_test.moc"
