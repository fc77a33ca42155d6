// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of one task, with no window: its steps, its neighbours, its values.
#include "tests/gui/gui_test.h"
#include "tests/gui/run_feed.h"
#include "tests/gui/simulated_run.h"

#include "core/pickle/pickle.h"
#include "ui/models/models.h"

#include <QTest>

#include <cmath>

using namespace poolscope;
using poolscope::test::SimulatedRun;

namespace {

using OfStep = TaskStep::Kind;

double timeOf(const TaskDetail& detail, OfStep kind)
{
    for (const TaskStep& step : detail.steps) {
        if (step.kind == kind) return step.time();
    }
    return 0;
}

/// A run of one row.
void tellRow(RunModel& model, const Row& row)
{
    RunPlan plan;
    plan.workers = 1;
    model.begin(plan);
    FeedBatch batch;
    batch.rows = {row};
    test::RunFeed(model).apply({}, {}, batch);
}

std::shared_ptr<const Payload> message(Way way, std::uint64_t first, const Value& value)
{
    Buffer out;
    PickleWriter writer;
    if (!writer.write(value, out)) return nullptr;
    auto payload = std::make_shared<Payload>();
    payload->head.first = first;
    payload->head.count = 2;
    payload->head.way = way;
    payload->order = way == Way::Out ? 1 : 2;
    payload->bytes = std::string(out.view());
    return payload;
}

Value taskOf(Document& document, const std::vector<Value>& items)
{
    const std::array<Value, 2> call{document.global("jobs", "power"), document.tuple(items)};
    const std::array<Value, 1> arguments{document.tuple(call)};
    const std::array<Value, 5> parts{document.integer(0), document.integer(3),
                                     document.global("multiprocessing.pool", "mapstar"),
                                     document.tuple(arguments), document.dict()};
    return document.tuple(parts);
}

Value answerOf(Document& document, const std::vector<Value>& values)
{
    const std::array<Value, 2> outcome{document.boolean(true), document.list(values)};
    const std::array<Value, 3> parts{document.integer(0), document.integer(3),
                                     document.tuple(outcome)};
    return document.tuple(parts);
}

} // namespace

class TaskDetailTest final : public QObject {
    Q_OBJECT

private slots:
    void theStepsOfEachChunkFollowEachOtherAndAreItsLatency()
    {
        RunModel model;
        const SimulatedRun run({.chunksize = 16, .seconds = 0.05, .straggler = true});
        test::tell(model, run);
        for (std::size_t lane = 0; lane < model.laneCount(); ++lane) {
            for (std::size_t i = 0; i < model.lane(lane).size(); ++i) {
                const RowRef ref{static_cast<int>(lane), i};
                const TaskDetail detail = taskDetail(model, ref);
                double sum = 0, at = 0;
                for (const TaskStep& step : detail.steps) sum += step.time();
                for (const TaskStep& step : detail.steps) {
                    if (step.kind == OfStep::Send) continue; // the queue lies between its two bars
                    QVERIFY(step.bars.front().begin >= at - 1);
                    at = step.bars.back().end;
                }
                const double latency = latencyOf(model.row(ref)) * 1e9;
                QVERIFY2(std::abs(sum - latency) < 1 + 1e-5 * latency,
                         qPrintable(QString::number(sum - latency)));
                QCOMPARE(detail.total, latency);
            }
        }
    }

