// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/core/pickle/bytes.h"

namespace poolscope {
namespace {

TEST(Read, readsEachProtocolOfTheSameObject)
{
    // {'a': [1, 2.5, None, True], 'b': (255, -1, 'é')} by CPython, protocols 0 to 5
    const std::string expected = "{'a': [1, 2.5, None, True], 'b': (255, -1, 'é')}";
    const std::string pickles[] = {
        raw("(dp0\nVa\np1\n(lp2\nI1\naF2.5\naNaI01\nasVb\np3\n(I255\nI-1\nV\xe9\np4\ntp5\ns."),
        raw("}q\0(X\1\0\0\0aq\1]q\2(K\1G@\4\0\0\0\0\0\0NI01\neX\1\0\0\0bq\3(K\xffJ\xff\xff\xff\xff"
            "X\2\0\0\0\xc3\xa9q\4tq\5u."),
        raw("\x80\2}q\0(X\1\0\0\0aq\1]q\2(K\1G@\4\0\0\0\0\0\0N\x88"
            "eX\1\0\0\0bq\3K\xffJ\xff\xff\xff\xff"
            "X\2\0\0\0\xc3\xa9q\4\x87q\5u."),
        framed(raw("}\x94(\x8c\1a\x94]\x94(K\1G@\4\0\0\0\0\0\0N\x88"
                   "e\x8c\1b\x94K\xffJ\xff\xff\xff\xff"
                   "\x8c\2\xc3\xa9\x94\x87\x94u.")),
    };
    for (const std::string& pickle : pickles) {
        EXPECT_EQ(read(pickle), expected) << pickle;
    }
}

TEST(Read, keepsIdentityAndCycles)
{
    Document document;
    const std::string pickle = framed(raw("]\x94(h\0\x8c\1x\x94h\1e.")); // outlives its views
    const Value list = *readPickle(pickle, document);
    EXPECT_EQ(list[0], list);
    EXPECT_EQ(list[1], list[2]);
}

TEST(Read, looksAtTheMessageAndCopiesNothing)
{
    const std::string pickle = framed(raw("\x8c\5hello\x94"
                                          "C\3"
                                          "abc\x94\x86\x94."));
    Document document;
    const Value tuple = *readPickle(pickle, document);
    EXPECT_EQ(static_cast<const void*>(tuple[0].text().data()), pickle.data() + 13);
    EXPECT_EQ(tuple[1].text(), "abc");
}

TEST(Read, obeysNothing)
{
    EXPECT_EQ(read("cos\nsystem\n(S'echo hacked'\ntR."), "os.system('echo hacked')");
    EXPECT_EQ(read(raw("\x80\2cposix\nsystem\nX\2\0\0\0ls\x85R.")), "posix.system('ls')");
}

TEST(Read, nothingThatIsAddedToAnObjectIsNothing) // as in CPython, which does not ask it then
{
    for (const char* const opcode : {"e", "u", "\x90"}) {
        Document document;
        const std::string pickle = raw("\x80\4cm\nC\n)\x81(") + opcode + ".";
        const auto object = readPickle(pickle, document);
        ASSERT_TRUE(object.ok()) << object.error().text;
        EXPECT_FALSE(object->listItems().valid());
        EXPECT_FALSE(object->dictItems().valid());
        EXPECT_FALSE(object->effects().valid());
    }
}

TEST(Read, makesObjectsThatHaveNotBeenMade)
{
    Document document;
    const std::string pickle =
        framed(raw("\x8c\1m\x94\x8c\1C\x94\x93\x94)\x81\x94}\x94\x8c\1n\x94K\1sb."));
    const Value object = *readPickle(pickle, document);
    EXPECT_EQ(object.kind(), Kind::Object);
    EXPECT_EQ(object.making(), Making::NewObject);
    EXPECT_EQ(object.callable().module(), "m");
    EXPECT_EQ(object.state().find("n").int64(), 1);
    EXPECT_EQ(pickled(object), pickle);
}

TEST(Read, keepsItemsKeywordsAndSettersOfObjects)
{
    const std::string made = "\x8c\1m\x94\x8c\1C\x94\x93\x94";
    const std::string bodies[] = {
        made + raw(")\x81\x94(K\1K\2e\x8c\1k\x94K\3s."),                  // a list and dict in one
        made + raw("K\1\x85\x94}\x94\x8c\1k\x94K\2s\x92\x94."),           // NEWOBJ_EX
        made + raw(")\x81\x94\x8c\1s\x94\x8c\1f\x94\x93\x94h\3N\x86R0."), // a setter of its own
    };
    for (const std::string& body : bodies) {
        Document document;
        const std::string pickle = framed(body);
        Result<Value> object = readPickle(pickle, document);
        ASSERT_TRUE(object.ok()) << object.error().text;
        EXPECT_EQ(object->kind(), Kind::Object);
        EXPECT_EQ(pickled(*object), pickle) << repr(*object);
    }
}

TEST(Read, readsOlderProtocolsAsTheKindsTheyStandFor)
{
    EXPECT_EQ(read(raw("\x80\2c__builtin__\nset\nq\0]q\1K\1a\x85q\2Rq\3.")), "{1}");
    EXPECT_EQ(
        read(raw("\x80\2c_codecs\nencode\nq\0X\2\0\0\0\xc3\xa9q\1X\6\0\0\0latin1q\2\x86q\3Rq\4.")),
        "b'\\xe9'");
    EXPECT_EQ(read(raw("\x80\3cbuiltins\ngetattr\nq\0cm\nA\nq\1X\1\0\0\0fq\2\x86q\3Rq\4.")),
              "m.A.f");
    EXPECT_EQ(read(raw("\x80\2c"
                       "exceptions\nValueError\nq\0.")),
              "builtins.ValueError");
    EXPECT_EQ(read(raw("\x80\2c"
                       "copy_reg\n_reconstructor\n.")),
              "copyreg._reconstructor");
}

TEST(Read, readsTheTextOfProtocol0)
{
    EXPECT_EQ(read("L123456789012345678901234567890L\n."), "123456789012345678901234567890");
    EXPECT_EQ(read("I-5\n."), "-5");
    EXPECT_EQ(read("F-1e10\n."), "-10000000000.0");
    EXPECT_EQ(read("Finf\n."), "inf");
    EXPECT_EQ(read("Va\\u20ac\\U0001f600\\\\x\xe9\n."), "'a€😀\\\\\\\\xé'");
    EXPECT_EQ(read("S'a\\n\\x41\\101\\''\n."), "\"a\\nAA'\"");
    EXPECT_EQ(read("(I1\nI2\nl."), "[1, 2]");
    EXPECT_EQ(read("(S'k'\nI1\nd."), "{'k': 1}");
    EXPECT_EQ(read("(I1\nim\nC\n."), "m.C(1)");
    EXPECT_EQ(read("(cm\nC\nI1\no."), "m.C(1)");
    EXPECT_EQ(read("Np9999999\n0g9999999\n."), "None") << "memo numbers may be anything";
}

TEST(Read, readsIntegersOfAnySize)
{
    EXPECT_EQ(read(raw("\x80\2\x8a\0.")), "0");
    EXPECT_EQ(read(raw("\x80\2\x8a\3\xff\xff\xff.")), "-1") << "longer than need be";
    EXPECT_EQ(read(raw("\x80\2\x8a\x09\0\0\0\0\0\0\0\x80\0.")), "9223372036854775808");
    EXPECT_EQ(read(raw("\x80\2\x8b\2\0\0\0\0\1.")), "256");
}

} // namespace
} // namespace poolscope
