// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The Bytes view, reached as a person reaches it, over the messages of real runs.

#include "tests/gui/bytes_bench.h"
#include "tests/gui/children.h"
#include "tests/gui/gui_test.h"
#include "tests/gui/strict_messages.h"
#include "ui/views/object_tree.h"
#include "ui/views/opcode_table.h"

#include <QTest>

using namespace poolscope;
using poolscope::test::BytesBench;

namespace {

const std::map<QString, QString> twenty{{"items", "20"}};

} // namespace

class BytesViewTest final : public QObject {
    Q_OBJECT
private slots:
    void cleanup()
    {
        QCOMPARE(childProcesses(), QList<int>());
        QCOMPARE(StrictMessages::take(), QStringList());
    }

    void aRecordedTaskShowsWhatItsMessageCosts();
    void theThreeViewsFollowEachOther();
    void keysStepThroughTheOpcodesAndLeadBack();
    void theAnswerIsOneChoiceAway();
    void theNextTaskOfTheLaneIsOneKeyAway();
    void aRunThatWasNotRecordedSaysSoAndRunsAgain();
    void threadsSendNothingAndSaySo();
    void aTaskPastTheBudgetSaysTheNumbers();
    void aTaskThatTookItsWorkerHasNoAnswer();
    void resultsFailuresAndLanesLeadToTheirBytes();
    void anotherRunInViewEndsTheView();
    void theColoursCanChangeAtAnyTime();

private:
    StrictMessages m_strict;
};

void BytesViewTest::aRecordedTaskShowsWhatItsMessageCosts()
{
    BytesBench bytes;
    bytes.record();
    bytes.run("BigPow.pow/getstate", twenty);
    bytes.window().showBytes(7);
    QCOMPARE(bytes.bench.page(), "BytesPage");
    const std::size_t size = bytes.message().bytes().size();
    QVERIFY(size > 100);
    QVERIFY2(bytes.window().bytesText().startsWith(QStringLiteral("%1 bytes to carry ").arg(size)),
             qPrintable(bytes.window().bytesText()));
    QVERIFY2(bytes.window().bytesText().contains("The names of modules, classes and methods are paid for"),
             qPrintable(bytes.window().bytesText()));
    QVERIFY2(bytes.window().windowTitle().contains("task 7"), qPrintable(bytes.window().windowTitle()));
    QCOMPARE(bytes.child<ObjectTree>()->model()->index(0, PartsModel::Bytes).data().toString(), QString::number(size));
    const auto* bar = bytes.child<ShareBar>();
    int wide = 0;
    for (std::size_t use = 0; use < byteUseCount; ++use) wide += bar->segment(ByteUse(use)).width();
    QCOMPARE(wide, bar->width() - int(byteUseCount) + 1); // a pixel between each two
    QVERIFY(bytes.window().stripText().isEmpty()); // the verdict has made room
    bytes.bench.close();
}

void BytesViewTest::theThreeViewsFollowEachOther()
{
    BytesBench bytes;
    bytes.record();
    bytes.run("BigPow.pow/getstate", twenty);
    bytes.window().showBytes(7);
    auto* tree = bytes.child<ObjectTree>();
    auto* opcodes = bytes.child<OpcodeTable>();
    auto* hex = bytes.child<HexView>();
    const std::size_t name = bytes.message().bytes().find("mapstar");
    const QRect byte = hex->byteRect(name);
    QCOMPARE(hex->byteAt(byte.center()), qint64(name));
    bytes.click(hex, byte.center());
    QCOMPARE(opcodes->currentIndex().row(), int(bytes.message().opcode()));
    QCOMPARE(opcodes->model()->index(int(bytes.message().opcode()), OpcodesModel::Argument).data().toString(),
             "'mapstar'");
    QCOMPARE(PartsModel::partOf(tree->currentIndex()), bytes.message().part());

    const QModelIndex first = opcodes->model()->index(int(bytes.message().opcode()) + 1, OpcodesModel::Name);
    bytes.click(opcodes, opcodes->visualRect(first).center());
    QCOMPARE(bytes.message().opcode(), std::size_t(first.row()));
    QCOMPARE(PartsModel::partOf(tree->currentIndex()), bytes.message().part());

    const QModelIndex root = tree->model()->index(0, 0);
    tree->scrollTo(root);
    bytes.click(tree, tree->visualRect(root).center());
    QCOMPARE(bytes.message().part(), 0u);
    QCOMPARE(opcodes->currentIndex().row(), int(bytes.message().anatomy()->opcodes().size()) - 1);
    bytes.bench.close();
}

