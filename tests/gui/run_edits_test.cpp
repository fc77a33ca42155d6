// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Filters and notes, with no window: what they count, and that each step can be taken back.
#include "tests/gui/gui_test.h"
#include "tests/gui/run_feed.h"
#include "tests/gui/simulated_run.h"

#include "ui/models/models.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace poolscope;
using poolscope::test::SimulatedRun;

namespace {

std::uint64_t countIn(const LatencyCounts& counts)
{
    std::uint64_t sum = 0;
    for (const std::uint64_t bar : counts.bars()) sum += bar;
    return sum;
}

} // namespace

class RunEditsTest final : public QObject {
    Q_OBJECT

private slots:
    void aFilterIsSetAndTakenBackStepByStep()
    {
        RunModel model;
        RunEdits edits;
        edits.setRun(&model);
        QSignalSpy changes(&edits.filter(), &RunFilter::changed);
        edits.filterForPhase(Phase::Pickle);
        edits.filterForRange(1e6, 3e6);
        edits.filterForRange(1e6, 3e6); // nothing changes: no step
        QCOMPARE(edits.steps().count(), 2);
        QCOMPARE(edits.filter().now(), (Filter{Phase::Pickle, 1e6, 3e6}));
        edits.steps().undo();
        QCOMPARE(edits.filter().now(), (Filter{Phase::Pickle, 0, 0}));
        edits.steps().undo();
        QVERIFY(edits.filter().now().none());
        edits.steps().redo();
        edits.steps().redo();
        QCOMPARE(edits.filter().now(), (Filter{Phase::Pickle, 1e6, 3e6}));
        edits.clearFilter();
        QVERIFY(edits.filter().now().none());
        QCOMPARE(changes.count(), 7);
    }

    void notesAreAddedMovedChangedAndRemovedAndAllOfItTakenBack()
    {
        RunModel model;
        RunEdits edits;
        edits.setRun(&model);
        const Annotation late{5'000'000, 1, "cold cache"}, early{2'000'000, -1, "begins"};
        edits.addNote(late);
        edits.addNote(early);
        QCOMPARE(model.annotations(), (std::vector<Annotation>{early, late}));
        Annotation moved = late;
        moved.at = 1'000'000;
        edits.changeNote(late, moved);
        QCOMPARE(model.annotations().front(), moved);
        Annotation told = moved;
        told.text = "warm cache";
        edits.changeNote(moved, told);
        edits.changeNote(early, {early.at, early.lane, ""}); // without text it goes
        QCOMPARE(model.annotations(), (std::vector<Annotation>{told}));
        for (int i = 0; i < 5; ++i) edits.steps().undo();
        QVERIFY(model.annotations().empty());
        for (int i = 0; i < 5; ++i) edits.steps().redo();
        QCOMPARE(model.annotations(), (std::vector<Annotation>{told}));
    }

    void whatIsNoneOfTheNotesChangesNothing()
    {
        RunModel model;
        RunEdits edits;
        edits.setRun(&model);
        edits.addNote({1, -1, ""});
        edits.removeNote({1, -1, "not there"});
        edits.changeNote({1, -1, "not there"}, {2, -1, "still not"});
        QCOMPARE(edits.steps().count(), 0);
    }

    void anotherRunBeginsWithoutStepsAndWithoutAStretch()
    {
        RunModel first, second;
        RunEdits edits;
        edits.setRun(&first);
        edits.filterFor({Phase::Wait, 1, 2});
        edits.setRun(&second);
        QCOMPARE(edits.steps().count(), 0);
        QCOMPARE(edits.filter().now(), (Filter{Phase::Wait, 0, 0}));
    }

    void theSelectedStretchComesBeforeTheOneFilteredFor()
    {
        RunModel model;
        const SimulatedRun run({.seconds = 0.1});
        test::tell(model, run);
        TimeRange range;
        range.setRun(&model);
        RunFilter filter;
        QVERIFY(!countedStretch(&range, &filter).part());
        filter.set({{}, 10e6, 20e6});
        QCOMPARE(countedStretch(&range, &filter), (Counted{10e6, 20e6}));
        range.select(30e6, 35e6);
        QCOMPARE(countedStretch(&range, &filter), (Counted{30e6, 35e6}));
    }

    void theDurationsOfAStretchAreThoseOfItsChunks()
    {
        RunModel model;
        const SimulatedRun run({.chunksize = 4, .seconds = 0.1});
        test::tell(model, run);
        QCOMPARE(durationsOf(model, {}, {}).counts.total(), model.latencies().total());
        const Counted part{20e6, 40e6};
        const Durations some = durationsOf(model, part, {});
        QCOMPARE(some.every, std::size_t{1});
        QCOMPARE(some.counts.total(), rowsIn(model, part.begin, part.end));
        QCOMPARE(countIn(some.counts), some.counts.total());
        const Durations compute = durationsOf(model, {}, Phase::Compute);
        QCOMPARE(compute.counts.total(), model.latencies().total());
        QVERIFY(compute.counts.percentile(0.5) < model.latencies().percentile(0.5));
    }

    void theItemsOfTwoStretchesAreAllOfThem()
    {
        RunModel model;
        const SimulatedRun run({.chunksize = 4, .seconds = 0.05, .failures = 3});
        test::tell(model, run);
        const ItemSet early = itemsIn(model, {0, 25e6}, 1000),
                      late = itemsIn(model, {25e6, 60e6}, 1000);
        int both = 0;
        for (std::uint64_t item = 0; item < 1000; ++item) {
            QVERIFY(early.holds(item) || late.holds(item));
            both += early.holds(item) && late.holds(item) ? 1 : 0;
        }
        QVERIFY(both <= 4 * 4); // a chunk a lane lies on the border
        QVERIFY(!early.holds(run.plan().items));
        int failed = 0;
        const ItemSet all = failedItemsIn(model, {0, 1e9});
        for (const Failure& failure : model.failures()) failed += all.holds(failure.item) ? 1 : 0;
        QCOMPARE(failed, 3);
        QVERIFY(failedItemsIn(model, {0, 1}).empty());
    }
};

POOLSCOPE_GUILESS_TEST(RunEditsTest);
#include "run_edits_test.moc"
