// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The direct way gives what the way through a document gives: the same bytes, the same objects, the
// same errors, for random objects of many types and for pickles that somebody has damaged.

#include "tests/unit/core/reduce/python.h"
#include "tests/unit/core/reduce/random_objects.h"

namespace poolscope::test {
namespace {

constexpr int lowestDirect = 4; // below it some opcodes are missing

class EveryProtocol : public testing::TestWithParam<int> {
protected:
    std::mt19937 random{20260101};
    Registry registry;
};
INSTANTIATE_TEST_SUITE_P(Protocols, EveryProtocol, testing::Values(2, 3, 4, 5));

template <class T> std::string bytesByDocument(const T& object, int protocol)
{
    Buffer out;
    const Result<void> written = pickleByDocument(object, Registry{}, out, protocol);
    return written.ok() ? std::string(out.view()) : written.error().text;
}

/// How many of `count` random objects of a type were written and read directly.
struct Taken {
    int written = 0;
    int read = 0;
};

template <class T> Taken compare(std::mt19937& random, int protocol, int count = 60)
{
    Taken taken;
    for (int i = 0; i < count; ++i) {
        const T object = RandomObject<T>::make(random);
        const std::string expected = bytesByDocument(object, protocol);
        Buffer out;
        if (pickleDirectly(object, Registry{}, out, protocol)) {
            EXPECT_TRUE(out.view() == expected) << hex(out.view()) << "\n" << hex(expected);
            ++taken.written;
        } else {
            EXPECT_TRUE(out.empty());
        }
        if (const std::optional<T> copy = unpickleDirectly<T>(expected, Registry{})) {
            EXPECT_TRUE(*copy == object) << hex(expected);
            ++taken.read;
        }
        const Result<T> copy = unpickle<T>(expected, Registry{});
        EXPECT_TRUE(copy.ok() && *copy == object) << hex(expected);
    }
    return taken;
}

TEST_P(EveryProtocol, bytesAndObjectsAreThoseOfTheDocument)
{
    const int count = 60;
    const auto all = [&]<class... Ts>(std::type_identity<std::tuple<Ts...>>) {
        return std::vector<Taken>{compare<Ts>(random, GetParam(), count)...};
    };
    for (const Taken& taken : all(std::type_identity<ManyTypes>{})) {
        if (GetParam() >= lowestDirect) {
            EXPECT_EQ(taken.written, count);
            EXPECT_GE(taken.read, count / 2) << "an empty container before another is a riddle";
        }
    }
}

TEST_P(EveryProtocol, longContainersAndFrames)
{
    for (const int size : {0, 1, 2, 999, 1000, 1001, 2000, 2001, 30'000}) {
        std::vector<std::int64_t> numbers;
        std::map<int, std::string> texts;
        std::set<int> set;
        for (int i = 0; i < size; ++i) {
            numbers.push_back(static_cast<std::int64_t>(random()) << (i % 32));
            texts.emplace(i, std::string(static_cast<std::size_t>(i % 40), 'x'));
            set.insert(i);
        }
        const std::tuple object(numbers, texts, set, std::string(size * 7U, 'y'));
        const std::string expected = bytesByDocument(object, GetParam());
        Buffer out;
        ASSERT_TRUE(pickle(object, registry, out, GetParam()).ok());
        EXPECT_TRUE(out.view() == expected) << size;
        const auto copy = unpickle<std::remove_const_t<decltype(object)>>(expected, registry);
        ASSERT_TRUE(copy.ok()) << copy.error().text;
        EXPECT_TRUE(*copy == object) << size;
        if (GetParam() >= lowestDirect && size > 0) {
            EXPECT_TRUE(
                unpickleDirectly<std::remove_const_t<decltype(object)>>(expected, registry));
        }
    }
}

/// The same object or the same error, both ways.
template <class T> void expectAlike(const std::string& message)
{
    const Result<T> direct = unpickle<T>(message, Registry{});
    const Result<T> whole = unpickleByDocument<T>(message, Registry{});
    ASSERT_EQ(direct.ok(), whole.ok()) << hex(message);
    if (direct.ok()) {
        const bool isSame = *direct == *whole || // but for nan
                            bytesByDocument(*direct, 5) == bytesByDocument(*whole, 5);
        ASSERT_TRUE(isSame) << hex(message);
    } else {
        ASSERT_EQ(direct.error(), whole.error()) << hex(message);
    }
}

// Found by damage(): such a get was stepped over.
TEST(Direct, aGetOfWhatTheMemoHasNotIsAnError)
{
    const std::string text("X\1\0\0\0ya.", 8);
    EXPECT_FALSE(
        unpickle<std::vector<std::string>>(std::string("\x80\3]h\0", 5) + text, Registry{}).ok());
    expectAlike<std::vector<std::string>>(std::string("\x80\3]h\0", 5) + text);
    expectAlike<std::vector<std::string>>(std::string("\x80\3]j\0\0\0\0", 8) + text);
}

template <class T> void damage(std::mt19937& random, int protocol)
{
    for (int i = 0; i < 30; ++i) {
        const std::string good = bytesByDocument(RandomObject<T>::make(random), protocol);
        const std::size_t step = 1 + good.size() / 60;
        for (std::size_t at = 0; at < good.size(); at += step) {
            expectAlike<T>(good.substr(0, at));
            std::string bad = good;
            bad[at] = static_cast<char>(random());
            expectAlike<T>(bad);
            bad[random() % bad.size()] = "()]}abestuRhj\x81\x85\x94\x95"[random() % 17];
            expectAlike<T>(bad);
            bad.erase(at, 1 + random() % 3);
            expectAlike<T>(bad);
        }
    }
}

TEST_P(EveryProtocol, damagedPicklesGiveTheSameObjectOrTheSameError)
{
    const auto all = [&]<class... Ts>(std::type_identity<std::tuple<Ts...>>) {
        (damage<Ts>(random, GetParam()), ...);
    };
    all(std::type_identity<ManyTypes>{});
}

std::string unhex(const std::string& digits)
{
    std::string bytes;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
        bytes += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
    }
    return bytes;
}

TEST(DirectReading, whatCPythonsTwoPicklersWrite)
{
    const std::string object =
        "[{str(b\"k%d\" % (i % 3), \"ascii\"): i, \"b\": -i} for i in range(1001)]";
    using Dicts = std::vector<std::map<std::string, int>>;
    for (const char* dumps : {"pickle.dumps", "pickle._dumps"}) {
        for (int protocol = 2; protocol <= highestProtocol; ++protocol) {
            const std::string message =
                unhex(python("import pickle\nprint(" + std::string(dumps) + "(" + object + ", " +
                             std::to_string(protocol) + ").hex())"));
            const Result<Dicts> read = unpickle<Dicts>(message, Registry{});
            ASSERT_TRUE(read.ok()) << read.error().text;
            ASSERT_EQ(read->size(), 1001U);
            EXPECT_EQ(read->at(1000), (std::map<std::string, int>{{"k1", 1000}, {"b", -1000}}));
            expectAlike<Dicts>(message);
            EXPECT_EQ(unpickleDirectly<Dicts>(message, Registry{}).has_value(),
                      dumps == std::string("pickle.dumps"))
                << "a last item alone is left to the document";
        }
    }
}

TEST(DirectWriting, theRegistryIsAsked)
{
    Registry registry;
    registry.addReducer<Point>([](const Point& point) { return callTo("m", "f", point.x); });
    Buffer out;
    EXPECT_FALSE(pickleDirectly(std::vector<Point>(2), registry, out, 5));
    EXPECT_TRUE(pickleDirectly(std::vector<Kelvin>(2), registry, out, 5));
    Registry override;
    override.setOverride([](const AnyObject&) -> Reduction { return {}; });
    EXPECT_FALSE(pickleDirectly(std::vector<Point>(2), override, out, 5));
}

TEST(DirectReading, whatIsReadTwiceIsBounded)
{
    using Deep = std::vector<std::vector<std::vector<std::vector<std::vector<std::string>>>>>;
    std::string message = "\x80\x04";
    for (int i = 0; i < 200'000; ++i) {
        message += "]\x94";
    }
    expectAlike<Deep>(message + ".");
    std::string marks = "\x80\x04";
    for (int i = 0; i < 100'000; ++i) {
        marks += "]\x94(";
    }
    expectAlike<Deep>(marks + ".");
}

} // namespace
} // namespace poolscope::test
