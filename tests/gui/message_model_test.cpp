// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The models of a message obey Qt's rules and follow each other, with no window.
#include "core/pool/pool.h"
#include "tests/gui/gui_test.h"
#include "ui/models/models.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace poolscope;
using Rules = QAbstractItemModelTester;

namespace {

/// A task's message over `count` items from `first`, calling tests.twice.
std::shared_ptr<const Payload> taskOf(std::uint64_t first, std::uint32_t count)
{
    Document document;
    std::vector<Value> items;
    for (std::uint32_t i = 0; i < count; ++i) items.push_back(document.integer(std::int64_t(first + i)));
    Buffer bytes;
    const Value function = document.global("tests", "twice");
    if (!PickleWriter().write(taskMessage(document, 1, 0, function, items), bytes)) return nullptr;
    auto payload = std::make_shared<Payload>();
    payload->head.first = first;
    payload->head.count = count;
    payload->bytes = std::string(bytes.view());
    return payload;
}

/// Millions of opcodes in as many bytes: a list of small numbers.
std::shared_ptr<const Payload> longListOf(std::size_t numbers)
{
    auto payload = std::make_shared<Payload>();
    payload->head.count = 1;
    payload->bytes = "\x80\x04](";
    for (std::size_t i = 0; i < numbers; ++i) payload->bytes += "K\x07";
    payload->bytes += "e.";
    return payload;
}

QString nameAt(const OpcodesModel& opcodes, std::size_t row)
{
    return opcodes.index(int(row), OpcodesModel::Name).data().toString();
}

} // namespace

class MessageModelTest final : public QObject {
    Q_OBJECT
private slots:
    void everyByteIsInOneOpcodeAndOnePart();
    void theModelsObeyTheRules();
    void anOpcodeBringsItsPartAndAPartItsLastOpcode();
    void aByteBringsItsOpcode();
    void steppingStaysInTheMessage();
    void theTaskAskedForIsChosenAmongItsNeighbours();
    void theStackSaysWhatAnOpcodeTakesAndMakes();
    void whatIsNoPickleSaysWhy();
    void aLongMessageIsReadInAThreadOfItsOwn();
    void onlyEntriesThatDifferAreTouched();
    void theAdviceIsCarriedByTheNumbers();
};

void MessageModelTest::everyByteIsInOneOpcodeAndOnePart()
{
    MessageModel message;
    message.show(taskOf(10, 3));
    QVERIFY(message.anatomy() != nullptr);
    std::size_t opcodes = 0, leaves = 0;
    for (const OpcodeAt& opcode : message.anatomy()->opcodes()) {
        QCOMPARE(opcode.offset, opcodes);
        opcodes += opcode.size;
    }
    for (const PicklePart& part : message.anatomy()->parts()) leaves += part.children.empty() ? part.bytes : 0;
    QCOMPARE(opcodes, message.bytes().size());
    QCOMPARE(leaves, message.bytes().size());
    const MessageShares shares = sharesOf(*message.anatomy());
    QCOMPARE(shares.total, message.bytes().size());
    QCOMPARE(std::accumulate(shares.percent.begin(), shares.percent.end(), 0), 100);
}

void MessageModelTest::theModelsObeyTheRules()
{
    MessageModel message;
    PartsModel parts(message);
    OpcodesModel opcodes(message);
    StackModel before(message, StackModel::When::Before), after(message, StackModel::When::After);
    MemoModel memo(message);
    const Rules rules[] = {{&parts, Rules::FailureReportingMode::QtTest}, {&opcodes, Rules::FailureReportingMode::QtTest},
                           {&before, Rules::FailureReportingMode::QtTest}, {&after, Rules::FailureReportingMode::QtTest},
                           {&memo, Rules::FailureReportingMode::QtTest}};
    QCOMPARE(opcodes.rowCount(), 0);
    message.show(taskOf(10, 3));
    QCOMPARE(opcodes.rowCount(), int(message.anatomy()->opcodes().size()));
    QCOMPARE(parts.rowCount(), 1);
    QCOMPARE(parts.index(0, PartsModel::Bytes).data().toString(), QString::number(message.bytes().size()));
    QVERIFY(parts.rowCount(parts.index(0, 0)) > 4);
    for (int i = 0; i < opcodes.rowCount(); ++i) message.step(1);
    QVERIFY(memo.rowCount() > 0);
    message.show(nullptr);
    QCOMPARE(parts.rowCount(), 0);
}

