// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A run as the window sees it, through the bridge alone.

#include "app/jobs/jobs.h"
#include "core/threads/threads.h"
#include "tests/gui/children.h"
#include "tests/gui/gui_test.h"
#include "tests/gui/strict_messages.h"
#include "ui/bridge/bridge.h"
#include "ui/bridge/engine.h"
#include "ui/bridge/feed_watch.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace poolscope;

namespace {

RunRequest requestOf(const char* job, std::map<std::string, std::string, std::less<>> parameters)
{
    RunRequest request;
    request.job = job;
    request.parameters = std::move(parameters);
    request.workers = 2;
    return request;
}

/// Everything that the ticks of one run brought.
struct Watched {
    std::vector<RunStage> stages; ///< without repetitions
    std::vector<std::string> values;
    std::uint64_t rows = 0;
    std::size_t failures = 0;
    RunTick last;

    void take(const RunTick& tick)
    {
        if (stages.empty() || stages.back() != tick.stage) {
            stages.push_back(tick.stage);
        }
        values.insert(values.end(), tick.freshValues.begin(), tick.freshValues.end());
        rows = tick.fresh.rows ? tick.fresh.rows->count() : 0;
        failures += tick.fresh.failures.size();
        last = tick;
    }
};

} // namespace

class BridgeRunTest final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { addJobs(m_catalogue); }
    void init() { m_bridge = std::make_unique<RunBridge>(m_catalogue, makeQtLanes()); }
    void cleanup()
    {
        m_bridge.reset();
        QCOMPARE(childProcesses(), QList<int>());
        QCOMPARE(StrictMessages::take(), QStringList());
    }

    void aRunGivesItsValuesInOrderAndTheirSum_data();
    void aRunGivesItsValuesInOrderAndTheirSum();
    void theStagesComeInOrder();
    void whatIsWrongIsToldBeforeAnythingStarts_data();
    void whatIsWrongIsToldBeforeAnythingStarts();
    void whatCannotBePickledIsNotSent();
    void aFailedTaskLeavesAnEmptyPlace();
    void stopEndsARunAndKeepsWhatIsDone();
    void stopEndsTheMeasuring();
    void theEndOfTheBridgeEndsTheWorkers();
    void aDeadlyTaskIsRefusedOnThreads();
    void aRunIsFittedToATime();
    void rowsAreKeptWhileNobodyLooks();
    void whoLooksSeldomMissesNothing();

private:
    Watched watch(const RunRequest& request);

    StrictMessages m_strict;
    Catalogue m_catalogue;
    std::unique_ptr<RunBridge> m_bridge;
};

