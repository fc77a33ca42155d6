// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The fast messages have the bytes of the general ones, for random objects of many types, functions
// of each kind, all protocols and numbers of each length; and what is read from them is the same.

#include "tests/unit/core/reduce/random_objects.h"
#include "tests/unit/core/worker/wire.h"

namespace poolscope::test {
namespace {

template <class T> struct Same {
    std::string prefix = "same";
    T of(const T& x) const { return x; }
};
template <class T> auto describe(Type<Same<T>> type)
{
    return type.named("shapes", "Same").field("prefix", &Same<T>::prefix);
}

constexpr Numbers numbers[] = {
    {1, 0}, {1, 1}, {255, 255}, {256, 256}, {257, 300}, {65536, 65535}, {1ULL << 31, 1ULL << 31},
    {1, 2}};

/// Functions of one type: bare, with keywords, bound to an object. Their names are those of classes
/// among the types, so that they share them.
template <class T> std::vector<std::shared_ptr<const Callable>> callables(Catalogue& catalogue)
{
    const auto bare = catalogue.add(
        "shapes", "Point", [](const T& x, std::int64_t) { return x; },
        Keyword<std::int64_t>{"x", 1});
    const auto text = catalogue.add(
        "tests", "text", [](const T& x, const std::string&) { return x; },
        Keyword<std::string>{"name", "at"});
    const auto method = catalogue.addMethod("of", &Same<T>::of);
    return {bare(), bare(5), text(), text("shapes"), text("Point"), text("y"), method(Same<T>{})};
}

template <class T> std::vector<T> randomObjects(std::mt19937& random, std::size_t count)
{
    std::vector<T> objects;
    for (std::size_t i = 0; i < count; ++i) {
        objects.push_back(RandomObject<T>::make(random));
    }
    return objects;
}

/// One end and the other, warm from what they had before.
template <class T> struct Ends {
    explicit Ends(int version) : protocol(version), tasks(version), server(catalogue, version) {}

    /// Returns how many of the four steps went the fast way.
    int compare(const Callable& callable, Numbers head, const std::vector<T>& objects)
    {
        const auto items = itemsOf(objects);
        const Registry& registry = catalogue.registry();
        const std::string task = taskByValues(head, callable, registry, *items, protocol);
        Buffer out;
        int fast = 0;
        if (tasks.write(head.job, head.chunk, callable, registry, *items, 0, objects.size(), out)) {
            ++fast;
            EXPECT_TRUE(out.view() == task) << hex(out.view()) << "\n" << hex(task);
        } else {
            EXPECT_TRUE(out.empty());
        }
        const auto read = itemsOf(arguments(task)); // an unordered map's order is its own
        const std::string expected = answerByValues(head, registry, read, protocol);
        const std::string answer = served(server, task);
        fast += server.readDirectly() ? 1 : 0;
        EXPECT_TRUE(answer == expected) << hex(answer) << "\n" << hex(expected);
        fast += readBack(callable, head, answer, objects);
        return fast;
    }

    /// What the worker is given, by way of Values.
    std::vector<T> arguments(const std::string& task)
    {
        std::vector<T> objects;
        Document document;
        const auto parts = readTask(readPickle(task, document).value());
        for (std::size_t i = 0; i < parts->items.size(); ++i) {
            objects.push_back(fromValue<T>(parts->items[i], catalogue.registry()).value());
        }
        return objects;
    }

    int readBack(const Callable& callable, Numbers head, const std::string& answer,
                 const std::vector<T>& objects)
    {
        const AnswerTo to{head.job, head.chunk, objects.size()};
        const auto read = answers.read(answer, to, callable, catalogue.registry());
        EXPECT_TRUE(read.ok());
        if (!read.ok() || read->results.size() != objects.size()) {
            ADD_FAILURE() << (read.ok() ? "some are missing" : read.error().text);
            return 0;
        }
        bool typed = !objects.empty();
        for (std::size_t i = 0; i < objects.size(); ++i) {
            Document document;
            const auto value = read->results->reduce(i, document, catalogue.registry());
            const auto copy = fromValue<T>(*value, catalogue.registry());
            EXPECT_TRUE(copy.ok() && *copy == objects[i]);
            const void* object = read->results->peek(i, typeid(T));
            typed = typed && object != nullptr && *static_cast<const T*>(object) == objects[i];
        }
        return typed ? 1 : 0;
    }

    int protocol;
    Catalogue catalogue;
    TaskWriter tasks;
    ChunkServer server;
    AnswerReader answers;
};

class EveryProtocol : public testing::TestWithParam<int> {
protected:
    std::mt19937 random{20260102};
};
INSTANTIATE_TEST_SUITE_P(Protocols, EveryProtocol, testing::Values(2, 3, 4, 5));

template <class T> void compareType(std::mt19937& random, int protocol)
{
    Ends<T> ends(protocol);
    int fast = 0;
    std::uint64_t job = 0;
    for (const auto& callable : callables<T>(ends.catalogue)) {
        ++job;
        for (const std::size_t size : {0, 1, 2, 3, 4, 5, 17}) {
            for (Numbers head : numbers) {
                head.job += job * 1000; // a job's number stands for its callable
                fast += ends.compare(*callable, head, randomObjects<T>(random, size));
            }
        }
    }
    if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, Integer> ||
                  std::is_same_v<T, std::vector<std::int64_t>>) {
        // All but the first of each function at the worker, and the empty ones at home.
        const int rounds = 7 * 7 * static_cast<int>(std::size(numbers));
        EXPECT_GE(fast, 3 * rounds - 7 - 7 * static_cast<int>(std::size(numbers)));
    }
}

TEST_P(EveryProtocol, bytesAndObjectsAreThoseOfTheGeneralWay)
{
    const auto all = [&]<class... Ts>(std::type_identity<std::tuple<Ts...>>) {
        (compareType<Ts>(random, GetParam()), ...);
    };
    all(std::type_identity<ManyTypes>{});
}

TEST_P(EveryProtocol, longChunksAreCutAsCPythonCutsThem)
{
    const auto compare = [&]<class T>(std::type_identity<T>) {
        Ends<T> ends(GetParam());
        const auto callable = callables<T>(ends.catalogue).front();
        ends.compare(*callable, {1, 0}, randomObjects<T>(random, 1));
        for (const std::size_t size : {999, 1000, 1001, 2000, 2001, 100'000}) {
            EXPECT_EQ(ends.compare(*callable, {1, size}, randomObjects<T>(random, size)), 3)
                << size;
        }
    };
    compare(std::type_identity<std::int64_t>{});
    compare(std::type_identity<double>{});
    compare(std::type_identity<Integer>{});
    compare(std::type_identity<std::vector<std::int64_t>>{});
}

TEST_P(EveryProtocol, aTextAsLongAsAFrameStandsOutside)
{
    Ends<std::string> ends(GetParam());
    const auto callable = callables<std::string>(ends.catalogue).front();
    for (const std::size_t size : {10, 65'000, 65'535, 65'536, 70'000, 200'000}) {
        const std::vector<std::string> texts{std::string(size, 'a'), "b", std::string(size, 'c')};
        ends.compare(*callable, {1, size}, texts);
    }
}

TEST_P(EveryProtocol, callsSideBySideAreToldApart)
{
    Catalogue catalogue;
    const auto add = catalogue.add(
        "tests", "add", [](std::int64_t x, std::int64_t n) { return x + n; },
        Keyword<std::int64_t>{"n", 1});
    ChunkServer server(catalogue, GetParam());
    const auto items = itemsOf(std::vector<std::int64_t>{1, 2, 300});
    const Registry& registry = catalogue.registry();
    int direct = 0;
    for (std::uint64_t round = 0; round < 5; ++round) {
        for (std::int64_t n = 0; n < 6; ++n) { // more than it keeps
            const Numbers head{static_cast<std::uint64_t>(n), round};
            const auto task = taskByValues(head, *add(n % 4), registry, *items, GetParam());
            const auto sums = itemsOf(std::vector<std::int64_t>{1 + n % 4, 2 + n % 4, 300 + n % 4});
            EXPECT_EQ(served(server, task), answerByValues(head, registry, sums, GetParam()));
            direct += server.readDirectly() ? 1 : 0;
        }
    }
    EXPECT_EQ(direct, 26) << "four functions are learnt, once each";
}

} // namespace
} // namespace poolscope::test