void MessageModelTest::anOpcodeBringsItsPartAndAPartItsLastOpcode()
{
    MessageModel message;
    PartsModel parts(message);
    OpcodesModel opcodes(message);
    message.show(taskOf(10, 1));
    for (std::size_t i = 0; i < message.anatomy()->opcodes().size(); ++i) {
        message.selectOpcode(i);
        QVERIFY(message.inPart(i));
        QVERIFY(opcodes.index(int(i), 0).data(OpcodesModel::CurrentRole).toBool());
        QVERIFY(parts.indexOf(message.part()).data(PartsModel::InPartRole).toBool());
    }
    for (std::uint32_t part = 0; part < message.anatomy()->parts().size(); ++part) {
        message.selectPart(part);
        QCOMPARE(message.part(), part);
        QVERIFY(message.inPart(message.opcode()));
        const OpcodeAt& last = message.anatomy()->opcodes()[message.opcode()];
        QCOMPARE(last.offset + last.size, message.anatomy()->parts()[part].end);
    }
}

void MessageModelTest::aByteBringsItsOpcode()
{
    MessageModel message;
    OpcodesModel opcodes(message);
    message.show(taskOf(10, 1));
    const std::size_t name = message.bytes().find("mapstar");
    for (const std::size_t at : {name - 2, name, name + 6}) { // its code, its length, its text
        message.selectByte(at);
        QCOMPARE(nameAt(opcodes, message.opcode()), QStringLiteral("SHORT_BINUNICODE"));
        QCOMPARE(opcodes.index(int(message.opcode()), OpcodesModel::Argument).data().toString(),
                 QStringLiteral("'mapstar'"));
    }
    const auto before = message.opcode();
    message.selectByte(message.bytes().size());
    QCOMPARE(message.opcode(), before);
}

void MessageModelTest::steppingStaysInTheMessage()
{
    MessageModel message;
    OpcodesModel opcodes(message);
    message.show(taskOf(10, 1));
    message.selectOpcode(0);
    QCOMPARE(nameAt(opcodes, message.opcode()), QStringLiteral("PROTO"));
    message.step(-1);
    QCOMPARE(message.opcode(), std::size_t{0});
    message.step(1000);
    QCOMPARE(nameAt(opcodes, message.opcode()), QStringLiteral("STOP"));
    QCOMPARE(message.after().stackSize, std::size_t{0});
    message.step(-1);
    QCOMPARE(message.opcode() + 2, message.anatomy()->opcodes().size());
}

void MessageModelTest::theTaskAskedForIsChosenAmongItsNeighbours()
{
    MessageModel message;
    PartsModel parts(message);
    message.show(taskOf(1000, 8), 1005);
    QCOMPARE(parts.indexOf(message.part()).data(PartsModel::LabelRole).toString(), QStringLiteral("[5]"));
    QCOMPARE(parts.indexOf(message.part()).data(PartsModel::TextRole).toString(), QStringLiteral("1005"));
}

void MessageModelTest::theStackSaysWhatAnOpcodeTakesAndMakes()
{
    MessageModel message;
    OpcodesModel opcodes(message);
    StackModel before(message, StackModel::When::Before), after(message, StackModel::When::After);
    message.show(taskOf(10, 1));
    message.selectByte(message.bytes().find("mapstar") + 8); // MEMOIZE of the name is before it
    while (nameAt(opcodes, message.opcode()) != QLatin1String("STACK_GLOBAL")) message.step(1);
    QCOMPARE(before.index(0).data().toString(), QStringLiteral("'mapstar'"));
    QVERIFY(before.index(0).data(StackModel::TouchedRole).toBool());
    QVERIFY(before.index(1).data(StackModel::TouchedRole).toBool());
    QVERIFY(!before.index(2).data(StackModel::TouchedRole).toBool());
    QCOMPARE(after.rowCount(), before.rowCount() - 1);
    QVERIFY(after.index(0).data(StackModel::TouchedRole).toBool());
    QVERIFY(!after.index(1).data(StackModel::TouchedRole).toBool());
}

