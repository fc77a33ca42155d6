// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The words in E and F meet neither each other nor an axis, however wide the chart is.
#include "tests/gui/charts_board.h"

#include "tests/gui/gui_test.h"
#include "tests/gui/run_feed.h"
#include "ui/charts/latency_plot.h"
#include "ui/charts/throughput_plot.h"

#include <QTest>

#include <cmath>

using namespace poolscope;
using poolscope::test::shortRun;
using poolscope::test::ChartsBoard;
using poolscope::test::SimulatedRun;

namespace {

ThroughputPlot* plotOf(QWidget& widget)
{
    for (QWidget* child : widget.findChildren<QWidget*>()) {
        if (auto* const plot = dynamic_cast<ThroughputPlot*>(child)) return plot;
    }
    return nullptr;
}

} // namespace

class ChartWordsTest final : public QObject {
    Q_OBJECT

private slots:
    void theWordsOfThePercentilesNeverMeet_data()
    {
        QTest::addColumn<double>("spread");
        QTest::addColumn<int>("width");
        for (const int width : {250, 360, 528, 900}) {
            for (const double spread : {1.0, 1.05, 3.0, 50.0, 1e5}) {
                QTest::addRow("%d px, ×%g", width, spread) << spread << width;
            }
        }
    }

    void theWordsOfThePercentilesNeverMeet()
    {
        QFETCH(double, spread);
        QFETCH(int, width);
        RunModel run;
        RunPlan plan;
        run.begin(plan);
        FeedBatch batch;
        for (int i = 0; i < 2000; ++i) {
            Row row;
            row.start = i * 1000;
            row.count = 1;
            row[Step::Compute] =
                static_cast<float>(34'000 * std::pow(spread, std::pow(i / 2000.0, 8)));
            batch.rows.push_back(row);
        }
        test::RunFeed(run).apply({}, {}, batch);
        LatencyPlot plot;
        plot.setTheme(Theme::lightTheme());
        plot.resize(width, 212);
        plot.setSources(&run, {}, {});
        plot.redraw();
        QCOMPARE(plot.labels().size(), std::size_t{4});
        QVERIFY(test::apart(plot.labels()));
        for (const QRectF& label : plot.labels()) {
            QVERIFY(label.left() >= 0 && label.right() <= plot.axisRect()->rect().right() + 1);
        }
    }

    void theWordsAtTheLinesEndNeverMeetAnAxis_data()
    {
        QTest::addColumn<int>("part");
        QTest::addColumn<int>("width");
        for (const int width : {250, 360, 528, 900}) {
            for (const int part : {3, 50, 85, 99})
                QTest::addRow("%d px at %d %%", width, part) << part << width;
        }
    }

    void theWordsAtTheLinesEndNeverMeetAnAxis()
    {
        QFETCH(int, part);
        QFETCH(int, width);
        ChartsBoard board(Theme::lightTheme());
        board.feed(shortRun(), shortRun().end() * part / 100);
        board.throughput.resize(width, 248);
        board.throughput.refreshNow();
        auto* const plot = plotOf(board.throughput);
        QVERIFY(!plot->endLabels().empty());
        QVERIFY(test::apart(plot->endLabels()));
        for (const QRectF& label : plot->endLabels()) {
            QVERIFY(label.left() >= plot->axisRect()->rect().left());
            QVERIFY(label.right() <= plot->axisRect()->rect().right());
        }
    }
};

POOLSCOPE_GUI_TEST(ChartWordsTest);
#include "chart_words_test.moc"
