// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The charts say what the counters say, in every state; the pictures go to $POOLSCOPE_PICTURES.
#include "tests/gui/charts_board.h"
#include "tests/gui/gui_test.h"
#include "tests/gui/run_feed.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <numeric>

using namespace poolscope;
using poolscope::test::ChartsBoard;
using poolscope::test::countPixels;
using poolscope::test::SimulatedOptions;
using poolscope::test::SimulatedRun;

namespace {

/// Counts how often a chart is drawn.
class CountingChart final : public Chart {
public:
    int drawn = 0;

protected:
    void refresh() override { ++drawn; }
};

const SimulatedRun& longRun()
{
    static const SimulatedRun run({.seconds = 0.6, .straggler = true, .seed = 7});
    return run;
}

QWidget* hoverCard(const QWidget& board)
{
    for (QWidget* child : board.findChildren<QWidget*>()) {
        if (child->inherits("poolscope::HoverCard")) return child;
    }
    return nullptr;
}

// QTest::mouseMove moves the cursor, which an offscreen platform tells no widget.
void moveMouse(QWidget& widget, const QPoint& to)
{
    QMouseEvent event(QEvent::MouseMove, to, widget.mapToGlobal(to), Qt::NoButton, Qt::NoButton, {});
    QCoreApplication::sendEvent(&widget, &event);
}

constexpr QRect lanesOf(232 + 216, 121 + 32, 816, 240);

} // namespace

class ChartsTest final : public QObject {
    Q_OBJECT

private slots:
    void aHiddenChartIsNotDrawn()
    {
        const SimulatedRun simulated({.seconds = 0.05});
        RunModel run;
        CountingChart chart;
        chart.setRun(&run);
        for (int i = 0; i < 5; ++i) run.begin(simulated.plan());
        QCoreApplication::processEvents();
        QCOMPARE(chart.drawn, 0);
        chart.show();
        QCOMPARE(chart.drawn, 1);
        for (int i = 0; i < 5; ++i) run.begin(simulated.plan());
        QCoreApplication::processEvents();
        QCOMPARE(chart.drawn, 2); // changes of one turn of the event loop are one drawing
    }

    void thereIsALaneForTheParentAndEachWorker()
    {
        ChartsBoard board(Theme::lightTheme());
        board.feed(longRun(), longRun().end());
        board.picture();
        QCOMPARE(board.lanes.laneCount(), 5);
    }

    void everyPhaseIsSeenInTheLanes()
    {
        const Theme theme = Theme::lightTheme();
        ChartsBoard board(theme);
        board.feed(longRun(), longRun().end());
        const QImage picture = board.picture();
        for (const QColor& color : {theme.pale, theme.pickle, theme.unpickle, theme.transfer, theme.wait}) {
            QVERIFY2(countPixels(picture, lanesOf, color) > 2000, qPrintable(color.name()));
        }
        QVERIFY(countPixels(picture, lanesOf, theme.compute) > 20 * 32); // the straggler
    }

    void theBarOfTheVerdictIsAsLongAsItsShares()
    {
        const Theme theme = Theme::lightTheme();
        ChartsBoard board(theme);
        board.feed(longRun(), longRun().end());
        const QImage picture = board.picture();
        const QRect bar(16, 51, 1200, 1);
        const Summary& summary = board.run.summary();
        const double all = summary.phases.total() + summary.start + summary.unaccounted;
        const double compute = countPixels(picture, bar, theme.compute);
        const double pickle = countPixels(picture, bar, theme.pickle);
        QVERIFY(std::abs(compute / pickle - summary.phases[Phase::Compute] / summary.phases[Phase::Pickle]) < 0.02);
        QVERIFY(all > 0);
    }

