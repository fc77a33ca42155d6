// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Filters and notes on the charts.
#include "tests/gui/charts_board.h"

#include "tests/gui/gui_test.h"
#include "tests/gui/run_feed.h"
#include "ui/charts/lane_headers.h"
#include "ui/charts/lanes_plot.h"
#include "ui/charts/latency_plot.h"
#include "ui/charts/note_editor.h"
#include "ui/charts/phase_labels.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace poolscope;
using poolscope::test::shortRun;
using poolscope::test::ChartsBoard;
using poolscope::test::SimulatedRun;

namespace {

template <class T> T* partOf(QWidget& widget)
{
    for (QWidget* child : widget.findChildren<QWidget*>()) {
        if (auto* const part = dynamic_cast<T*>(child)) return part;
    }
    return nullptr;
}

QAbstractButton* buttonNamed(QWidget& widget, const QString& text)
{
    for (auto* button : widget.findChildren<QAbstractButton*>()) {
        if (button->text().startsWith(text) && !button->isHidden()) return button;
    }
    return nullptr;
}

void drag(QWidget& widget, const QPoint& from, const QPoint& to)
{
    QTest::mousePress(&widget, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 4; ++i) {
        const QPoint at = from + (to - from) * i / 4;
        QMouseEvent move(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton,
                         Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&widget, &move);
    }
    QTest::mouseRelease(&widget, Qt::LeftButton, {}, to);
}

} // namespace

class ChartEditsTest final : public QObject {
    Q_OBJECT

private slots:
    void theSelectedRangeBecomesTheFilterOfAllCharts()
    {
        ChartsBoard board(Theme::lightTheme());
        board.feed(shortRun(), shortRun().end());
        board.range.select(100e6, 150e6);
        board.picture();
        QAbstractButton* const filter = buttonNamed(board.lanes, QStringLiteral("Filter"));
        QVERIFY(filter);
        filter->click();
        QCOMPARE(board.edits.filter().now(), (Filter{{}, 100e6, 150e6}));
        QVERIFY(!board.range.hasSelection());
        board.throughput.showLatency(true);
        board.save(QStringLiteral("filtered"));
        auto* const latency = partOf<LatencyPlot>(board.throughput);
        QCOMPARE(latency->durations().counts.total(), rowsIn(board.run, 100e6, 150e6));
        double items = 0;
        for (std::size_t i = 0; i < board.run.laneCount(); ++i)
            items += board.run.lane(i).items(100e6, 150e6);
        double told = 0;
        for (const Throughput& part : board.run.throughput(0.1, 0.15, 20))
            told += part.itemsPerSecond * (part.to - part.from);
        QVERIFY(std::abs(told - items) < 1e-6 * items);
        QAbstractButton* const chip = buttonNamed(board.lanes, QStringLiteral("Only "));
        QVERIFY(chip);
        QVERIFY2(chip->text().contains(stretchText(board.edits.filter().now())),
                 qPrintable(chip->text()));
        chip->click();
        QVERIFY(board.edits.filter().now().none());
        board.edits.steps().undo();
        QCOMPARE(board.edits.filter().now().end, 150e6);
    }

    void theSharesOfAFilteredStretchSumToAHundred()
    {
        ChartsBoard board(Theme::lightTheme());
        board.feed(shortRun(), shortRun().end());
        double sum = 0;
        for (const LaneProgress& progress : laneProgress(board.run, {100e6, 150e6})) {
            sum += QString(progress.share).remove(QStringLiteral("\u00a0%")).toDouble();
        }
        QVERIFY(std::abs(sum - 100) < 1e-6);
    }

    void theOverheadOfAPhaseIsThatPhaseAlone()
    {
        ChartsBoard board(Theme::lightTheme());
        board.feed(shortRun(), shortRun().end());
        const auto all = overheadRows(board.run);
        const auto some = onlyPhase(all, Phase::Unpickle);
        for (std::size_t i = 0; i < all.size(); ++i) QCOMPARE(some[i].time(), all[i].unpickle);
        QCOMPARE(onlyPhase(all, Phase::Compute).back().time(), all.back().time());
    }

