// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/core/pickle/bytes.h"

#include <limits>

// The bytes in here are CPython's own; tests/conformance compares thousands more.

namespace poolscope {
namespace {

struct Write : testing::Test {
    Document document;

    Value integers(int count)
    {
        const Value list = document.list();
        for (int i = 0; i < count; ++i) {
            document.append(list, document.integer(1));
        }
        return list;
    }
};

TEST_F(Write, takesTheShortestFormOfAnInteger)
{
    const std::pair<std::int64_t, std::string> cases[] = {
        {0, raw("K\0.")},
        {255, raw("K\xff.")},
        {256, raw("M\0\1.")},
        {65535, raw("M\xff\xff.")},
        {65536, raw("J\0\0\1\0.")},
        {-1, raw("J\xff\xff\xff\xff.")},
        {2147483647, raw("J\xff\xff\xff\x7f.")},
        {2147483648, raw("\x8a\x05\0\0\0\x80\0.")},
        {-2147483649, raw("\x8a\x05\xff\xff\xff\x7f\xff.")},
        {std::numeric_limits<std::int64_t>::min(), raw("\x8a\x08\0\0\0\0\0\0\0\x80.")},
    };
    for (const auto& [value, body] : cases) {
        EXPECT_EQ(pickled(document.integer(value)), framed(body)) << value;
    }
    EXPECT_EQ(pickled(document.integer(Integer::power(2, 63))),
              framed(raw("\x8a\x09\0\0\0\0\0\0\0\x80\0.")));
}

TEST_F(Write, writesTheMessageOfMultiprocessing)
{
    const Value chunk = document.tuple(
        {document.global("__main__", "power"), document.tuple({document.integer(5)})});
    const Value message = document.tuple({document.integer(0), document.integer(0),
                                          document.global("multiprocessing.pool", "mapstar"),
                                          document.tuple({chunk}), document.dict()});
    EXPECT_EQ(
        pickled(message, 4),
        framed(raw("(K\0K\0\x8c\x14multiprocessing.pool\x94\x8c\x07mapstar\x94\x93\x94"
                   "\x8c\x08__main__\x94\x8c\x05power\x94\x93\x94K\x05\x85\x94\x86\x94\x85\x94"
                   "}\x94t\x94."),
               4));
}

TEST_F(Write, writesABoundMethodOfAnObjectWithState)
{
    const Value state = document.dict();
    document.setItem(state, document.interned("n"), document.integer(10));
    const Value object = document.object(Making::NewObject, document.global("blog", "BigPow"),
                                         document.tuple({}), state);
    const Value bound = document.object(Making::Reduce, document.global("builtins", "getattr"),
                                        document.tuple({object, document.interned("pow")}));
    EXPECT_EQ(
        pickled(bound, 4),
        framed(
            raw("\x8c\x08"
                "builtins\x94\x8c\x07getattr\x94\x93\x94\x8c\x04"
                "blog\x94\x8c\x06"
                "BigPow\x94\x93\x94)\x81\x94}\x94\x8c\x01n\x94K\nsb\x8c\x03pow\x94\x86\x94R\x94."),
            4));
}

TEST_F(Write, writesASharedNodeOnceAndAListThatHoldsItself)
{
    const Value list = document.list();
    document.append(list, list);
    EXPECT_EQ(pickled(list), framed(raw("]\x94h\0a.")));
    const Value text = document.str("t");
    EXPECT_EQ(pickled(document.tuple({text, text})), framed(raw("\x8c\x01t\x94h\0\x86\x94.")));
}

TEST_F(Write, writesATupleThatHoldsItselfByWayOfAList)
{
    const Value list = document.list();
    const Value tuple = document.tuple({list});
    document.append(list, tuple);
    EXPECT_EQ(pickled(tuple), framed(raw("]\x94h\0\x85\x94"
                                         "a0h\1.")));
}

TEST_F(Write, refusesATupleThatHoldsItself)
{
    const Value tuple = document.tuple({});
    document.setArguments(tuple, std::vector{document.tuple({tuple})});
    PickleWriter writer;
    Buffer out;
    out.append("kept");
    const Result<void> written = writer.write(tuple, out);
    ASSERT_FALSE(written.ok());
    EXPECT_EQ(written.error().kind, "PicklingError");
    EXPECT_EQ(out.view(), "kept");
}

TEST_F(Write, endsBatchesOfAThousandAsCPythonDoes)
{
    const std::string one = "K\1";
    const auto ends = [](const std::string& pickle, const std::string& tail) {
        return pickle.size() > tail.size() && pickle.substr(pickle.size() - tail.size()) == tail;
    };
    EXPECT_EQ(pickled(integers(1)), framed("]\x94K\1"
                                           "a."));
    EXPECT_TRUE(ends(pickled(integers(1000)), one + "e."));
    EXPECT_TRUE(ends(pickled(integers(1001)), one + "e(" + one + "e."));
    const Value dict = document.dict();
    const Value set = document.set();
    for (int i = 0; i < 1000; ++i) {
        document.setItem(dict, document.integer(1), document.integer(1));
        document.append(set, document.integer(1));
    }
    EXPECT_TRUE(ends(pickled(dict), one + one + "u(u."));
    EXPECT_TRUE(ends(pickled(set), one + "\x90(\x90."));
    const Value items =
        document.object(Making::NewObject, document.global("m", "List"), document.tuple({}));
    document.setSlot(items, Slot::ListItems, integers(1001));
    EXPECT_TRUE(ends(pickled(items), one + "e" + one + "a."));
}

TEST_F(Write, putsLongTextsOutsideFrames)
{
    const Value text = document.str(std::string(65536, 'x'));
    const std::string pickle = pickled(document.list(std::vector{text, document.none()}));
    EXPECT_EQ(pickle.substr(0, 5), raw("\x80\5]\x94(")) << "a frame of 3 bytes has no header";
    EXPECT_EQ(pickle.substr(5, 5), raw("X\0\0\1\0"));
    EXPECT_EQ(pickle.substr(10 + 65536), raw("\x95\4\0\0\0\0\0\0\0\x94Ne."));
}

TEST_F(Write, endsAFrameBetweenTwoObjectsAt64KiB)
{
    const std::string pickle = pickled(integers(40000));
    std::uint64_t size = 0;
    std::memcpy(&size, pickle.data() + 3, sizeof size);
    EXPECT_GE(size, 65536u);
    EXPECT_LT(size, 65540u);
    EXPECT_EQ(pickle[11 + size], '\x95');
}

TEST_F(Write, writesOlderProtocols)
{
    const Value one = document.integer(1);
    const Value set = document.set(std::vector{one});
    EXPECT_EQ(pickled(set, 3), raw("\x80\3cbuiltins\nset\nq\0]q\1K\1a\x85q\2Rq\3."));
    EXPECT_EQ(pickled(set, 2), raw("\x80\2c__builtin__\nset\nq\0]q\1K\1a\x85q\2Rq\3."));
    EXPECT_EQ(pickled(document.bytes("\xe9"), 2),
              raw("\x80\2c_codecs\nencode\nq\0X\2\0\0\0\xc3\xa9q\1X\6\0\0\0latin1q\2\x86q\3Rq\4."));
    EXPECT_EQ(pickled(document.byteArray("a"), 4), framed(raw("\x8c\x08"
                                                              "builtins\x94\x8c\x09"
                                                              "bytearray\x94\x93\x94"
                                                              "C\1a\x94\x85\x94R\x94."),
                                                          4));
    EXPECT_EQ(pickled(document.global("m", "A.f"), 3),
              raw("\x80\3cbuiltins\ngetattr\nq\0cm\nA\nq\1X\1\0\0\0fq\2\x86q\3Rq\4."));
    EXPECT_EQ(pickled(document.global("builtins", "ValueError"), 2),
              raw("\x80\2c"
                  "exceptions\nValueError\nq\0."));
}

TEST_F(Write, appendsToTheBufferAndMayBeUsedAgain)
{
    PickleWriter writer(5);
    Buffer out;
    const Value list = integers(3);
    ASSERT_TRUE(writer.write(list, out).ok());
    const std::string once(out.view());
    ASSERT_TRUE(writer.write(list, out).ok());
    EXPECT_EQ(out.view(), once + once);
    Document other;
    out.clear();
    ASSERT_TRUE(writer.write(other.tuple({other.str("x")}), out).ok());
    EXPECT_EQ(out.view(), framed(raw("\x8c\x01x\x94\x85\x94.")));
    EXPECT_EQ(writer.protocol(), 5);
}

TEST_F(Write, aMillionLevelsAreNoTrouble)
{
    Value deep = document.list();
    for (int i = 0; i < 500000; ++i) {
        deep = document.list(std::vector{document.tuple({deep})});
    }
    const std::string pickle = pickled(deep);
    Document other;
    const Result<Value> back = readPickle(pickle, other);
    ASSERT_TRUE(back.ok());
    EXPECT_EQ(pickled(*back), pickle);
}

} // namespace
} // namespace poolscope
