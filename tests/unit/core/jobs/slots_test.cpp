// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/slots.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace poolscope::test {
namespace {

/// Has no default constructor, and counts those that are alive.
struct Counted {
    explicit Counted(int number) : value(number) { ++alive; }
    Counted(Counted&& other) noexcept : value(other.value) { ++alive; }
    Counted(const Counted& other) : value(other.value) { ++alive; }
    Counted& operator=(const Counted&) = default;
    ~Counted() { --alive; }
    int value;
    static inline int alive = 0;
};

auto counted(int value)
{
    return [value] { return Counted(value); };
}

TEST(Slots, holdWhatWasAddedWhereItWasAdded)
{
    Slots<std::string> slots(1);
    for (int i = 0; i < 100; ++i) {
        slots.add([&] { return std::string(40, static_cast<char>('a' + i % 26)); });
    }
    EXPECT_EQ(slots.size(), 100U);
    EXPECT_TRUE(slots.full());
    EXPECT_EQ(slots[27], std::string(40, 'b'));
    const std::string* where = slots.data();
    slots.truncate(3);
    slots.add([] { return std::string("new"); });
    EXPECT_EQ(slots.data(), where) << "memory is kept";
    EXPECT_EQ(slots[3], "new");
    EXPECT_EQ(slots.size(), 4U);
}

TEST(Slots, mayBeEmptyHereAndThere)
{
    Slots<Counted> slots;
    slots.add(counted(0));
    slots.addEmpty();
    slots.add(counted(2));
    slots.padTo(40);
    slots.add(counted(40));
    EXPECT_FALSE(slots.full());
    EXPECT_EQ(slots.size(), 41U);
    for (const std::size_t i : {1, 3, 39, 41}) {
        EXPECT_FALSE(slots.has(i)) << i;
    }
    EXPECT_EQ(slots[0].value + slots[2].value + slots[40].value, 42);
    EXPECT_EQ(Counted::alive, 3);
    slots.put(1, counted(7));
    slots.put(2, counted(8));
    slots.put(45, counted(9));
    EXPECT_EQ(slots[1].value, 7);
    EXPECT_EQ(slots[2].value, 8);
    EXPECT_FALSE(slots.has(44));
    EXPECT_EQ(slots[45].value, 9);
    EXPECT_EQ(Counted::alive, 5);
    Slots<Counted> moved(std::move(slots));
    moved.truncate(2);
    EXPECT_EQ(Counted::alive, 2);
    EXPECT_TRUE(moved.has(1));
    moved = Slots<Counted>();
    EXPECT_EQ(Counted::alive, 0);
}

TEST(Slots, areFullAgainWhenTheEmptyOnesAreForgotten)
{
    Slots<int> slots;
    slots.addEmpty();
    slots.truncate(0);
    slots.add([] { return 5; });
    EXPECT_TRUE(slots.full());
}

TEST(Slots, areAsTheyWereWhenAMakerThrows)
{
    Slots<Counted> slots;
    slots.add(counted(1));
    const auto throws = []() -> Counted { throw std::runtime_error("no"); };
    EXPECT_THROW(slots.add(throws), std::runtime_error);
    EXPECT_THROW(slots.put(0, throws), std::runtime_error);
    EXPECT_EQ(slots.size(), 1U);
    EXPECT_EQ(slots[0].value, 1);
}

} // namespace
} // namespace poolscope::test
