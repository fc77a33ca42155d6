// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/jobs_command.h"

#include "app/cli/text_width.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace poolscope {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t indent = 4; // of parameters below their job

Json valueOf(const Parameter::Scalar& scalar)
{
    return std::visit([](const auto& value) { return Json(value); }, scalar);
}

/// A limit of a whole number is one itself.
Json limitOf(const Parameter& parameter, double limit)
{
    const bool whole = std::holds_alternative<std::int64_t>(parameter.initial);
    return whole ? Json(static_cast<std::int64_t>(limit)) : Json(limit);
}

Json parameterJson(const Parameter& parameter)
{
    Json json;
    json["name"] = parameter.name;
    json["default"] = valueOf(parameter.initial);
    json["unit"] = parameter.unit;
    json["help"] = parameter.help;
    if (!std::holds_alternative<std::string>(parameter.initial)) {
        json["least"] = limitOf(parameter, parameter.least);
        json["most"] = limitOf(parameter, parameter.most);
    }
    if (!parameter.choices.empty()) {
        json["choices"] = parameter.choices;
    }
    return json;
}

std::string padded(const std::string& text, std::size_t width)
{
    const std::size_t own = widthOf(text);
    return text + std::string(own < width ? width - own : 1, ' ');
}

std::string withDefault(const Parameter& parameter)
{
    const std::string unit = parameter.unit.empty() ? "" : " " + parameter.unit;
    return parameter.name + "=" + toText(parameter.initial) + unit;
}

/// Where the second column begins.
std::size_t firstColumn(const Catalogue& catalogue)
{
    std::size_t width = 0;
    for (const Job& job : catalogue.jobs()) {
        width = std::max(width, widthOf(job.name));
        for (const Parameter& parameter : job.parameters) {
            width = std::max(width, indent + widthOf(withDefault(parameter)));
        }
    }
    return width + 2;
}

} // namespace

std::string jobsText(const Catalogue& catalogue)
{
    const std::size_t width = firstColumn(catalogue);
    std::string text;
    for (const Job& job : catalogue.jobs()) {
        text += padded(job.name, width) + job.summary + "\n";
        for (const Parameter& parameter : job.parameters) {
            text += std::string(indent, ' ') + padded(withDefault(parameter), width - indent) +
                    parameter.help + "\n";
        }
    }
    return text;
}

std::string jobsJson(const Catalogue& catalogue)
{
    Json list = Json::array();
    for (const Job& job : catalogue.jobs()) {
        Json json;
        json["name"] = job.name;
        json["summary"] = job.summary;
        json["parameters"] = Json::array();
        for (const Parameter& parameter : job.parameters) {
            json["parameters"].push_back(parameterJson(parameter));
        }
        json["cures"] = job.cures;
        list.push_back(std::move(json));
    }
    return list.dump(2) + "\n";
}

} // namespace poolscope
