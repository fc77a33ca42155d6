// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/jobs/job.h"

#include "core/jobs/nearest.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace poolscope {

namespace {

std::string numberText(double number)
{
    char text[64];
    const auto end = std::to_chars(text, text + sizeof text, number).ptr;
    return {text, end};
}

std::string limitText(const Parameter& parameter, double limit)
{
    const bool whole = std::holds_alternative<std::int64_t>(parameter.initial);
    return whole ? std::to_string(static_cast<std::int64_t>(limit)) : numberText(limit);
}

/// `items must be a whole number from 1 to 1000, not "abc".`
Error wrong(const Parameter& parameter, const std::string& due, std::string_view given)
{
    return {"ValueError",
            parameter.name + " must be " + due + ", not \"" + std::string(given) + "\".",
            parameter.name};
}

template <class Number>
Result<Parameter::Scalar> parseNumber(const Parameter& parameter, std::string_view text,
                                      const char* due)
{
    Number number{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool complete = read.ec == std::errc() && read.ptr == text.data() + text.size();
    const auto size = static_cast<double>(number);
    if (!complete || !(size >= parameter.least && size <= parameter.most)) { // NaN is in no range
        return wrong(parameter,
                     std::string(due) + " from " + limitText(parameter, parameter.least) + " to " +
                         limitText(parameter, parameter.most),
                     text);
    }
    return Parameter::Scalar(number);
}

template <class Scalars> const Parameter::Scalar& find(const Scalars& values, std::string_view name)
{
    const auto found = values.find(name);
    assert(found != values.end() && "a job asks for a parameter that it has not declared");
    return found->second;
}

} // namespace

Result<Parameter::Scalar> parseParameter(const Parameter& parameter, std::string_view text)
{
    if (std::holds_alternative<std::int64_t>(parameter.initial)) {
        return parseNumber<std::int64_t>(parameter, text, "a whole number");
    }
    if (std::holds_alternative<double>(parameter.initial)) {
        return parseNumber<double>(parameter, text, "a number");
    }
    const auto& choices = parameter.choices;
    if (!choices.empty() && std::find(choices.begin(), choices.end(), text) == choices.end()) {
        return wrong(parameter, "one of " + joined(choices), text);
    }
    return Parameter::Scalar(std::string(text));
}

std::string toText(const Parameter::Scalar& scalar)
{
    if (const auto* integer = std::get_if<std::int64_t>(&scalar)) {
        return std::to_string(*integer);
    }
    if (const auto* real = std::get_if<double>(&scalar)) {
        return numberText(*real);
    }
    return std::get<std::string>(scalar);
}

Result<Arguments> Job::parse(const std::map<std::string, std::string, std::less<>>& given) const
{
    Arguments arguments;
    std::vector<std::string> names;
    for (const Parameter& parameter : parameters) {
        names.push_back(parameter.name);
        arguments.m_values.emplace(parameter.name, parameter.initial);
    }
    for (const auto& [key, text] : given) {
        const auto parameter =
            std::find_if(parameters.begin(), parameters.end(),
                         [&key = key](const Parameter& p) { return p.name == key; });
        if (parameter == parameters.end()) {
            return Error{"ValueError",
                         name + " has no parameter \"" + key + "\"" + didYouMean(key, names) +
                             ": it takes " + joined(names) + ".",
                         key};
        }
        Result<Parameter::Scalar> value = parseParameter(*parameter, text);
        if (!value.ok()) {
            return value.error();
        }
        arguments.m_values.insert_or_assign(key, std::move(*value));
    }
    return arguments;
}

std::int64_t Arguments::integer(std::string_view name) const
{
    return std::get<std::int64_t>(find(m_values, name));
}

double Arguments::real(std::string_view name) const
{
    const Parameter::Scalar& value = find(m_values, name);
    const auto* integer = std::get_if<std::int64_t>(&value);
    return integer != nullptr ? static_cast<double>(*integer) : std::get<double>(value);
}

const std::string& Arguments::text(std::string_view name) const
{
    return std::get<std::string>(find(m_values, name));
}

} // namespace poolscope