void BytesViewTest::keysStepThroughTheOpcodesAndLeadBack()
{
    BytesBench bytes;
    bytes.record();
    bytes.run("power", twenty);
    bytes.window().showBytes(3);
    auto* opcodes = bytes.child<OpcodeTable>();
    QVERIFY(opcodes->hasFocus());
    const auto last = bytes.message().anatomy()->opcodes().size() - 1;
    const auto pressed = [&](QWidget* view, Qt::Key key) {
        QTest::keyClick(view, key);
        return bytes.message().opcode();
    };
    for (QWidget* view : {static_cast<QWidget*>(opcodes), static_cast<QWidget*>(bytes.child<HexView>())}) {
        QCOMPARE(pressed(view, Qt::Key_Home), std::size_t{0});
        QCOMPARE(pressed(view, Qt::Key_Down), std::size_t{1});
        QCOMPARE(pressed(view, Qt::Key_Right), std::size_t{2});
        QCOMPARE(pressed(view, Qt::Key_Up), std::size_t{1});
        QCOMPARE(pressed(view, Qt::Key_Left), std::size_t{0});
        QCOMPARE(pressed(view, Qt::Key_End), last);
    }
    QTest::keyClick(opcodes, Qt::Key_Escape);
    QCOMPARE(bytes.bench.page(), "ChartsPage");
    QVERIFY(bytes.window().bytesText().isEmpty());
    QVERIFY(!bytes.window().stripText().isEmpty());
    bytes.bench.press(Qt::Key_B); // of the slowest, which is selected
    QCOMPARE(bytes.bench.page(), "BytesPage");
    QTest::keyClick(bytes.child<HexView>(), Qt::Key_Backspace);
    QCOMPARE(bytes.bench.page(), "ChartsPage");
    bytes.bench.close();
}

void BytesViewTest::theAnswerIsOneChoiceAway()
{
    BytesBench bytes;
    bytes.record();
    bytes.run("power", twenty);
    bytes.window().showBytes(3);
    QCOMPARE(bytes.message().payload()->head.way, Way::Out);
    for (auto* choice : bytes.page().findChildren<ChoiceBar*>()) {
        QTest::keyClick(choice, Qt::Key_Right);
    }
    QCOMPARE(bytes.message().payload()->head.way, Way::Back);
    Document document;
    const auto value = readPickle(bytes.message().bytes(), document);
    QVERIFY(bool(value));
    QVERIFY2(QString::fromStdString(repr(*value)).contains("(True, [59049])"), repr(*value).c_str()); // 3 to the 10th
    bytes.bench.close();
}

void BytesViewTest::theNextTaskOfTheLaneIsOneKeyAway()
{
    BytesBench bytes;
    bytes.record();
    bytes.bench.type("workers", "1");
    bytes.run("power", twenty);
    bytes.window().showBytes(7);
    bytes.bench.press(Qt::Key_Period);
    QCOMPARE(bytes.message().payload()->head.first, 8u);
    bytes.bench.press(Qt::Key_Comma);
    bytes.bench.press(Qt::Key_Comma);
    QCOMPARE(bytes.message().payload()->head.first, 6u);
    QVERIFY(bytes.window().windowTitle().contains("task 6"));
    bytes.bench.close();
}

void BytesViewTest::aRunThatWasNotRecordedSaysSoAndRunsAgain()
{
    BytesBench bytes;
    bytes.run("power", twenty);
    bytes.window().showBytes(5);
    QCOMPARE(bytes.bench.page(), "BytesPage");
    QVERIFY2(bytes.window().bytesText().startsWith("The messages of this run were not recorded"),
             qPrintable(bytes.window().bytesText()));
    QPushButton* again = bytes.button("Record and run again");
    QVERIFY(again != nullptr);
    again->click();
    QVERIFY(bytes.bench.waitUntilOver());
    QCOMPARE(bytes.bench.page(), "BytesPage");
    QVERIFY2(bytes.window().bytesText().contains("bytes to carry"), qPrintable(bytes.window().bytesText()));
    QCOMPARE(bytes.message().payload()->head.first, 5u);
    bytes.bench.close();
}

void BytesViewTest::threadsSendNothingAndSaySo()
{
    BytesBench bytes;
    bytes.record();
    for (auto* choice : bytes.window().findChildren<ChoiceBar*>()) {
        if (choice->accessibleName() == QLatin1String("Where the calls run")) choice->choose(1);
    }
    bytes.run("power", twenty);
    bytes.window().showBytes(5);
    QVERIFY2(bytes.window().bytesText().contains("nothing is pickled, and nothing is sent"),
             qPrintable(bytes.window().bytesText()));
    QVERIFY(bytes.button("Record and run on processes") != nullptr);
    bytes.bench.close();
}