    void aMessageThatLayReadyWaitedInTheQueue()
    {
        Row row;
        row.start = 1'000'000;
        row.count = 1;
        row.lead = 500'000;
        row[Step::ParentPickle] = 30'000;
        row[Step::ParentSend] = 3000;
        row[Step::In] = 200;
        row[Step::Compute] = 90'000;
        row.bytesOut = 1361;
        RunModel model;
        tellRow(model, row);
        const TaskDetail detail = taskDetail(model, {0, 0});
        QCOMPARE(timeOf(detail, OfStep::Queue), 467'000.0);
        QCOMPARE(timeOf(detail, OfStep::Send), 3200.0);
        QCOMPARE(detail.steps[0].bytes, std::uint64_t{1361});
    }

    void aMessageThatIsReadWhileItIsWrittenWaitedForNothing()
    {
        Row row;
        row.start = 1'000'000;
        row.lead = 30'000;
        row[Step::ParentPickle] = 30'000;
        row[Step::ParentSend] = 9000;
        row[Step::In] = 10'000;
        RunModel model;
        tellRow(model, row);
        const TaskDetail detail = taskDetail(model, {0, 0});
        QCOMPARE(timeOf(detail, OfStep::Queue), 0.0);
        QCOMPARE(timeOf(detail, OfStep::Send), 10'000.0);
        QCOMPARE(detail.total, 40'000.0);
    }

    void theSlowestChunkIsCalledSo()
    {
        RunModel model;
        const SimulatedRun run({.seconds = 0.1, .straggler = true});
        test::tell(model, run);
        const TaskDetail detail = taskDetail(model, model.slowest());
        QVERIFY(detail.slowest);
        QVERIFY2(rankOf(detail).startsWith(QLatin1String("slowest of ")),
                 qPrintable(rankOf(detail)));
        QVERIFY(!taskDetail(model, {0, 3}).slowest);
        QCOMPARE(placeOf(taskDetail(model, {0, 3})), QStringLiteral("a chunk of its own, W0"));
    }

    void theTaskOfAFailedChunkIsTheOneThatFailed()
    {
        RunModel model;
        const SimulatedRun run({.chunksize = 8, .seconds = 0.1, .failures = 2});
        test::tell(model, run);
        const Failure failure = model.failures().front();
        const RowRef row = rowOfItem(model, failure.item);
        QVERIFY(row.valid());
        const TaskDetail detail = taskDetail(model, row);
        QCOMPARE(detail.item, failure.item);
        QCOMPARE(detail.failure->error.text, failure.error.text);
        QVERIFY(!taskDetail(model, row, failure.item + 1).failure);
    }

    void everyItemIsFoundInItsRow()
    {
        RunModel model;
        const SimulatedRun run({.chunksize = 7, .seconds = 0.02});
        test::tell(model, run);
        for (std::uint64_t item = 0; item < run.plan().items; item += 13) {
            const RowRef ref = rowOfItem(model, item);
            QVERIFY(ref.valid());
            const Row row = model.row(ref);
            QVERIFY(item >= row.item && item < row.item + row.count);
        }
        QVERIFY(!rowOfItem(model, run.plan().items).valid());
    }

    void similarChunksAreAsLongAndBeginWithItself()
    {
        RunModel model;
        const SimulatedRun run({.seconds = 0.05, .straggler = true});
        test::tell(model, run);
        const RowRef one{2, 5};
        const std::vector<RowRef> rows = similarRows(model, one);
        QVERIFY(rows.size() > 10);
        QCOMPARE(rows.front(), one);
        const float compute = model.row(one)[Step::Compute];
        for (const RowRef& ref : rows) {
            const float other = model.row(ref)[Step::Compute];
            QVERIFY(other <= compute * 1.26f && compute <= other * 1.26f);
        }
        QCOMPARE(similarRows(model, model.slowest()).size(), std::size_t{1});
    }

    void argumentAndResultAreReadFromTheKeptMessages()
    {
        Document document;
        const Integer large = Integer::power(Integer(407'103), 10);
        const std::vector<Value> items{document.integer(7), document.integer(407'103)};
        const std::vector<Value> values{document.integer(1), document.integer(large)};
        const KeptMessages kept{message(Way::Out, 40, taskOf(document, items)),
                                message(Way::Back, 40, answerOf(document, values))};
        QCOMPARE(argumentIn(kept, 41)->text, QStringLiteral("407\u202f103"));
        QCOMPARE(resultIn(kept, 41)->note, QStringLiteral("57 digits"));
        QCOMPARE(resultIn(kept, 41)->text, QString::fromStdString(large.toString()));
        QVERIFY(!argumentIn(kept, 42));
        QVERIFY(!argumentIn(kept, 39));
        QVERIFY(!resultIn({}, 41));
    }

    void aMessageThatIsNoneSaysNothing()
    {
        auto broken = std::make_shared<Payload>();
        broken->head.count = 1;
        broken->bytes = "no pickle";
        QVERIFY(!argumentIn({broken}, 0));
        Document document;
        QVERIFY(!argumentIn({message(Way::Out, 0, document.integer(3))}, 0));
        QVERIFY(!resultIn({message(Way::Back, 0, taskOf(document, {}))}, 0));
    }

    void theTitleOfARunNamesItsArguments()
    {
        QCOMPARE(argumentNames(QStringLiteral("power(x, n=10)")).item, QStringLiteral("x"));
        QCOMPARE(argumentNames(QStringLiteral("power(x, n=10)")).fixed, QStringLiteral("n = 10"));
        QCOMPARE(argumentNames(QStringLiteral("BigPow(n=10).pow(x)")).item, QStringLiteral("x"));
        QCOMPARE(argumentNames(QStringLiteral("BigPow(n=10).pow(x)")).fixed,
                 QStringLiteral("n = 10"));
        QVERIFY(argumentNames(QStringLiteral("hash_files(/usr/include)")).item.isEmpty());
    }
};

POOLSCOPE_GUILESS_TEST(TaskDetailTest);
#include "task_detail_test.moc"
