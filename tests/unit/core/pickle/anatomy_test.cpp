// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/core/pickle/bytes.h"

#include <algorithm>
#include <numeric>

namespace poolscope {
namespace {

// What CPython 3.11 writes for the task (6, 4711, mapstar, ((BigPow().pow, (4711,)),), {}).
const std::string task =
    raw("\200\005\225y\000\000\000\000\000\000\000(K\006Mg\022\214\024multiprocessing.pool\224\214"
        "\007mapstar\224\223\224\214\010builtins\224\214\007getattr\224\223\224\214\006bigpow\224"
        "\214\006BigPow\224\223\224)\201\224}\224\214\001n\224K\nsb\214\003pow\224\206\224R\224"
        "Mg\022\205\224\206\224\205\224}\224t\224.");

Anatomy taken(std::string_view pickle, const AnatomyLimits& limits = {})
{
    const Result<Anatomy> anatomy = Anatomy::of(pickle, limits);
    EXPECT_TRUE(anatomy.ok()) << (anatomy.ok() ? "" : anatomy.error().text);
    return *anatomy;
}

// Why the pickle cannot be taken apart, or nothing.
std::string refusal(std::string_view pickle)
{
    const Result<Anatomy> anatomy = Anatomy::of(pickle);
    return anatomy.ok() ? "" : anatomy.error().text;
}

// A line for each part: two blanks a level, label, text, bytes.
std::string tree(const Anatomy& anatomy, std::uint32_t part = 0, const std::string& indent = "")
{
    const PicklePart& at = anatomy.parts()[part];
    std::string lines = indent + at.label + (at.label.empty() ? "" : " ") + at.text + " " +
                        std::to_string(at.bytes) + "\n";
    for (const std::uint32_t child : at.children) {
        lines += tree(anatomy, child, indent + "  ");
    }
    return lines;
}

// What is above the mark or the bottom, top first.
std::string stack(const MachineState& state)
{
    std::string text;
    for (const std::string& line : state.stack) {
        text += (text.empty() ? "" : " | ") + line;
    }
    return text;
}

std::size_t opcodeAt(const Anatomy& anatomy, std::size_t offset)
{
    const auto found =
        std::find_if(anatomy.opcodes().begin(), anatomy.opcodes().end(),
                     [&](const OpcodeAt& opcode) { return opcode.offset == offset; });
    return static_cast<std::size_t>(found - anatomy.opcodes().begin());
}

// What must hold of every picture: each byte has one opcode, one part, one use.
void expectWhole(const Anatomy& anatomy, std::string_view message)
{
    const auto uses = anatomy.bytesByUse();
    EXPECT_EQ(std::accumulate(uses.begin(), uses.end(), std::size_t{0}), message.size());
    std::vector<std::size_t> own(anatomy.parts().size());
    std::size_t end = 0;
    for (const OpcodeAt& opcode : anatomy.opcodes()) {
        EXPECT_EQ(opcode.offset, end);
        end = opcode.offset + opcode.size;
        ASSERT_LT(opcode.part, own.size());
        own[opcode.part] += opcode.size;
    }
    EXPECT_EQ(anatomy.parts()[0].bytes, message.size());
    for (std::size_t i = 0; i < own.size(); ++i) {
        const PicklePart& part = anatomy.parts()[i];
        std::size_t bytes = own[i];
        for (const std::uint32_t child : part.children) {
            EXPECT_EQ(anatomy.parts()[child].parent, i);
            EXPECT_GT(child, i);
            bytes += anatomy.parts()[child].bytes;
        }
        EXPECT_TRUE(bytes == part.bytes || part.begin == end) << part.label << part.text;
        EXPECT_TRUE(own[i] == 0 || part.children.empty()) << part.label << part.text;
        EXPECT_LE(part.bytes, part.end - part.begin);
    }
}

TEST(Anatomy, ofAPoolsTaskIsTheTreeOfItsObjects)
{
    const Anatomy anatomy = taken(task);
    expectWhole(anatomy, task);
    EXPECT_EQ(tree(anatomy), "task tuple 132\n"
                             "  frame and protocol 12\n"
                             "  [0] 6 2\n"
                             "  [1] 4711 3\n"
                             "  [2] mapstar 35\n"
                             "  [3] 1-tuple 75\n"
                             "    [0] 2-tuple 73\n"
                             "      [0] BigPow.pow 66\n"
                             "        getattr function 23\n"
                             "        __self__ BigPow 33\n"
                             "          class bigpow.BigPow 20\n"
                             "          new object 3\n"
                             "          state {'n': 10} 10\n"
                             "        name 'pow' 6\n"
                             "        the call itself 4\n"
                             "      [1] (4711,) 5\n"
                             "      the tuple itself 2\n"
                             "    the tuple itself 2\n"
                             "  [4] {} 2\n"
                             "  the tuple itself 3\n");
    EXPECT_EQ(anatomy.protocol(), 5);
    EXPECT_EQ(anatomy.frames(), 1u);
    EXPECT_EQ(anatomy.memoized(), 20u);
}

TEST(Anatomy, showsStackAndMemoAroundAnOpcode)
{
    const Anatomy anatomy = taken(task);
    const std::size_t build = opcodeAt(anatomy, 107);
    ASSERT_EQ(opcodeName(anatomy.opcodes()[build].code), "BUILD");
    const MachineState before = anatomy.before(build);
    EXPECT_EQ(stack(before), "{'n': 10} | BigPow object | getattr | mapstar | 4711 | 6 | MARK");
    EXPECT_EQ(stack(anatomy.before(build + 1)),
              "BigPow(n=10) | getattr | mapstar | 4711 | 6 | MARK");
    EXPECT_EQ(stack(anatomy.before(opcodeAt(anatomy, 100))),
              "{} | BigPow object | getattr | mapstar | 4711 | 6 | MARK");
    EXPECT_EQ(before.memoSize, 12u);
    const std::vector<std::string> memo = {"'getattr'", "getattr",       "'bigpow'",  "'BigPow'",
                                           "BigPow",    "BigPow object", "{'n': 10}", "'n'"};
    ASSERT_EQ(before.memo.size(), 12u);
    for (std::size_t i = 0; i < memo.size(); ++i) {
        EXPECT_EQ(before.memo[i + 4], std::make_pair(std::uint64_t{i + 4}, memo[i]));
    }
    EXPECT_EQ(stack(anatomy.before(0)), "");
    EXPECT_EQ(anatomy.before(anatomy.opcodes().size()).memoSize, 20u);
}

TEST(Anatomy, saysWhatEachByteIsFor)
{
    const Anatomy anatomy = taken(task);
    const std::array<std::size_t, byteUseCount> uses = {10, 77, 20, 13, 12};
    EXPECT_EQ(anatomy.bytesByUse(), uses);
}

TEST(Anatomy, printsArguments)
{
    const Anatomy anatomy = taken(task);
    EXPECT_EQ(anatomy.argument(0), "5");
    EXPECT_EQ(anatomy.argument(opcodeAt(anatomy, 75)), "'bigpow'");
    EXPECT_EQ(anatomy.argument(opcodeAt(anatomy, 107)), "");
    EXPECT_EQ(anatomy.argument(opcodeAt(anatomy, 17), 5), "'mult…");
}

TEST(Anatomy, ofASharedObjectSaysThatItComesAgain)
{
    const std::string pickle = raw("\200\002]q\0(U\003abcq\001h\001e.");
    const Anatomy anatomy = taken(pickle);
    expectWhole(anatomy, pickle);
    EXPECT_EQ(tree(anatomy), "['abc', 'abc'] 17\n"
                             "  protocol 3\n"
                             "  [0] 'abc' 7\n"
                             "  [1] 'abc' again 2\n"
                             "  the list itself 5\n");
}

TEST(Anatomy, ofARecursiveTupleShowsWhatWasPutAside)
{
    const std::string pickle = raw("\200\002]q\0h\0\205q\001a0h\001.");
    const Anatomy anatomy = taken(pickle);
    expectWhole(anatomy, pickle);
    EXPECT_EQ(tree(anatomy), "1-tuple 15\n"
                             "  protocol 3\n"
                             "  set aside list of 1 9\n"
                             "    [0] 1-tuple 5\n"
                             "      [0] list of 1 again 2\n"
                             "      the tuple itself 3\n"
                             "    the list itself 4\n"
                             "  the reference itself 3\n");
}

TEST(Anatomy, keepsAHugeListShort)
{
    std::string pickle = raw("\200\002](");
    for (int i = 0; i < 1000000; ++i) {
        pickle += "K\001";
    }
    pickle += "e.";
    const Anatomy anatomy = taken(pickle);
    expectWhole(anatomy, pickle);
    EXPECT_EQ(anatomy.opcodes().size(), 1000005u);
    ASSERT_EQ(anatomy.parts()[0].children.size(), 103u);
    EXPECT_EQ(anatomy.parts()[anatomy.parts()[0].children[101]].text, "\u2026 999\u202f900 more");
    for (std::size_t step = 500000; step < 500200; ++step) { // stepping is quick anywhere
        EXPECT_EQ(anatomy.before(step).stackSize, step - 1);
    }
}

TEST(Anatomy, ofAMillionLevelsIsBounded)
{
    std::string pickle = raw("\200\002");
    pickle += std::string(1000000, ']') + std::string(999999, 'a') + ".";
    const Anatomy anatomy = taken(pickle);
    expectWhole(anatomy, pickle);
    EXPECT_LT(anatomy.parts().size(), 1000u);
    const Anatomy tuples = taken("N" + std::string(1000000, '\x85') + ".");
    EXPECT_LT(tuples.parts().size(), 1000u);
    EXPECT_EQ(stack(tuples.before(3)), "((None,),)");
}

TEST(Anatomy, refusesWhatIsNoPickle)
{
    EXPECT_EQ(refusal(""), "pickle exhausted before seeing STOP (offset 0).");
    EXPECT_EQ(refusal("N"), "pickle exhausted before seeing STOP (offset 1).");
    EXPECT_EQ(refusal("\xff"), "at position 0, opcode b'\\xff' unknown (offset 0).");
    EXPECT_EQ(refusal("."), "the stack is empty (STOP at offset 0).");
    EXPECT_EQ(refusal("(\x85."),
              "a mark lies on the stack where a value is needed (TUPLE1 at offset 1).");
    EXPECT_EQ(refusal("Nt."), "there is no mark on the stack (TUPLE at offset 1).");
    EXPECT_EQ(refusal("h\x05."), "nothing is in the memo as 5 (BINGET at offset 0).");
    EXPECT_EQ(refusal("gx\n."), "a memo number that is none (GET at offset 0).");
    EXPECT_EQ(refusal("}(Nu."), "a key without an item (SETITEMS at offset 3).");
    EXPECT_EQ(refusal("(o."), "there is no class behind the mark (OBJ at offset 1).");
    EXPECT_EQ(refusal("NN\x93."),
              "a module and a name are needed, each a str (STACK_GLOBAL at offset 2).");
}

TEST(Anatomy, ofEveryTruncationIsAnErrorAndOfEveryChangeIsWholeOrAnError)
{
    for (std::size_t size = 0; size < task.size(); ++size) {
        EXPECT_NE(refusal(std::string_view(task).substr(0, size)), "") << size;
    }
    std::size_t whole = 0;
    for (std::size_t at = 0; at < task.size(); ++at) {
        for (int byte = 0; byte < 256; ++byte) {
            std::string changed = task;
            changed[at] = static_cast<char>(byte);
            const Result<Anatomy> anatomy = Anatomy::of(changed);
            if (anatomy.ok()) {
                expectWhole(*anatomy, changed);
                ++whole;
                anatomy->before(anatomy->opcodes().size() / 2);
            }
        }
    }
    EXPECT_GT(whole, 1000u);
}

TEST(Anatomy, showsWhatLiesBehindTheEndAndBelowTheResult)
{
    const std::string pickle = raw("K\001(K\002.abc");
    const Anatomy anatomy = taken(pickle);
    EXPECT_EQ(tree(anatomy), "2 9\n"
                             "  stop 1\n"
                             "  left on the stack 1 2\n"
                             "  the value itself 3\n"
                             "  3 bytes behind the end 3\n");
}

TEST(Anatomy, knowsEveryOpcode)
{
    int known = 0;
    for (int code = 0; code < 256; ++code) {
        const auto byte = static_cast<std::uint8_t>(code);
        const std::string_view meaning = opcodeMeaning(byte);
        EXPECT_EQ(opcodeName(byte).empty(), meaning.empty()) << code;
        EXPECT_TRUE(meaning.empty() || meaning.back() == '.') << meaning;
        known += meaning.empty() ? 0 : 1;
    }
    EXPECT_EQ(known, 68);
}

} // namespace
} // namespace poolscope
