// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/core/pickle/bytes.h"

// Bytes that nobody should have sent: an error with its offset and reason, in bounded memory.

namespace poolscope {
namespace {

// Each of them has many opcodes in few bytes.
const std::string seeds[] = {
    framed(raw("(K\0M\0\1J\0\0\1\0\x8a\5\0\0\0\x80\0G@\4\0\0\0\0\0\0N\x88\x89\x8c\2\xc3\xa9\x94h\0"
               "]\x94(K\1K\2e}\x94\x8c\1k\x94K\3s\x8f\x94(K\1\x90(K\2\x91\x94t\x94.")),
    framed(raw(
        "\x8c\1m\x94\x8c\1C\x94\x93\x94)\x81\x94(K\1K\2e\x8c\1k\x94K\3s}\x94\x8c\1n\x94K\1sb.")),
    framed(raw("\x8c\1m\x94\x8c\1f\x94\x93\x94K\1\x85\x94R\x94\x96\2\0\0\0\0\0\0\0ab\x94"
               "C\1x\x94\x87\x94.")),
    raw("\x80\2c__builtin__\nset\nq\0]q\1(K\1K\2e\x85q\2Rq\3."),
    raw("(dp0\nVa\np1\n(lp2\nI1\naF2.5\naNaI01\nasVb\np3\n(I255\nL-1L\nV\xe9\np4\ntp5\ns."),
    raw("(S'a\\x41'\n(I1\nim\nC\n(cm\nC\no0t2."),
};

// Whatever it is: no crash, bounded memory, and what was read can be printed and written.
void digest(std::string_view pickle)
{
    Document document;
    const std::size_t before = document.memory();
    const Result<Value> value = readPickle(pickle, document);
    EXPECT_LE(document.memory(), before + 64 * pickle.size() + 8192);
    if (!value.ok()) {
        EXPECT_EQ(value.error().kind, "UnpicklingError");
        EXPECT_EQ(value.error().text.substr(0, 8), "at byte ");
        return;
    }
    EXPECT_LE(repr(*value).size(), 1003u);
    EXPECT_TRUE(equal(*value, *value) || repr(*value) == "nan");
    for (const int protocol : {2, 3, 4, 5}) {
        PickleWriter writer(protocol);
        Buffer out;
        if (writer.write(*value, out).ok()) {
            Document again;
            EXPECT_TRUE(readPickle(out.view(), again).ok());
        }
    }
}

TEST(Hostile, everySampleIsAPickle)
{
    for (const std::string& sample : seeds) {
        Document document;
        const Result<Value> value = readPickle(sample, document);
        EXPECT_TRUE(value.ok()) << value.error().text;
    }
}

TEST(Hostile, everyTruncationIsRefused)
{
    for (const std::string& sample : seeds) {
        for (std::size_t size = 0; size < sample.size(); ++size) {
            const std::string exact = sample.substr(0, size); // so that a sanitizer sees the end
            Document document;
            EXPECT_FALSE(readPickle(exact, document).ok()) << size;
            digest(exact);
        }
    }
}

TEST(Hostile, everyChangeOfOneByteIsDigested)
{
    for (const std::string& sample : seeds) {
        std::string changed = sample;
        for (char& byte : changed) {
            const char kept = byte;
            for (int value = 0; value < 256; ++value) {
                byte = static_cast<char>(value);
                digest(changed);
            }
            byte = kept;
        }
    }
}

TEST(Hostile, lengthsAreCheckedBeforeAnythingIsMade)
{
    const std::string endless = raw("\xff\xff\xff\xff\xff\xff\xff\x7f");
    for (const char* op : {"\x8d", "\x8e", "\x96", "\x95"}) {
        digest(raw("\x80\5") + op + endless + "x");
    }
    for (const char* op : {"X", "B", "T", "\x8b"}) {
        digest(raw("\x80\5") + op + raw("\xff\xff\xff\x7f") + "x");
    }
    EXPECT_EQ(read(raw("\x80\5") + "\x8d" + endless + "x"),
              "at byte 2: BINUNICODE8 needs 9223372036854775807 more bytes, and 1 are left in the "
              "message");
    EXPECT_EQ(read(raw("\x80\2r\xff\xff\xff\xff.")),
              "at byte 2: LONG_BINPUT finds too little on the stack");
    EXPECT_EQ(read(raw("\x80\2Nr\xff\xff\xff\xff.")), "None");
}

TEST(Hostile, saysWhereAndWhy)
{
    EXPECT_EQ(read(""), "at byte 0: the pickle ends without STOP");
    EXPECT_EQ(read("."), "at byte 0: STOP finds too little on the stack");
    EXPECT_EQ(read("(."), "at byte 1: STOP finds a mark where it needs an object");
    EXPECT_EQ(read("Z."), "at byte 0: no opcode has the code 0x5a");
    EXPECT_EQ(read(raw("\x80\6N.")), "at byte 0: unsupported pickle protocol: 6; the highest is 5");
    EXPECT_EQ(read("e"), "at byte 0: APPENDS finds no mark");
    EXPECT_EQ(read("NNa."), "at byte 2: items are appended to what is no list");
    EXPECT_EQ(read("]("), "at byte 2: the pickle ends without STOP");
    EXPECT_EQ(read("}(Nu."), "at byte 3: SETITEMS with a key that has no value");
    EXPECT_EQ(read("]Nb."), "at byte 2: BUILD gives a state to what is no object");
    EXPECT_EQ(read(raw("\x80\5h\7.")), "at byte 2: the memo has no number 7");
    EXPECT_EQ(read(raw("\x80\5\x8c\1\xff.")), "at byte 2: a str that is no UTF-8");
    EXPECT_EQ(
        read("Pabc\n."),
        "at byte 0: a persistent id stands for an object outside the pickle, and nobody has it");
    EXPECT_EQ(read(raw("\x82\1.")), "at byte 0: extension code 1 is registered by nobody");
    EXPECT_EQ(read(raw("\x97.")), "at byte 0: buffer 1 beside the pickle is wanted, and 0 came");
}

TEST(Hostile, whatCanChangeIsNoKeyAndInNoSet)
{
    const std::string reason = " can change, so it is no key of a dict nor in a set";
    EXPECT_EQ(read("}]Ns."), "at byte 3: a list" + reason);
    EXPECT_EQ(read("}(NN}Nu."), "at byte 6: a dict" + reason);
    EXPECT_EQ(read("(\x8fNd."), "at byte 3: a set" + reason);
    EXPECT_EQ(read(raw("(\x96\1\0\0\0\0\0\0\0x\x91.")), "at byte 11: a bytearray" + reason);
    EXPECT_EQ(read("\x8f(N]\x85\x85\x90."), "at byte 6: a list" + reason);
    EXPECT_EQ(read("\x8f\x94(N)\x85\x90."), "{None, ((),)}");
    EXPECT_EQ(read(raw("\x8f\x94(h\0\x90.")), "at byte 5: a set" + reason) << "holds itself";
    EXPECT_EQ(read(raw("}\x94h\0\x85Ns.")), "at byte 6: a dict" + reason) << "by way of a tuple";
    EXPECT_EQ(read("c__builtin__\nset\n((]]tl\x85R."), "builtins.set([([], [])])")
        << "a call that Python would refuse";
    EXPECT_EQ(read("(cbuiltins\nbytearray\n)R\x91."), "at byte 23: a bytearray" + reason);
}

TEST(Hostile, aTupleThatWasNoKeyIsStillNone)
{
    const std::string pickle = raw("\x80\2c__builtin__\nset\n(]\x85q\0l\x85R}h\0Ns.");
    EXPECT_EQ(read(pickle).substr(0, 18), "at byte 31: a list");
}

TEST(Hostile, anOpcodeMayNotStraddleAFrame)
{
    const std::string inside = raw("\x80\4\x95\4\0\0\0\0\0\0\0(K\1t.");
    EXPECT_EQ(read(inside), "(1,)") << "STOP may stand behind the frame";
    EXPECT_EQ(read(raw("\x80\4\x95\2\0\0\0\0\0\0\0(K\1t.")),
              "at byte 12: BININT1 needs 1 more bytes, and 0 are left in the frame, which no "
              "opcode may straddle");
    EXPECT_EQ(read(raw("\x80\4\x95\x0c\0\0\0\0\0\0\0N\x95\1\0\0\0\0\0\0\0.0.")),
              "at byte 12: a frame begins inside another");
}

TEST(Hostile, surrogatesMayStandAloneAndOtherBytesNot)
{
    EXPECT_EQ(read(framed(raw("\x8c\3\xed\xa0\x80."))), "'\\ud800'");
    for (const char* bytes : {"\xc0\x80", "\xe0\x80\x80", "\xf0\x80\x80\x80", "\xf4\x90\x80\x80",
                              "\xf5\x80\x80\x80", "\xc3", "\x80", "\xe2\x82", "\xc3\x28"}) {
        const std::string text = bytes;
        const std::string body = std::string("\x8c") + static_cast<char>(text.size()) + text + ".";
        EXPECT_NE(read(framed(body)).find("no UTF-8"), std::string::npos)
            << testing::PrintToString(text);
    }
}

TEST(Hostile, limitsAreKept)
{
    const auto error = [](const std::string& pickle, PickleLimits limits) {
        Document document;
        const Result<Value> value = readPickle(pickle, document, limits);
        return value.ok() ? "read" : value.error().text;
    };
    PickleLimits limits;
    limits.nodes = 3;
    EXPECT_EQ(error("(]]]l.", limits), "at byte 4: more than 3 objects");
    EXPECT_EQ(error("(]]]]l.", limits), "at byte 4: more than 3 objects");
    limits = {};
    limits.depth = 3;
    EXPECT_EQ(error("]]]aa.", limits), "read");
    EXPECT_EQ(error("]]]]aaa.", limits), "at byte 3: more than 3 objects on the stack");
    EXPECT_EQ(error("(((N.", limits), "at byte 3: more than 3 objects on the stack");
    limits = {};
    limits.memo = 2;
    EXPECT_EQ(error(raw("\x80\4]\x94\x94\x94."), limits),
              "at byte 5: more than 2 objects in the memo");
    limits = {};
    limits.digits = 3;
    EXPECT_EQ(error(raw("\x80\2\x8a\4\1\2\3\4."), limits),
              "at byte 2: an integer of 4 bytes; 3 are allowed");
}

TEST(Hostile, longRowsOfOneOpcodeStayWithin64BytesEach)
{
    const std::string rows[] = {
        "]",       "(",    "N2",  "]\x94",     "()",       "(l",          "(d",    "(t",
        "]N2\x86", "}NNs", "]]a", "cm\nn\n)R", "(im\nC\n", "\x8c\1a\x94", "Np7\n", "\x8f(N\x90"};
    for (const std::string& row : rows) {
        std::string pickle = raw("\x80\5N");
        while (pickle.size() < 200000) {
            pickle += row;
        }
        digest(pickle);
        digest(pickle + ".");
        digest(pickle + "t.");
    }
}

TEST(Hostile, aMillionLevelsAreNoTrouble)
{
    std::string pickle = raw("\x80\5") + std::string(1000000, ']') + std::string(999999, 'a') + ".";
    Document document;
    const Result<Value> value = readPickle(pickle, document);
    ASSERT_TRUE(value.ok()) << value.error().text;
    EXPECT_EQ(repr(*value, 5), "[[[[[…");
    EXPECT_TRUE(equal(*value, *value));
    digest(pickle);
}

} // namespace
} // namespace poolscope
