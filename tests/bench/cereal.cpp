// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"
#include "tests/bench/shapes.h"

#include <cereal/archives/binary.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>

#include <sstream>

namespace poolscope::bench {

template <class Archive> void serialize(Archive& archive, Item& item)
{
    archive(item.id, item.weight, item.name);
}

namespace {

template <class T> void addShape(const std::string& shape, T object)
{
    const T* data = new T(std::move(object));
    auto* out = new std::ostringstream;
    addBothWays(
        shape, "cereal", *data,
        [out](const T& value) {
            out->seekp(0); // its memory is kept
            cereal::BinaryOutputArchive archive(*out);
            archive(value);
            return out->view();
        },
        [](std::string_view bytes) {
            std::istringstream in{std::string(bytes)};
            T value;
            cereal::BinaryInputArchive archive(in);
            archive(value);
            return value;
        });
}

} // namespace

void addCereal()
{
    addShape("ints", makeInts<StdTypes>());
    addShape("dicts", makeDicts<StdTypes>());
    addShape("items", makeItems<StdTypes>());
    addShape("blob", std::string(blobSize, '\x5a'));
}

} // namespace poolscope::bench
