// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/jobs_command.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace poolscope {
namespace {

using Json = nlohmann::ordered_json;

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
    return text + std::string(text.size() < width ? width - text.size() : 1, ' ');
}

std::string parameterText(const Parameter& parameter)
{
    const std::string unit = parameter.unit.empty() ? "" : " " + parameter.unit;
    return "    " + padded(parameter.name + "=" + toText(parameter.initial) + unit, 24) +
           parameter.help + "\n";
}

} // namespace

std::string jobsText(const Catalogue& catalogue)
{
    std::size_t width = 0;
    for (const Job& job : catalogue.jobs()) {
        width = std::max(width, job.name.size() + 2);
    }
    std::string text;
    for (const Job& job : catalogue.jobs()) {
        text += padded(job.name, width) + job.summary + "\n";
        for (const Parameter& parameter : job.parameters) {
            text += parameterText(parameter);
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
