// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The code of core/reduce/README.md stands here too, and does what the text says.

#include "core/reduce/reduce.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace poolscope::readme {

class Pool; // as core/pool has it

} // namespace poolscope::readme

namespace poolscope {
template <> struct Unpicklable<readme::Pool> {
    static constexpr bool value = true;
    static constexpr const char* name = "Pool";
    static constexpr const char* reason =
        "Pool objects cannot be passed between processes or pickled";
};
} // namespace poolscope

namespace poolscope::readme {
namespace {

struct Point {
    int x = 0;
    int y = 0;
};
inline auto describe(Type<Point> type)
{
    return type.named("shapes", "Point").field("x", &Point::x).field("y", &Point::y);
}

struct Index {
    std::vector<std::string> words;
    std::map<std::string, std::size_t> places; // made from the words, so it need not travel
};
inline auto describe(Type<Index> type)
{
    return type.named("text", "Index")
        .getState([](const Index& index) { return index.words; })
        .setState([](Index& index, std::vector<std::string> words) {
            for (const std::string& word : words) {
                index.places.emplace(word, index.places.size());
            }
            index.words = std::move(words);
        });
}

struct BigPow {
    std::int64_t n = 10;
    Pool* pool = nullptr;
};
inline auto describe(Type<BigPow> type)
{
    return type.named("blog", "BigPow").field("n", &BigPow::n).field("pool", &BigPow::pool);
}
static_assert(!isPicklable<BigPow>);

TEST(Readme, pointsComeBack)
{
    const Registry registry;
    Buffer message;
    Result<void> written = pickle(Point{3, 4}, registry, message);
    Result<Point> copy = unpickle<Point>(message.view(), registry);
    ASSERT_TRUE(written.ok() && copy.ok());
    EXPECT_EQ(copy->y, 4);
    Document document;
    EXPECT_EQ(repr(*toValue(Point{3, 4}, document, registry)), "shapes.Point() + {'x': 3, 'y': 4}");
}

TEST(Readme, anIndexMakesItsPlacesAnew)
{
    const Registry registry;
    Buffer message;
    ASSERT_TRUE(pickle(Index{{"b", "a"}, {}}, registry, message).ok());
    const Result<Index> copy = unpickle<Index>(message.view(), registry);
    ASSERT_TRUE(copy.ok());
    EXPECT_EQ(copy->places.at("a"), 1U);
}

TEST(Readme, bigPowCannotTravelUntilAReducerSaysHow)
{
    Registry registry;
    Buffer message;
    EXPECT_EQ(pickle(BigPow{}, registry, message).error().text,
              "BigPow cannot be pickled: BigPow.pool is a Pool, and Pool objects cannot be passed "
              "between processes or pickled.");
    std::optional<Unpicklability> why = explainUnpicklable(BigPow{}, registry, 5);
    std::string weights = weightsText(why->objects[0]); // "n 2 B · pool cannot travel"
    EXPECT_EQ(weights, "n 2 B · pool cannot travel");

    registry.addReducer<BigPow>(
        [](const BigPow& object) { return callTo("blog", "BigPow", object.n); });
    registry.addRebuilder("blog", "BigPow", [](std::int64_t n) { return BigPow{n, nullptr}; });
    ASSERT_TRUE(pickle(BigPow{7, nullptr}, registry, message).ok());
    EXPECT_EQ(unpickle<BigPow>(message.view(), registry)->n, 7);
}

TEST(Readme, theHookIsAskedFirst)
{
    const Registry catalogues;
    Registry pools = Registry::over(catalogues);
    pools.setOverride([](const AnyObject& object) -> Reduction {
        const Point* point = object.as<Point>();
        return point != nullptr ? callTo("shapes", "point", point->x, point->y) : Reduction{};
    });
    Document document;
    EXPECT_EQ(repr(*toValue(Point{3, 4}, document, pools)), "shapes.point(3, 4)");
}

/// Without white space, which the text breaks in other places.
std::string dense(std::string text)
{
    text.erase(std::remove_if(text.begin(), text.end(), [](unsigned char c) { return c <= ' '; }),
               text.end());
    return text;
}

/// A file of the source tree, which lies above the folder that tests run in.
std::string sourceFile(const std::filesystem::path& name)
{
    std::filesystem::path from = std::filesystem::current_path();
    while (!std::filesystem::exists(from / name) && from != from.parent_path()) {
        from = from.parent_path();
    }
    std::ifstream in(from / name);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Readme, holdsNoCodeButWhatIsTestedHere)
{
    const std::string page = sourceFile("core/reduce/README.md");
    const std::string tested = dense(sourceFile("tests/unit/core/reduce/readme_test.cpp"));
    int blocks = 0;
    for (std::size_t at = 0; (at = page.find("```cpp\n", at)) != std::string::npos; ++blocks) {
        at += 7;
        const std::string code = page.substr(at, page.find("```", at) - at);
        EXPECT_NE(tested.find(dense(code)), std::string::npos) << code;
    }
    EXPECT_EQ(blocks, 7);
}

} // namespace
} // namespace poolscope::readme
