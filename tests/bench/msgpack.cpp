// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"
#include "tests/bench/shapes.h"

#include <msgpack.hpp>

namespace poolscope::bench {

/// By name, as a pickle has it: a map of its attributes.
struct NamedItem {
    std::int64_t id = 0;
    double weight = 0;
    std::string name;
    bool operator==(const NamedItem&) const = default;
    MSGPACK_DEFINE_MAP(id, weight, name)
};

namespace {

template <class T> void addShape(const std::string& shape, T object)
{
    const T* data = new T(std::move(object));
    auto* out = new msgpack::sbuffer;
    addBothWays(
        shape, "msgpack", *data,
        [out](const T& value) {
            out->clear();
            msgpack::pack(*out, value);
            return std::string_view(out->data(), out->size());
        },
        [](std::string_view bytes) {
            return msgpack::unpack(bytes.data(), bytes.size()).get().as<T>();
        });
}

std::vector<NamedItem> makeNamedItems()
{
    std::vector<NamedItem> items;
    for (Item& item : makeItems<StdTypes>()) {
        items.push_back({item.id, item.weight, std::move(item.name)});
    }
    return items;
}

} // namespace

void addMsgpack()
{
    addShape("ints", makeInts<StdTypes>());
    addShape("dicts", makeDicts<StdTypes>());
    addShape("items", makeNamedItems());
    addShape("blob", std::vector<char>(blobSize, '\x5a'));
}

} // namespace poolscope::bench
