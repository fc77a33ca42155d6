// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two runs side by side: which are checked, what the table says, where the lanes stand.
#include "tests/gui/charts_board.h"
#include "tests/gui/gui_test.h"
#include "tests/gui/run_feed.h"
#include "tests/gui/strict_messages.h"

#include "ui/views/difference_table.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using poolscope::test::countPixels;
using poolscope::test::SimulatedOptions;
using poolscope::test::SimulatedRun;
using Rules = QAbstractItemModelTester;

namespace {

/// Three runs, the newest the fastest: 0.4 s, 0.4 s and 0.1 s.
struct ThreeRuns {
    RunsModel runs;
    ComparisonModel comparison;
    ThreeRuns()
    {
        QObject::connect(&runs, &RunsModel::comparedChanged, &comparison,
                         [this] { comparison.compare(runs); });
        runs.add(test::ran(SimulatedRun({.workers = 2, .seconds = 0.4})));
        runs.add(test::ran(SimulatedRun({.seconds = 0.4, .seed = 3})));
        runs.add(test::ran(SimulatedRun({.chunksize = 64, .seconds = 0.1, .seed = 4})));
    }
};

} // namespace

class CompareTest final : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { QCOMPARE(StrictMessages::take(), QStringList()); }

    void theRunInViewAndTheOneBeforeItAreComparedFirst()
    {
        ThreeRuns three;
        const Rules rules(&three.runs, Rules::FailureReportingMode::QtTest);
        QVERIFY(three.runs.canCompare());
        QVERIFY(!three.runs.index(0).data(Qt::CheckStateRole).isValid());
        three.runs.setComparing(true);
        QCOMPARE(three.runs.index(0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QCOMPARE(three.runs.index(1).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QCOMPARE(three.runs.index(2).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        QCOMPARE(three.comparison.beforeName(), "run 2");
        QCOMPARE(three.comparison.afterName(), "run 3");
    }

    void ofThreeCheckedTheFirstIsLetGo()
    {
        ThreeRuns three;
        three.runs.setComparing(true);
        three.runs.toggleCompared(three.runs.index(2));
        QCOMPARE(three.comparison.beforeName(), "run 1");
        QCOMPARE(three.comparison.afterName(), "run 3"); // run 2 was checked first
        three.runs.toggleCompared(three.runs.index(0));
        QVERIFY(three.comparison.empty());
        QCOMPARE(three.comparison.rowCount(), 0);
        three.runs.setComparing(false);
        three.runs.toggleCompared(three.runs.index(0));
        QVERIFY(!three.runs.compared().first);
    }

    void oneRunIsNotEnough()
    {
        RunsModel runs;
        runs.add(test::ran(SimulatedRun({.seconds = 0.05})));
        QVERIFY(!runs.canCompare());
        runs.add(std::make_shared<RunModel>());
        QVERIFY(!runs.canCompare()); // the second did nothing
        runs.setComparing(true);
        QVERIFY(!runs.compared().second);
    }

    void theTableSaysWhatTheSummariesSay()
    {
        ThreeRuns three;
        const Rules rules(&three.comparison, Rules::FailureReportingMode::QtTest);
        three.runs.setComparing(true);
        const auto cell = [&](int row, int column) {
            return three.comparison.index(row, column).data().toString();
        };
        const Summary& before = three.comparison.before()->summary();
        QCOMPARE(
            three.comparison.headerData(ComparisonModel::After, Qt::Horizontal, Qt::DisplayRole)
                .toString(),
            "run 3");
        QCOMPARE(three.comparison.index(3, 0).data(ComparisonModel::PhaseRole).toInt(),
                 int(Phase::Pickle));
        QVERIFY(three.comparison.perItem()); // they did not do the same number of items
        three.comparison.setPerItem(false);
        QCOMPARE(cell(0, ComparisonModel::Before), QString::fromStdString(timeText(before.wall)));
        const Comparison expected = compareRuns(before, three.comparison.after()->summary());
        for (int row = 0; row < three.comparison.rowCount(); ++row) {
            const Difference& difference = expected.totals[static_cast<std::size_t>(row)];
            QCOMPARE(cell(row, ComparisonModel::Change),
                     QString::fromStdString(difference.differenceText));
            QCOMPARE(cell(row, ComparisonModel::Factor),
                     QString::fromStdString(difference.changeText));
        }
    }

    void bothHalvesOfTheTableAreAllOfIt()
    {
        ThreeRuns three;
        HalfModel first(three.comparison, false, nullptr), second(three.comparison, true, nullptr);
        three.runs.setComparing(true);
        QCOMPARE(first.rowCount() + second.rowCount(), three.comparison.rowCount());
        QVERIFY(first.rowCount() >= second.rowCount());
        QCOMPARE(second.index(0, 0).data(), three.comparison.index(first.rowCount(), 0).data());
    }

    void theLargerTheChangeTheDarkerItStands()
    {
        for (const Theme& theme : {Theme::lightTheme(), Theme::darkTheme()}) {
            double last = 0;
            for (const Strength strength : {Strength::None, Strength::Slight, Strength::Clear,
                                            Strength::Strong, Strength::Huge}) {
                const double apart = contrast(groundOf(theme, strength), theme.canvas);
                QVERIFY2(apart > last, qPrintable(theme.canvas.name()));
                last = apart;
                QVERIFY(contrast(textOf(theme, strength), groundOf(theme, strength)) >= 4.5);
            }
        }
    }

    void theLanesOfTheRunBeforeAreMirrored()
    {
        ThreeRuns three;
        CompareLanes lanes;
        lanes.resize(1040, 320);
        lanes.setModel(&three.comparison);
        three.runs.setComparing(true);
        const int parent = lanes.barOf(false, -1).top();
        QVERIFY(lanes.barOf(false, 3).bottom() < lanes.barOf(false, 0).top());
        QVERIFY(lanes.barOf(false, 0).bottom() < parent);
        QVERIFY(parent < lanes.barOf(true, -1).top());
        QVERIFY(lanes.barOf(true, -1).bottom() < lanes.barOf(true, 0).top());
        QVERIFY(lanes.barOf(true, 0).bottom() < lanes.barOf(true, 3).top());
        QVERIFY(lanes.barOf(true, 4).isEmpty());
        QVERIFY(lanes.barOf(true, 3).bottom() < lanes.height());
    }

    void bothRunsShareOneAxisAndZoomTogether()
    {
        ThreeRuns three;
        CompareLanes lanes;
        lanes.resize(1040, 320);
        lanes.setModel(&three.comparison);
        three.runs.setComparing(true);
        const double longest = three.comparison.before()->now();
        QCOMPARE(lanes.begin(), 0.0);
        QVERIFY(lanes.end() >= longest && lanes.end() < 1.5 * longest);
        const double apart = lanes.x(longest) - lanes.x(three.comparison.after()->now());
        lanes.zoomIn();
        QVERIFY(lanes.x(longest) - lanes.x(three.comparison.after()->now()) > apart);
        lanes.panRight();
        QVERIFY(lanes.begin() > 0);
        lanes.fit();
        QCOMPARE(lanes.begin(), 0.0);
    }

    void theBarsOfTheHeadHaveOneScale()
    {
        ThreeRuns three;
        CompareStrip strip;
        strip.resize(1280, 120);
        strip.setModel(&three.comparison);
        QVERIFY(strip.bar(false).isEmpty());
        QVERIFY(strip.sentence().startsWith("Nothing to compare"));
        three.runs.setComparing(true);
        const auto time = [](const RunModel& run) {
            const Summary& summary = run.summary();
            return summary.phases.total() + summary.start + summary.unaccounted;
        };
        const double expected = time(*three.comparison.after()) / time(*three.comparison.before());
        QVERIFY(std::abs(strip.bar(true).width() / double(strip.bar(false).width()) - expected) <
                0.01);
        QVERIFY2(strip.sentence().startsWith("Run 3 is "), qPrintable(strip.sentence()));
        QVERIFY2(strip.sentence().contains("chunk 64 instead of 1"), qPrintable(strip.sentence()));
        QCOMPARE(strip.accessibleName(), strip.sentence());
    }

    void everyPhaseOfBothRunsIsSeen()
    {
        const Theme theme = Theme::lightTheme();
        ThreeRuns three;
        CompareLanes lanes;
        lanes.resize(1040, 320);
        lanes.setTheme(theme);
        lanes.setModel(&three.comparison);
        three.runs.setComparing(true);
        const QImage picture = lanes.grab().toImage();
        for (const bool after : {false, true}) {
            const QRect bars = lanes.barOf(after, 0) | lanes.barOf(after, 3);
            for (const QColor& color : {theme.pickle, theme.unpickle, theme.transfer}) {
                QVERIFY2(countPixels(picture, bars, color) > 100, qPrintable(color.name()));
            }
        }
    }

private:
    StrictMessages m_strict;
};

POOLSCOPE_GUI_TEST(CompareTest);
#include "compare_test.moc"