void MessageModelTest::whatIsNoPickleSaysWhy()
{
    MessageModel message;
    OpcodesModel opcodes(message);
    auto payload = std::make_shared<Payload>();
    payload->bytes = "\x80\x05K";
    QSignalSpy loaded(&message, &MessageModel::loaded);
    message.show(payload);
    QCOMPARE(loaded.count(), 1);
    QVERIFY(message.anatomy() == nullptr);
    QVERIFY(!message.error().text.empty());
    QCOMPARE(opcodes.rowCount(), 0);
    message.step(1);
    message.selectByte(1);
    message.selectPart(0);
}

void MessageModelTest::aLongMessageIsReadInAThreadOfItsOwn()
{
    MessageModel message;
    OpcodesModel opcodes(message);
    message.show(longListOf(1'000'000));
    QVERIFY(message.reading());
    QCOMPARE(opcodes.rowCount(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!message.reading(), 60'000);
    QCOMPARE(opcodes.rowCount(), 1'000'005);
    message.selectOpcode(999'999);
    QCOMPARE(message.before().stackSize, std::size_t{999'999 - 2 + 1});
    message.show(longListOf(500'000)); // a stale reading is not taken for the new one
    message.show(taskOf(1, 1));
    QVERIFY(!message.reading());
    const int rows = opcodes.rowCount();
    QTest::qWait(0);
    QCOMPARE(opcodes.rowCount(), rows);
}

void MessageModelTest::onlyEntriesThatDifferAreTouched()
{
    const auto stack = [](std::vector<std::string> entries, std::size_t size) {
        return MachineState{std::move(entries), {}, size, 0};
    };
    QCOMPARE(touchedEntries(stack({"b", "a"}, 2), stack({"c", "b", "a"}, 3)), std::size_t{0});
    QCOMPARE(touchedEntries(stack({"c", "b", "a"}, 3), stack({"b", "a"}, 2)), std::size_t{1});
    QCOMPARE(touchedEntries(stack({"x", "a"}, 2), stack({"y", "a"}, 2)), std::size_t{1});
    QCOMPARE(touchedEntries(stack({}, 0), stack({"a"}, 1)), std::size_t{0});
    QCOMPARE(touchedEntries(stack({"3", "2"}, 900), stack({"list"}, 1)), std::size_t{2});
    QCOMPARE(touchedEntries(stack({"list"}, 1), stack({"3", "2"}, 900)), std::size_t{1});
}

void MessageModelTest::theAdviceIsCarriedByTheNumbers()
{
    MessageModel message;
    message.show(taskOf(10, 1));
    const MessageCost one = costOf(*message.anatomy(), message.payload()->head);
    QVERIFY(one.known);
    QCOMPARE(one.fixed + one.perItem, double(message.bytes().size()));
    const std::uint64_t shared = chunkThatShares(one);
    const QString advice = adviceOn(message, 1'000'000);
    QVERIFY2(advice.contains(QStringLiteral("chunks of %1 would share them").arg(shared)), qPrintable(advice));
    QVERIFY2(adviceOn(message, 8).contains("chunks of 8 would"), qPrintable(adviceOn(message, 8)));
    QVERIFY2(!adviceOn(message, 1).contains("would"), qPrintable(adviceOn(message, 1))); // there is but one
    message.show(taskOf(10, std::uint32_t(shared)));
    const MessageCost many = costOf(*message.anatomy(), message.payload()->head);
    QVERIFY(many.fixed < 0.3 * double(message.bytes().size())); // what was said comes true
    QVERIFY2(!adviceOn(message, 1'000'000).contains("would"), qPrintable(adviceOn(message, 1'000'000)));
}

POOLSCOPE_GUILESS_TEST(MessageModelTest);
#include "message_model_test.moc"
