// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// unpickle<T>() reads a pickle without a document where it knows the form. Whatever the bytes, it
// gives what the way through a document gives: the same object, or the same error.

#include "core/reduce/reduce.h"
#include "tests/fuzz/memory_bound.h"

#include <map>
#include <set>

namespace poolscope::fuzz {
namespace {

struct Item {
    std::int64_t number = 0;
    std::string text;
    std::vector<double> reals;
};

auto describe(Type<Item> type)
{
    return type.named("m", "A")
        .field("number", &Item::number)
        .field("text", &Item::text)
        .field("reals", &Item::reals);
}

template <class T> std::string bytesOf(const T& object, const Registry& registry)
{
    Buffer out;
    const Result<void> done = pickle(object, registry, out);
    return done.ok() ? std::string(out.view()) : done.error().text;
}

template <class... Ts> void readAlike(std::string_view input)
{
    const Registry registry;
    const auto one = [&]<class T>(std::type_identity<T>) {
        const Result<T> direct = unpickle<T>(input, registry);
        const Result<T> whole = unpickleByDocument<T>(input, registry);
        require(direct.ok() == whole.ok(), "both ways accept it, or neither");
        require(direct.ok() ? bytesOf(*direct, registry) == bytesOf(*whole, registry)
                            : direct.error() == whole.error(),
                "both ways give the same");
    };
    (one(std::type_identity<Ts>{}), ...);
}

} // namespace
} // namespace poolscope::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace poolscope;
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    fuzz::readAlike<std::vector<std::int64_t>, std::vector<std::string>, std::vector<Integer>,
                    std::vector<std::vector<bool>>, std::map<std::string, std::int64_t>,
                    OrderedDict<std::string, std::int64_t>, std::set<std::int64_t>,
                    std::tuple<std::int64_t, std::string, double>, std::optional<Blob>,
                    std::vector<fuzz::Item>, fuzz::Item>(input);
    return 0;
}
