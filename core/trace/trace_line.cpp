// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/trace/trace_record.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace poolscope {
namespace {

using Json = nlohmann::json;
constexpr std::size_t longestField = 4096; // bytes of text that are worth keeping
constexpr std::size_t mostCulprits = 64;

constexpr const char* lineNames[] = {"process",     "pool",          "call",     "call_end",  "worker",
                                     "worker_exit", "pickle_failed", "pool_end", "not_traced"};

std::string textIn(const Json& line, const char* name)
{
    const auto found = line.find(name);
    return found != line.end() && found->is_string() ? found->get_ref<const std::string&>().substr(0, longestField)
                                                     : std::string();
}

template <class Whole> std::optional<Whole> wholeIn(const Json& line, const char* name)
{
    const auto found = line.find(name);
    if (found == line.end() || !found->is_number_integer()) {
        return std::nullopt;
    }
    if (found->is_number_unsigned()) {
        const auto value = found->get<std::uint64_t>();
        const bool fits = value <= static_cast<std::uint64_t>(std::numeric_limits<Whole>::max());
        return fits ? std::optional(static_cast<Whole>(value)) : std::nullopt;
    }
    const auto value = found->get<std::int64_t>();
    const bool fits = std::is_signed_v<Whole> && value >= static_cast<std::int64_t>(std::numeric_limits<Whole>::min());
    return fits ? std::optional(static_cast<Whole>(value)) : std::nullopt;
}

template <class Whole> void read(const Json& line, const char* name, Whole& value)
{
    value = wholeIn<Whole>(line, name).value_or(value);
}

void readLists(const Json& json, TraceLine& line)
{
    if (const auto paths = json.find("paths"); paths != json.end() && paths->is_array()) {
        for (const Json& path : *paths) {
            if (!path.is_object() || line.culprits.size() == mostCulprits) break;
            line.culprits.push_back({textIn(path, "path"), textIn(path, "type"), wholeIn<std::uint64_t>(path, "bytes")});
        }
    }
    if (const auto cures = json.find("cures"); cures != json.end() && cures->is_array()) {
        for (const Json& cure : *cures) {
            if (!cure.is_string() || line.cures.size() == mostCulprits) break;
            line.cures.push_back(cure.get_ref<const std::string&>().substr(0, longestField));
        }
    }
}

} // namespace

std::optional<TraceLine> traceLineOf(const std::string& text)
{
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) {
        return std::nullopt;
    }
    const auto name = std::find(std::begin(lineNames), std::end(lineNames), textIn(json, "what"));
    const auto at = wholeIn<std::uint64_t>(json, "t");
    if (name == std::end(lineNames) || !at || *at >= mostTraceTime) {
        return std::nullopt;
    }
    TraceLine line;
    line.what = static_cast<TraceLine::What>(name - std::begin(lineNames));
    line.at = *at;
    read(json, "pid", line.pid);
    read(json, "parent", line.parent);
    read(json, "pool", line.pool);
    read(json, "job", line.job);
    read(json, "index", line.index);
    read(json, "workers", line.workers);
    read(json, "exitcode", line.exitCode);
    line.kind = textIn(json, "kind");
    line.startMethod = textIn(json, "start_method");
    line.api = textIn(json, "api");
    line.function = textIn(json, "function");
    line.site = textIn(json, "site");
    line.direction = textIn(json, "direction");
    line.error = textIn(json, "error");
    line.why = textIn(json, "why");
    line.items = wholeIn<std::uint64_t>(json, "items");
    line.chunksize = wholeIn<std::uint64_t>(json, "chunksize");
    line.continues = wholeIn<std::uint32_t>(json, "continues");
    readLists(json, line);
    return line;
}

} // namespace poolscope
