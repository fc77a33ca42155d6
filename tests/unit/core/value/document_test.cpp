// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/value/value.h"

#include <gtest/gtest.h>

namespace poolscope {
namespace {

TEST(Document, holdsEveryKind)
{
    Document document;
    EXPECT_EQ(document.none().kind(), Kind::None);
    EXPECT_TRUE(document.boolean(true).boolean());
    EXPECT_FALSE(document.boolean(false).boolean());
    EXPECT_EQ(document.integer(-7).int64(), -7);
    EXPECT_EQ(document.real(1.5).real(), 1.5);
    EXPECT_EQ(document.str("ä").text(), "ä");
    EXPECT_EQ(document.bytes(std::string_view("\0x", 2)).text().size(), 2u);
    EXPECT_EQ(document.byteArray("b").kind(), Kind::ByteArray);
    const Value global = document.global("blog", "BigPow.pow");
    EXPECT_EQ(global.module(), "blog");
    EXPECT_EQ(global.qualname(), "BigPow.pow");
    const Value object =
        document.object(Making::NewObject, global, document.tuple({}), document.dict());
    EXPECT_EQ(object.making(), Making::NewObject);
    EXPECT_EQ(object.callable(), global);
    EXPECT_EQ(object.arguments().size(), 0u);
    EXPECT_EQ(object.state().kind(), Kind::Dict);
    EXPECT_FALSE(object.setter().valid());
}

TEST(Document, keepsAnIntegerInTheSmallestKind)
{
    Document document;
    EXPECT_EQ(document.integer(Integer(5)).kind(), Kind::Int);
    const Value big = document.integer(Integer::power(2, 64));
    EXPECT_EQ(big.kind(), Kind::BigInt);
    EXPECT_EQ(big.integer(), Integer::power(2, 64));
    EXPECT_EQ(document.bigInteger(std::string(20, '\xff')).int64(), -1);
    EXPECT_EQ(document.bigInteger("").int64(), 0);
    EXPECT_EQ(document.boolean(true).integer(), Integer(1));
}

TEST(Document, growsListsOneByOneAndSideBySide)
{
    Document document;
    const Value evens = document.list();
    const Value odds = document.list();
    const Value names = document.dict();
    for (int i = 0; i < 1000; ++i) {
        document.append(i % 2 == 0 ? evens : odds, document.integer(i));
        document.setItem(names, document.str(std::to_string(i)), document.integer(i));
    }
    ASSERT_EQ(evens.size(), 500u);
    ASSERT_EQ(odds.size(), 500u);
    for (int i = 0; i < 1000; ++i) {
        const Value& list = i % 2 == 0 ? evens : odds;
        EXPECT_EQ(list[static_cast<std::size_t>(i / 2)].int64(), i);
        EXPECT_EQ(names.find(std::to_string(i)).int64(), i);
    }
    EXPECT_FALSE(names.find("1000").valid());
}

TEST(Document, findsTheLaterOfTwoEqualKeys)
{
    Document document;
    const Value dict = document.dict();
    document.setItem(dict, document.str("n"), document.integer(1));
    document.setItem(dict, document.integer(0), document.integer(2));
    document.setItem(dict, document.str("n"), document.integer(3));
    EXPECT_EQ(dict.find("n").int64(), 3);
    EXPECT_EQ(dict.size(), 3u);
}

TEST(Document, sharesInternedTextsAndGlobals)
{
    Document document;
    EXPECT_EQ(document.interned("n"), document.interned("n"));
    EXPECT_NE(document.str("n"), document.str("n"));
    EXPECT_EQ(document.global("m", "f"), document.global("m", "f"));
    EXPECT_NE(document.global("m", "f"), document.global("m", "g"));
    std::vector<Value> texts;
    for (int i = 0; i < 5000; ++i) {
        texts.push_back(document.interned("name" + std::to_string(i)));
    }
    for (int i = 0; i < 5000; ++i) {
        EXPECT_EQ(document.interned("name" + std::to_string(i)),
                  texts[static_cast<std::size_t>(i)]);
    }
}

TEST(Document, forgetsOnClearAndKeepsItsMemory)
{
    Document document;
    const auto fill = [&] {
        const Value list = document.list();
        for (int i = 0; i < 1000; ++i) {
            document.append(list, document.str("some text " + std::to_string(i)));
            document.append(list, document.interned("name" + std::to_string(i)));
        }
        return document.nodeCount();
    };
    const std::size_t nodes = fill();
    const std::size_t memory = document.memory();
    for (int i = 0; i < 10; ++i) {
        document.clear();
        EXPECT_EQ(fill(), nodes);
    }
    EXPECT_EQ(document.memory(), memory);
}

TEST(Document, letsGoOfOneVeryLongTextOnClear)
{
    Document document;
    document.str(std::string(8 << 20, 'x'));
    EXPECT_GT(document.memory(), std::size_t{8} << 20);
    document.clear();
    EXPECT_LT(document.memory(), std::size_t{1} << 20);
    EXPECT_EQ(document.str("again").text(), "again");
}

TEST(Document, keepsTextsWhereTheyAreWhileItGrows)
{
    Document document;
    const std::string_view first = document.str("first").text();
    for (int i = 0; i < 100000; ++i) {
        document.str("another text");
    }
    EXPECT_EQ(first, "first");
}

TEST(Document, copiesSharingAndCycles)
{
    Document from;
    const Value shared = from.list();
    from.append(shared, from.str("text"));
    const Value tuple = from.tuple({shared, shared, from.none(), from.real(2.5)});
    from.append(shared, tuple);
    const Value object = from.object(Making::Reduce, from.global("m", "f"), tuple, shared);
    Document to;
    to.integer(1); // other indices there
    const Value copy = to.copy(object);
    EXPECT_EQ(copy.document(), &to);
    EXPECT_EQ(copy.callable(), to.global("m", "f"));
    EXPECT_EQ(copy.arguments()[0], copy.arguments()[1]);
    EXPECT_EQ(copy.arguments()[0], copy.state());
    EXPECT_EQ(copy.state()[1], copy.arguments());
    EXPECT_EQ(copy.arguments()[3].real(), 2.5);
    from.clear();
    from.str("over it");
    EXPECT_EQ(copy.state()[0].text(), "text");
}

TEST(Document, copiesAMillionLevels)
{
    Document from;
    Value deep = from.list();
    for (int i = 0; i < 1000000; ++i) {
        deep = from.tuple({deep});
    }
    Document to;
    const Value copy = to.copy(deep);
    EXPECT_EQ(copy.kind(), Kind::Tuple);
    EXPECT_TRUE(equal(copy, deep));
    EXPECT_EQ(repr(copy, 10), "((((((((((…");
}

TEST(Document, fillsATupleThatWasMadeFirst)
{
    Document document;
    const Value tuple = document.tuple({});
    const Value list = document.list();
    document.append(list, tuple);
    document.setArguments(tuple, std::vector<Value>{list});
    EXPECT_EQ(tuple[0][0], tuple);
}

} // namespace
} // namespace poolscope