void BytesViewTest::aTaskPastTheBudgetSaysTheNumbers()
{
    BytesBench bytes;
    RunRequest request;
    request.job = "power";
    request.parameters = {{"items", "500"}};
    request.chunksize = 1;
    request.workers = 1; // in order: the last task is past it
    request.payloadBudget = 20 * Payloads::costOf(100);
    bytes.window().launch(request);
    QVERIFY(bytes.bench.waitUntilOver());
    bytes.window().showBytes(499);
    const QString text = bytes.window().bytesText();
    QVERIFY2(text.startsWith("Past the budget. The first "), qPrintable(text));
    bytes.window().showBytes(0);
    QVERIFY(bytes.window().bytesText().contains("bytes to carry"));
    bytes.window().showBytes(499);
    for (auto* button : bytes.page().findChildren<QPushButton*>()) button->click(); // keep more
    QVERIFY(bytes.bench.waitUntilOver());
    QVERIFY2(bytes.window().bytesText().contains("bytes to carry"), qPrintable(bytes.window().bytesText()));
    QCOMPARE(bytes.message().payload()->head.first, 499u);
    bytes.bench.close();
}

void BytesViewTest::aTaskThatTookItsWorkerHasNoAnswer()
{
    BytesBench bytes;
    bytes.record();
    bytes.run("faults", {{"items", "20"}, {"at", "5"}, {"mode", "kill"}});
    bytes.window().showBytes(5);
    QVERIFY(bytes.window().bytesText().contains("bytes to carry"));
    QString reason;
    for (auto* choice : bytes.page().findChildren<ChoiceBar*>()) reason = choice->toolTip();
    QCOMPARE(reason, "No answer came: the worker ended before it.");
    bytes.bench.close();
}

void BytesViewTest::resultsFailuresAndLanesLeadToTheirBytes()
{
    BytesBench bytes;
    bytes.record();
    bytes.run("faults", {{"items", "20"}, {"at", "5"}, {"mode", "raise"}});
    const std::map<QString, std::pair<int, std::uint64_t>> tables{{"Results", {12, 12}}, {"Failures", {0, 5}}};
    for (auto* table : bytes.window().findChildren<QTableView*>()) {
        const auto place = tables.find(table->accessibleName());
        if (place == tables.end()) continue;
        emit table->activated(table->model()->index(place->second.first, 0));
        QCOMPARE(bytes.bench.page(), "BytesPage");
        QCOMPARE(bytes.message().payload()->head.first, place->second.second);
        bytes.bench.press(Qt::Key_Escape);
        QTest::keyClick(bytes.child<OpcodeTable>(), Qt::Key_Escape);
        QCOMPARE(bytes.bench.page(), "ChartsPage");
    }
    auto* lanes = bytes.child<LanesChart>();
    QVERIFY(lanes->selected().valid());
    QTest::keyClick(lanes, Qt::Key_Return);
    QCOMPARE(bytes.bench.page(), "BytesPage");
    QCOMPARE(bytes.message().payload()->head.first, bytes.window().run()->row(lanes->selected()).item);
    bytes.bench.close();
}

void BytesViewTest::anotherRunInViewEndsTheView()
{
    BytesBench bytes;
    bytes.record();
    bytes.run("power", twenty);
    bytes.window().showBytes(5);
    bytes.bench.press(Qt::Key_F5);
    QVERIFY(bytes.bench.waitUntilOver());
    QCOMPARE(bytes.bench.page(), "ChartsPage");
    bytes.window().showBytes(5);
    QCOMPARE(bytes.bench.page(), "BytesPage");
    bytes.bench.close();
}

void BytesViewTest::theColoursCanChangeAtAnyTime()
{
    BytesBench bytes;
    bytes.record();
    bytes.run("power", twenty);
    bytes.window().showBytes(5);
    for (const char* theme : {"dark", "light"}) {
        bytes.window().chooseTheme(theme);
        const Theme colours = Theme::of(QLatin1String(theme) == QLatin1String("dark"));
        const QImage picture = bytes.window().grab().toImage();
        const QPoint share = bytes.child<ShareBar>()->mapTo(&bytes.window(), QPoint(1, 8));
        QCOMPARE(picture.pixelColor(share), greyOf(colours, ByteUse::Values));
        QCOMPARE(picture.pixelColor(picture.width() - 4, picture.height() - 4), colours.canvas);
    }
    bytes.bench.close();
}

POOLSCOPE_GUI_TEST(BytesViewTest);
#include "bytes_view_test.moc"