Watched BridgeRunTest::watch(const RunRequest& request)
{
    Watched watched;
    QObject here;
    connect(m_bridge.get(), &RunBridge::ticked, &here, [&](const auto& tick) { watched.take(*tick); });
    QSignalSpy ended(m_bridge.get(), &RunBridge::ended);
    m_bridge->start(request);
    ended.count() > 0 || ended.wait(60'000);
    return watched;
}

void BridgeRunTest::aRunGivesItsValuesInOrderAndTheirSum_data()
{
    QTest::addColumn<int>("backend");
    QTest::newRow("serial") << static_cast<int>(Backend::Serial);
    QTest::newRow("threads") << static_cast<int>(Backend::Threads);
    QTest::newRow("processes") << static_cast<int>(Backend::Processes);
}

void BridgeRunTest::aRunGivesItsValuesInOrderAndTheirSum()
{
    QFETCH(int, backend);
    auto request = requestOf("power", {{"items", "1500"}, {"n", "3"}});
    request.backend = static_cast<Backend>(backend);
    const Watched watched = watch(request);
    QCOMPARE(watched.last.stage, RunStage::Finished);
    QCOMPARE(watched.last.totals.done, 1500U);
    QCOMPARE(watched.values.size(), 1000U);
    QCOMPARE(watched.values[0], "0");
    QCOMPARE(watched.values[999], "997002999");
    QCOMPARE(watched.last.reduction, "1263938062500"); // (1499 * 1500 / 2) ** 2
    QCOMPARE(watched.rows, watched.last.totals.chunks);
}

void BridgeRunTest::theStagesComeInOrder()
{
    const Watched watched = watch(requestOf("power", {{"items", "1000"}}));
    QCOMPARE(watched.stages.front(), RunStage::Measuring);
    QCOMPARE(watched.stages.back(), RunStage::Finished);
    QVERIFY(std::is_sorted(watched.stages.begin(), watched.stages.end()));
    QVERIFY(watched.last.summary.serial.has_value());
    QVERIFY(!watched.last.summary.verdict.empty());
    QVERIFY(watched.last.summary.latency.has_value());
}

void BridgeRunTest::whatIsWrongIsToldBeforeAnythingStarts_data()
{
    QTest::addColumn<QString>("job");
    QTest::addColumn<QString>("items");
    QTest::addColumn<int>("workers");
    QTest::addColumn<int>("chunksize");
    QTest::addColumn<QString>("field");
    QTest::newRow("job") << "powers" << "1" << 1 << 1 << "job";
    QTest::newRow("text") << "power" << "many" << 1 << 1 << "items";
    QTest::newRow("workers") << "power" << "1" << 0 << 1 << "workers";
    QTest::newRow("chunksize") << "power" << "1" << 1 << 0 << "chunksize";
}

void BridgeRunTest::whatIsWrongIsToldBeforeAnythingStarts()
{
    QFETCH(QString, job);
    QFETCH(QString, items);
    QFETCH(int, workers);
    QFETCH(int, chunksize);
    QFETCH(QString, field);
    auto request = requestOf(job.toLatin1(), {{"items", items.toStdString()}});
    request.workers = workers;
    request.chunksize = static_cast<std::uint64_t>(chunksize);
    const auto checked = m_bridge->check(request);
    QVERIFY(!checked.ok());
    QCOMPARE(QString::fromStdString(checked.error().path), field);
    QVERIFY(!checked.error().text.empty());
}

void BridgeRunTest::whatCannotBePickledIsNotSent()
{
    const Watched watched = watch(requestOf("BigPow.pow", {{"items", "20"}}));
    QCOMPARE(watched.last.stage, RunStage::CannotPickle);
    QCOMPARE(watched.last.error.kind, "PicklingError");
    QCOMPARE(watched.last.error.path, "task[3][0][0](bound method BigPow.pow).__self__.pool");
    QCOMPARE(watched.last.totals.done, 0U);
    QCOMPARE(watched.last.plan.items, 20U);
    QVERIFY(watched.last.checkedIn > 0);
    QVERIFY(watched.values.empty());
}

void BridgeRunTest::aFailedTaskLeavesAnEmptyPlace()
{
    const Watched watched = watch(requestOf("faults", {{"items", "9"}, {"at", "4"}, {"mode", "raise"}}));
    QCOMPARE(watched.last.stage, RunStage::Finished);
    QCOMPARE(watched.failures, 1U);
    QCOMPARE(watched.values.size(), 9U);
    QVERIFY(watched.values[4].empty());
    QCOMPARE(watched.values[5], "25");
}

void BridgeRunTest::stopEndsARunAndKeepsWhatIsDone()
{
    connect(m_bridge.get(), &RunBridge::ticked, m_bridge.get(), [this](const auto& tick) {
        if (tick->totals.done > 0) m_bridge->stop();
    });
    auto request = requestOf("sleep", {{"items", "100000"}, {"ms", "1"}});
    request.chunksize = 1;
    const Watched watched = watch(request);
    QCOMPARE(watched.last.stage, RunStage::Cancelled);
    QVERIFY(watched.last.totals.done > 0 && watched.last.totals.done < 100'000);
}

void BridgeRunTest::stopEndsTheMeasuring()
{
    QSignalSpy ended(m_bridge.get(), &RunBridge::ended);
    Watched watched;
    connect(m_bridge.get(), &RunBridge::ticked, this, [&](const auto& tick) { watched.take(*tick); });
    m_bridge->start(requestOf("sleep", {{"items", "10"}, {"ms", "600000"}}));
    m_bridge->stop();
    QVERIFY(ended.count() > 0 || ended.wait(30'000));
    QCOMPARE(watched.last.stage, RunStage::Cancelled);
    QCOMPARE(watched.last.totals.done, 0U);
}

void BridgeRunTest::theEndOfTheBridgeEndsTheWorkers()
{
    auto request = requestOf("sleep", {{"items", "1000"}, {"ms", "600000"}});
    request.probe = false;
    m_bridge->start(request);
    QTRY_VERIFY_WITH_TIMEOUT(!childProcesses().isEmpty(), 30'000);
    m_bridge.reset();
    QCOMPARE(childProcesses(), QList<int>());
}

void BridgeRunTest::aDeadlyTaskIsRefusedOnThreads()
{
    auto request = requestOf("faults", {{"mode", "kill"}});
    request.backend = Backend::Threads;
    const Watched watched = watch(request);
    QCOMPARE(watched.last.stage, RunStage::Refused);
    QVERIFY(watched.last.error.text.find("processes") != std::string::npos);
}

void BridgeRunTest::aRunIsFittedToATime()
{
    auto request = requestOf("power", {{"n", "10"}});
    request.chunksize = 1;
    request.lastFor = 0.5;
    const Watched watched = watch(request);
    QCOMPARE(watched.last.stage, RunStage::Finished);
    QCOMPARE(watched.last.totals.done, watched.last.plan.items);
    QVERIFY2(watched.last.summary.wall > 0.1, "far from half a second");
    QVERIFY2(watched.last.summary.wall < 5, "far from half a second");
}

void BridgeRunTest::rowsAreKeptWhileNobodyLooks()
{
    auto request = requestOf("power", {{"items", "50000"}, {"n", "1"}});
    request.chunksize = 1;
    request.rowsHeld = 1024; // a look at the end alone finds no more of each worker
    request.probe = false;
    Engine engine(m_catalogue, makeQtLanes(), request);
    std::vector<bool> told;
    KeptBatch kept;
    FeedWatch watch({[&](FeedBatch& batch) {
                         if (const auto call = engine.call()) call->drain(batch);
                     },
                     [&](KeptBatch&& fresh, bool last) {
                         told.push_back(last);
                         kept = std::move(fresh);
                     }},
                    1);
    const std::unique_ptr<QThread> running(QThread::create([&] {
        engine.run();
        watch.end();
    }));
    running->start();
    watch.run(); // nothing is ever taken
    running->wait();
    QCOMPARE(told, (std::vector<bool>{false, true}));
    const RunTotals totals = engine.call()->totals();
    QCOMPARE(totals.done, 50'000U);
    QCOMPARE(kept.rows->count() + totals.dropped, totals.chunks);
    QVERIFY(kept.rows->count() > 2 * request.rowsHeld);
    QCOMPARE(kept.rows->notes.latencies().total(), std::uint64_t{kept.rows->count()});
}

/// Failures and values that come between two ticks are in the second.
void BridgeRunTest::whoLooksSeldomMissesNothing()
{
    m_bridge->setTick(60'000); // the first, and the last
    const Watched watched = watch(requestOf("faults", {{"items", "40"}, {"at", "7"}, {"mode", "raise"}}));
    QCOMPARE(watched.last.stage, RunStage::Finished);
    QCOMPARE(watched.failures, 1U);
    QCOMPARE(watched.rows, watched.last.totals.chunks);
    QCOMPARE(watched.values.size(), 40U);
}

POOLSCOPE_GUILESS_TEST(BridgeRunTest);
#include "bridge_run_test.moc"
