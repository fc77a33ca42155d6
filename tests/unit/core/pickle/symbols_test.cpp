// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a pickle takes from outside itself, and what it does to objects out of order.
#include "tests/unit/core/pickle/bytes.h"

namespace poolscope {
namespace {

PickleLimits withSymbols()
{
    PickleLimits limits;
    limits.symbols = true;
    return limits;
}

std::string repacked(std::string_view pickle, std::optional<int> protocol = {})
{
    Buffer out;
    const Result<void> done = Repacker().repack(pickle, protocol, withSymbols(), out);
    return done.ok() ? std::string(out.view()) : done.error().text;
}

TEST(Symbols, areRefusedUnlessAskedFor)
{
    EXPECT_EQ(read("Pname\n."),
              "at byte 0: a persistent id stands for an object outside the pickle, and nobody has "
              "it");
    EXPECT_EQ(read("K\7Q."),
              "at byte 2: a persistent id stands for an object outside the pickle, and nobody has "
              "it");
    EXPECT_EQ(read(raw("\x83\2\1.")), "at byte 0: extension code 258 is registered by nobody");
    EXPECT_EQ(read("\x97."), "at byte 0: buffer 1 beside the pickle is wanted, and 0 came");
    EXPECT_EQ(read("U\2\xc3\xa9."), "at byte 0: a Python 2 str that is no ASCII");
}

TEST(Symbols, areShownAsWhatTheyAre)
{
    const std::string pickle = framed(raw("(Pname\nK\7Q\x82\5\x97\x97\x98U\2\xc3\xa9t."));
    Document document;
    const Result<Value> value = readPickle(pickle, document, withSymbols());
    ASSERT_TRUE(value.ok()) << value.error().text;
    EXPECT_EQ(repr(*value),
              "(<persistent id 'name'>, <persistent id 7>, <extension 5>, <buffer of 0 bytes>, "
              "<buffer of 0 bytes>, b'\\xc3\\xa9')");
    EXPECT_EQ((*value)[1].persistentId().int64(), 7);
    EXPECT_EQ((*value)[2].extensionCode(), 5);
    EXPECT_FALSE((*value)[3].readOnly());
    EXPECT_TRUE((*value)[4].readOnly());
}

TEST(Symbols, areWrittenAgainAsTheyCame)
{
    const std::string bodies[] = {
        raw("K\7Q."),
        raw("]\x94(K\7QK\7Qe."),
        raw("\x82\5."),
        raw("\x83\0\1."),
        raw("\x84\0\0\1\0."),
        raw("\x97\x98\x94\x97h\0\x87\x94."), // held twice, and therefore memoized
        raw("U\2\xc3\xa9\x94."),
        raw("K\1QK\2Q\x93\x94)R\x94."),       // a global whose names are symbols, called
        raw("\x82\5K\1Q\x81\x94K\2Qb."), // a class, its arguments and a state
    };
    for (const std::string& body : bodies) {
        EXPECT_EQ(repacked(framed(body)), framed(body));
    }
}

TEST(Symbols, thatNeedAProtocolSaySo)
{
    EXPECT_EQ(repacked(framed("\x97."), 4), "a buffer needs protocol 5");
    EXPECT_EQ(repacked(framed(raw("K\1QK\2Q\x93\x94.")), 3),
              "a global whose name is a symbol needs protocol 4 or higher");
    EXPECT_EQ(repacked(framed(raw("K\1QK\2QK\3Q\x92\x94.")), 3),
              "an object made with keywords and a symbol for its arguments needs protocol 4 or "
              "higher"); // found by fuzzing
    EXPECT_EQ(repacked("Pid\n."), raw("\x80\2X\2\0\0\0idq\0Q."));
}

TEST(Buffers, standInThePickleUnlessTheyTravelBesideIt)
{
    const std::string bytes(3, 'x');
    Document document;
    const Value both =
        document.tuple({document.outOfBand(bytes, true), document.outOfBand(bytes, false)});
    EXPECT_EQ(pickled(both), framed(raw("C\3xxx\x94\x96\3\0\0\0\0\0\0\0xxx\x94\x86\x94.")));

    Buffer out;
    std::vector<std::string_view> beside;
    ASSERT_TRUE(PickleWriter().write(both, out, &beside).ok());
    EXPECT_EQ(out.view(), framed("\x97\x98\x97\x86\x94."));
    ASSERT_EQ(beside.size(), 2u);
    EXPECT_EQ(beside[0].data(), bytes.data()) << "no copy";

    Document other;
    const Result<Value> back = readPickle(out.view(), other, {}, beside);
    ASSERT_TRUE(back.ok()) << back.error().text;
    EXPECT_EQ((*back)[0].text().data(), bytes.data());
    EXPECT_TRUE((*back)[0].readOnly());
    EXPECT_FALSE((*back)[1].readOnly());
}

TEST(Buffers, thatDidNotComeAreCounted)
{
    Document document;
    const std::string_view one[] = {"only"};
    const Result<Value> value = readPickle(framed("\x97\x97\x86\x94."), document, {}, one);
    EXPECT_EQ(value.error().text, "at byte 12: buffer 2 beside the pickle is wanted, and 1 came");
}

TEST(Buffers, ofAFailedWriteAreTakenBack)
{
    Document document;
    const Value holder = document.tuple({document.outOfBand("x", false)});
    Buffer out;
    std::vector<std::string_view> beside{"before"};
    ASSERT_FALSE(PickleWriter(4).write(holder, out, &beside).ok());
    EXPECT_EQ(beside.size(), 1u);
    EXPECT_TRUE(out.empty());
}

// What CPython never writes and yet reads: each keeps its order.
TEST(Effects, afterTheStateAreKept)
{
    const std::string bodies[] = {
        raw("c__main__\nA\nq\0)\x81q\1}q\2b}q\3b."),          // two states
        raw("c__main__\nA\nq\0)\x81q\1}q\2bK\1a."),           // items after the state
        raw("c__main__\nA\nq\0)\x81q\1K\1K\2sK\3a(K\1K\2e."), // items after keys
        raw("c__main__\nA\nq\0)\x81q\1}q\2bK\1K\2s."),        // keys after the state
        raw("c__main__\nA\nq\0)\x81q\1(K\1\x90}q\2b."),       // added to a set of a class
        raw("c__main__\nA\nq\0)\x81q\1}q\2bc__main__\nf\nq\3h\1}q\4\x86R0."), // a setter
    };
    for (const std::string& body : bodies) {
        EXPECT_EQ(repacked(raw("\x80\3") + body), raw("\x80\3") + body);
    }
}

TEST(Effects, makeTwoObjectsDiffer)
{
    Document document;
    const Value once = *readPickle("c__main__\nA\n)\x81}b.", document);
    const Value twice = *readPickle("c__main__\nA\n)\x81}b}b.", document);
    EXPECT_FALSE(equal(once, twice));
    EXPECT_EQ(repr(twice), "__main__.A() + {} + [3, {}]");
}

} // namespace
} // namespace poolscope