    void theRowsOfTheOverheadAddUp()
    {
        ChartsBoard board(Theme::lightTheme());
        board.feed(longRun(), longRun().end());
        const std::vector<OverheadRow> rows = overheadRows(board.run);
        QCOMPARE(rows.size(), std::size_t{6});
        double time = 0, bytes = 0;
        for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
            time += rows[i].time();
            bytes += rows[i].moved;
        }
        QCOMPARE(rows.back().time(), time);
        QCOMPARE(rows.back().moved, bytes);
        const Summary& summary = board.run.summary();
        QCOMPARE(rows[0].moved, static_cast<double>(summary.bytesOut + summary.bytesBack));
        const double workers = summary.phases[Phase::Pickle] + summary.parent[Phase::Pickle];
        QVERIFY(std::abs(rows.back().pickle - workers) < 1e-9);
        const auto few = withRestJoined(rows, 4);
        QCOMPARE(few.size(), std::size_t{4});
        QVERIFY(std::abs(few[0].time() + few[1].time() + few[2].time() - time) < 1e-9);
    }

    void theOverheadOfARangeIsThatOfItsRows()
    {
        ChartsBoard board(Theme::lightTheme());
        board.feed(longRun(), longRun().end());
        board.range.select(0.2e9, 0.4e9);
        const std::vector<OverheadRow> part = overheadRows(board.run, countedStretch(&board.range, nullptr));
        const double exact = at(board.run.lane(0).worker(0.2e9, 0.4e9), Phase::Pickle) * 1e-9;
        QVERIFY(std::abs(part[1].pickle - exact) < 1e-12);
        QVERIFY(part.back().time() < overheadRows(board.run).back().time());
    }

    void clickingATaskSelectsIt()
    {
        ChartsBoard board(Theme::lightTheme());
        board.feed(longRun(), longRun().end());
        board.picture();
        QSignalSpy chosen(&board.lanes, &LanesChart::rowSelected);
        board.lanes.showEvidence();
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(board.lanes.selected().lane, 1);
        board.lanes.selectNeighbour(1);
        QCOMPARE(board.lanes.selected().index, board.run.slowest().index + 1);
        board.lanes.clearSelection();
        QVERIFY(!board.lanes.selected().valid());
    }

    void hoveringSaysWhatATaskIs()
    {
        ChartsBoard board(Theme::lightTheme());
        board.feed(longRun(), longRun().end());
        board.lanes.showEvidence();
        const QImage before = board.picture();
        QWidget* plot = nullptr;
        for (QWidget* child : board.lanes.findChildren<QWidget*>()) {
            if (child->inherits("poolscope::LanesPlot")) plot = child;
        }
        QVERIFY(plot);
        moveMouse(*plot, QPoint(plot->width() / 2, 2 * 48 + 24));
        QTRY_VERIFY(hoverCard(board) && hoverCard(board)->isVisible());
        test::savePicture(board.picture(), QStringLiteral("hover"));
        moveMouse(*plot, QPoint(plot->width() / 2, plot->height() - 2));
        QTRY_VERIFY(!hoverCard(board)->isVisible());
    }

    void whyShowsTheFormulas()
    {
        ChartsBoard board(Theme::darkTheme());
        board.feed(longRun(), longRun().end());
        board.picture();
        for (QAbstractButton* button : board.verdict.findChildren<QAbstractButton*>()) {
            if (button->text() == QLatin1String("Why?")) button->click();
        }
        QWidget* card = nullptr;
        for (QWidget* child : board.findChildren<QWidget*>()) {
            if (child->inherits("poolscope::WhyCard")) card = child;
        }
        QVERIFY(card && card->isVisible());
        test::savePicture(board.picture(), QStringLiteral("why"));
        QTest::keyClick(card, Qt::Key_Escape);
        QTRY_VERIFY(board.findChildren<QWidget*>().indexOf(card) < 0);
    }

    void aPhaseIsFilteredByItsLabel()
    {
        ChartsBoard board(Theme::lightTheme());
        board.feed(longRun(), longRun().end());
        board.picture();
        QTest::mouseClick(&board.verdict, Qt::LeftButton, {}, QPoint(16 + 176 + 20, 73));
        QCOMPARE(board.verdict.phase(), std::optional(Phase::Pickle));
        board.edits.filterForPhase(board.verdict.phase());
        const QImage picture = board.picture();
        QCOMPARE(countPixels(picture, lanesOf, Theme::lightTheme().transfer), 0);
        QTest::mouseClick(&board.verdict, Qt::LeftButton, {}, QPoint(16 + 176 + 20, 73));
        QVERIFY(!board.verdict.phase());
    }

    void picturesOfAllStates_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void picturesOfAllStates()
    {
        QFETCH(bool, dark);
        const Theme theme = Theme::of(dark);
        const QString tone = dark ? QStringLiteral("-dark") : QStringLiteral("-light");
        ChartsBoard live(theme);
        live.feed(longRun(), longRun().end() * 8 / 10, 16);
        live.save(QStringLiteral("running") + tone);
        live.lanes.showEvidence();
        live.range.show(0.3e9, 0.3e9 + 240e3);
        live.save(QStringLiteral("zoomed") + tone);
        ChartsBoard over(theme);
        const SimulatedRun paying({.chunksize = 256, .seconds = 0.48, .computeMicros = 5.4, .pickleMicros = 0.15, .straggler = true});
        over.feed(paying, paying.end());
        over.save(QStringLiteral("finished") + tone);
        over.range.show(197e6, 205e6);
        over.range.select(199.6e6, 202.4e6);
        over.lanes.select(over.run.rowAt(3, 201e6));
        over.throughput.showLatency(true);
        over.save(QStringLiteral("selected") + tone);
        ChartsBoard bad(theme);
        const SimulatedRun failing({.workers = 3, .chunksize = 1, .seconds = 1, .computeMicros = 20'000, .pickleMicros = 900, .death = true, .failures = 3});
        bad.feed(failing, failing.end());
        bad.verdict.setAlert(QStringLiteral("worker 2 was killed (signal 9): task 4711 failed"), QStringLiteral("; 7 finished tasks whose results were lost were run again"));
        bad.save(QStringLiteral("died") + tone);
        ChartsBoard stopped(theme);
        stopped.feed(longRun(), longRun().end() * 4 / 10, 4, true);
        stopped.save(QStringLiteral("stopped") + tone);
        QCOMPARE(stopped.run.state(), RunState::Cancelled);
    }

    void pictureOfManyWorkersInLargeType()
    {
        const SimulatedRun many({.workers = 16, .chunksize = 64, .seconds = 0.2, .computeMicros = 3});
        ChartsBoard board(Theme::lightTheme());
        board.feed(many, many.end());
        board.overhead.setUnit(OverheadChart::Unit::Bytes);
        board.save(QStringLiteral("many"));
        QCOMPARE(board.lanes.laneCount(), 17);
        ChartsBoard large(Theme::lightTheme(), 1.25);
        large.feed(longRun(), longRun().end() / 2);
        large.save(QStringLiteral("large"));
    }

    void theReportIsDrawnWithoutAWindow()
    {
        RunModel run;
        const SimulatedRun& simulated = longRun();
        test::tell(run, simulated);
        const Theme theme = Theme::lightTheme();
        const QImage once = renderReportPicture(run, theme);
        QCOMPARE(once.width(), 1280);
        test::savePicture(once, QStringLiteral("report"));
        QVERIFY(countPixels(once, once.rect(), theme.pickle) > 10'000);
        const QImage twice = renderReportPicture(run, theme, 1280, 2);
        QCOMPARE(twice.size(), once.size() * 2);
        test::savePicture(twice, QStringLiteral("report-2x"));
    }
};

POOLSCOPE_GUI_TEST(ChartsTest);
#include "charts_test.moc"