    void outsideOfTheFilterNoPhaseIsDrawn()
    {
        ChartsBoard board(Theme::lightTheme());
        board.feed(shortRun(), shortRun().end());
        board.edits.filterForRange(200e6, 210e6);
        const QImage picture = board.picture();
        const auto* const plot = partOf<LanesPlot>(board.lanes);
        const QPoint corner = plot->mapTo(&board, QPoint(0, 0));
        const QRect left(corner + QPoint(16, 0), QSize(plot->width() / 3, plot->height() - 40));
        QCOMPARE(test::countPixels(picture, left, Theme::lightTheme().compute), 0);
        QCOMPARE(test::countPixels(picture, left, Theme::lightTheme().pickle), 0);
    }

    void aNoteIsWrittenAtTheSelectedTaskAndTakenBack()
    {
        ChartsBoard board(Theme::lightTheme());
        board.feed(shortRun(), shortRun().end());
        board.range.show(90e6, 110e6);
        board.lanes.select(board.run.rowAt(1, 100e6));
        board.picture();
        board.lanes.addNote();
        auto* const editor = partOf<NoteEditor>(board.lanes);
        QVERIFY(editor && editor->isVisible());
        QTest::keyClicks(editor, QStringLiteral("cold cache"));
        QTest::keyClick(editor, Qt::Key_Return);
        QCOMPARE(board.run.annotations().size(), std::size_t{1});
        QCOMPARE(board.run.annotations().front().lane, 1);
        QCOMPARE(board.run.annotations().front().text, std::string("cold cache"));
        board.save(QStringLiteral("note"));
        board.edits.steps().undo();
        QVERIFY(board.run.annotations().empty());
        board.edits.steps().redo();
        QCOMPARE(board.run.annotations().size(), std::size_t{1});
    }

    void escapeWritesNothing()
    {
        ChartsBoard board(Theme::lightTheme());
        board.feed(shortRun(), shortRun().end());
        board.picture();
        board.lanes.addNote();
        auto* const editor = partOf<NoteEditor>(board.lanes);
        QTest::keyClicks(editor, QStringLiteral("not this"));
        QTest::keyClick(editor, Qt::Key_Escape);
        QVERIFY(!editor->isVisible());
        QVERIFY(board.run.annotations().empty());
        QCOMPARE(board.edits.steps().count(), 0);
    }

    void aNoteIsDraggedToAnotherMomentAndRemovedWithoutText()
    {
        ChartsBoard board(Theme::lightTheme());
        board.feed(shortRun(), shortRun().end());
        board.edits.addNote({100'000'000, 2, "here"});
        board.picture();
        auto* const plot = partOf<LanesPlot>(board.lanes);
        const QPoint flag = plot->placeOf(board.run.annotations().front()) + QPoint(6, 0);
        QCOMPARE(plot->noteAt(flag), std::optional<std::size_t>(0));
        drag(*plot, flag, flag + QPoint(200, 0));
        const double moved = static_cast<double>(board.run.annotations().front().at);
        QVERIFY(std::abs(moved - plot->nanosAt(flag + QPoint(200, 0))) < 2);
        board.picture();
        QTest::mouseClick(plot, Qt::LeftButton, {},
                          plot->placeOf(board.run.annotations().front()) + QPoint(6, 0));
        auto* const editor = partOf<NoteEditor>(board.lanes);
        QVERIFY(editor && editor->isVisible());
        QCOMPARE(editor->text(), QStringLiteral("here"));
        editor->clear();
        QTest::keyClick(editor, Qt::Key_Return);
        QVERIFY(board.run.annotations().empty());
        for (int i = 0; i < 2; ++i) board.edits.steps().undo();
        QCOMPARE(board.run.annotations().front().at, Nanos{100'000'000});
    }

    void notesThatWouldMeetGiveWay()
    {
        ChartsBoard board(Theme::darkTheme());
        board.feed(shortRun(), shortRun().end());
        for (int i = 0; i < 12; ++i)
            board.edits.addNote({100'000'000 + i * 4'000'000, 1, "a note that says something"});
        board.edits.addNote({240'000'000, -1, "of the whole run"});
        board.save(QStringLiteral("notes"));
        const LaneLayout layout = laneLayoutFor(&board.run, Theme::darkTheme(), 300, 0);
        const Theme theme = Theme::darkTheme();
        const LaneScene scene{board.run, theme, 0, 400e6, 16, 800, {}};
        std::vector<QRectF> rects;
        for (const NoteFlag& flag : noteFlags(scene, layout)) rects.emplace_back(flag.flag);
        QCOMPARE(rects.size(), std::size_t{13});
        QVERIFY(test::apart(rects));
    }

