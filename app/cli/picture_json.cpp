// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/picture_json.h"

#include "app/cli/picture_text.h"

#include <nlohmann/json.hpp>

namespace poolscope {
namespace {

using Json = nlohmann::ordered_json;

Json usesJson(const Anatomy& anatomy)
{
    const auto uses = anatomy.bytesByUse();
    Json json;
    for (std::size_t i = 0; i < uses.size(); ++i) {
        json[std::string(nameOf(static_cast<ByteUse>(i)))] = uses[i];
    }
    return json;
}

Json partJson(const PicklePart& part)
{
    Json json;
    json["label"] = part.label;
    json["text"] = part.text;
    json["begin"] = part.begin;
    json["end"] = part.end;
    json["bytes"] = part.bytes;
    json["children"] = Json::array();
    return json;
}

/// From the leaves up, since children have higher indices than their parents.
Json treeJson(const std::vector<PicklePart>& parts)
{
    std::vector<Json> made(parts.size());
    for (std::size_t i = parts.size(); i-- > 0;) {
        made[i] = partJson(parts[i]);
        for (const std::uint32_t child : parts[i].children) {
            made[i]["children"].push_back(std::move(made[child]));
        }
    }
    return std::move(made[0]);
}

} // namespace

std::string pictureJson(const Anatomy& anatomy)
{
    Json json;
    json["bytes"] = anatomy.parts()[0].bytes;
    json["protocol"] = anatomy.protocol();
    json["frames"] = anatomy.frames();
    json["memo"] = anatomy.memoized();
    json["opcodes"] = anatomy.opcodes().size();
    json["uses"] = usesJson(anatomy);
    json["tree"] = treeJson(anatomy.parts());
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace poolscope