    void anotherChunkSizeIsRemembered()
    {
        RunModel run;
        const SimulatedRun& simulated = shortRun();
        run.begin(simulated.plan());
        Summary summary = simulated.summaryAt(simulated.end() / 2);
        test::RunFeed feed(run);
        feed.apply(summary, simulated.totalsAt(simulated.end() / 4),
                   simulated.between(0, simulated.end() / 4));
        QVERIFY(run.chunkChanges().empty());
        summary.plan.chunksize = 64;
        feed.apply(summary, simulated.totalsAt(simulated.end() / 2),
                   simulated.between(simulated.end() / 4, simulated.end() / 2));
        QCOMPARE(run.chunkChanges().size(), std::size_t{1});
        QCOMPARE(run.chunkChanges().front().chunksize, std::uint64_t{64});
    }

    void similarChunksAreMarkedAndTheNextIsSelected()
    {
        ChartsBoard board(Theme::lightTheme());
        board.feed(shortRun(), shortRun().end());
        const RowRef first = board.run.rowAt(2, 120e6);
        board.lanes.select(first);
        const std::size_t found = board.lanes.selectSimilar();
        QVERIFY(found > 1);
        QVERIFY(board.lanes.selected() != first);
        board.lanes.clearSelection();
        QCOMPARE(board.lanes.selectSimilar(), std::size_t{0});
    }

    void theStepsOfATaskAreSeenHoweverShortTheyAre()
    {
        ChartsBoard board(Theme::lightTheme());
        board.feed(shortRun(), shortRun().end());
        TaskWaterfall waterfall;
        const TaskDetail detail = taskDetail(board.run, board.run.slowest());
        waterfall.show(detail);
        waterfall.resize(256, waterfall.sizeHint().height());
        for (std::size_t step = 0; step < detail.steps.size(); ++step) {
            for (const QRect& bar : waterfall.barsOf(step)) {
                QVERIFY(bar.width() >= 2);
                QVERIFY(bar.left() >= 0 && bar.right() < waterfall.width());
            }
        }
    }

    void aPhaseIsFilteredByKeys()
    {
        ChartsBoard board(Theme::lightTheme());
        board.feed(shortRun(), shortRun().end());
        board.picture();
        board.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&board));
        const auto labels = board.verdict.findChildren<PhaseLabel*>();
        QCOMPARE(labels.size(), qsizetype{phaseCount});
        for (PhaseLabel* label : labels) {
            QVERIFY(label->accessibleName().endsWith(QLatin1String(", not pressed")));
        }
        labels[0]->setFocus(Qt::TabFocusReason);
        const QImage focused = board.verdict.grab().toImage();
        QTest::keyClick(labels[0], Qt::Key_Right);
        QVERIFY(labels[1]->hasFocus()); // and Tab comes to it alone
        QVERIFY(labels[1]->focusPolicy() == Qt::TabFocus &&
                labels[0]->focusPolicy() == Qt::NoFocus);
        QVERIFY(board.verdict.grab().toImage() != focused); // the ring has gone with it
        QTest::keyClick(labels[1], Qt::Key_Space);
        QCOMPARE(board.verdict.phase(), std::optional(Phase::Pickle));
        QVERIFY(labels[1]->isChecked());
        QVERIFY2(labels[1]->accessibleName().startsWith(QLatin1String("pickle ")) &&
                     labels[1]->accessibleName().endsWith(QLatin1String(", pressed")),
                 qPrintable(labels[1]->accessibleName()));
        QTest::keyClick(labels[1], Qt::Key_Left);
        QTest::keyClick(labels[0], Qt::Key_Left); // around to the last
        QTest::keyClick(labels[4], Qt::Key_Return);
        QCOMPARE(board.verdict.phase(), std::optional(Phase::Wait));
        QTest::keyClick(labels[4], Qt::Key_Escape);
        QVERIFY(!board.verdict.phase() && !labels[4]->isChecked());
    }
};

POOLSCOPE_GUI_TEST(ChartEditsTest);
#include "chart_edits_test.moc"
