// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/python/python_job.h"

#include "core/python/python_input.h"

#include <algorithm>

namespace poolscope {

namespace {

constexpr const char* ourNames[] = {"items", "start", "input"};
constexpr const char* numbers = "range"; ///< the input that is no name of the file's

bool isOurs(const std::string& name)
{
    return std::find(std::begin(ourNames), std::end(ourNames), name) != std::end(ourNames);
}

Parameter keywordParameter(const std::string& name, const KeywordValue& value)
{
    Parameter parameter;
    parameter.name = name;
    parameter.help = "of the function itself";
    parameter.least = -9e15;
    if (const auto* truth = std::get_if<bool>(&value)) {
        parameter.initial = std::string(*truth ? "True" : "False");
        parameter.choices = {"True", "False"};
    } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        parameter.initial = *whole;
    } else if (const auto* real = std::get_if<double>(&value)) {
        parameter.initial = *real;
        parameter.least = -1e300;
        parameter.most = 1e300;
    } else {
        parameter.initial = std::get<std::string>(value);
    }
    return parameter;
}

Parameter itemsParameter()
{
    Parameter items;
    items.name = "items";
    items.help = "how many numbers it is called with";
    items.initial = std::int64_t{100};
    items.most = 1e12;
    return items;
}

Parameter startParameter()
{
    Parameter start;
    start.name = "start";
    start.help = "the first of these numbers";
    start.initial = std::int64_t{0};
    start.least = -9e15;
    return start;
}

Parameter inputParameter(const PythonFile& file)
{
    Parameter input;
    input.name = "input";
    input.help = "where its items come from: these numbers, or a list or generator of the file";
    input.initial = std::string(numbers);
    input.choices = {numbers};
    for (const PythonItems& items : file.items) {
        input.choices.push_back(items.name);
    }
    return input;
}

/// Says at the first item what is missing.
class BrokenInput final : public Input {
public:
    explicit BrokenInput(Error error) : m_error(std::move(error)) {}
    std::uint64_t size() const override { return unknownSize; }
    Result<std::shared_ptr<const Items>> take(std::uint64_t, std::size_t) override
    {
        return m_error;
    }

private:
    const Error m_error;
};

/// Of the function's keywords those that are not as they are without us.
FixedKeywords chosenKeywords(const PythonFunction& function, const Arguments& arguments)
{
    FixedKeywords chosen;
    for (const auto& [name, initial] : function.keywords) {
        if (isOurs(name)) continue;
        KeywordValue value = initial;
        if (std::holds_alternative<bool>(initial)) {
            value = arguments.text(name) == "True";
        } else if (std::holds_alternative<std::int64_t>(initial)) {
            value = arguments.integer(name);
        } else if (std::holds_alternative<double>(initial)) {
            value = arguments.real(name);
        } else {
            value = arguments.text(name);
        }
        if (value != initial) chosen.emplace_back(name, std::move(value));
    }
    return chosen;
}

std::string titleOf(const PythonFunction& function, const Arguments& arguments)
{
    std::string title = function.name + "(x";
    for (const auto& [name, initial] : function.keywords) {
        if (!isOurs(name)) {
            title += ", " + name + "=" + toText(arguments.all().find(name)->second);
        }
    }
    return title + ")";
}

/// Numbers where one is enough, else what the file has or JSON lines bring.
Result<std::shared_ptr<Input>> inputOf(const PythonFile& file, const PythonFunction& function,
                                       const PythonPlace& place, const Arguments& arguments)
{
    const std::string& name = arguments.text("input");
    const auto found = std::find_if(file.items.begin(), file.items.end(),
                                    [&](const PythonItems& it) { return it.name == name; });
    if (found != file.items.end()) {
        return pythonInput(place, file.program.file, *found);
    }
    if (function.items != 1) {
        return std::shared_ptr<Input>(std::make_shared<BrokenInput>(Error{
            "ValueError",
            function.name + " takes " + std::to_string(function.items) +
                " arguments, so numbers will not do: give it tuples with input=NAME or --input.",
            "input"}));
    }
    return rangeInput(arguments.integer("start"),
                      static_cast<std::uint64_t>(arguments.integer("items")));
}

Result<Work> build(const PythonFile& file, const PythonFunction& function, const PythonPlace& place,
                   const Arguments& arguments, const JobContext& context)
{
    if (function.refusal) {
        return *function.refusal;
    }
    auto input = inputOf(file, function, place, arguments);
    if (!input) return input.error();
    const bool carried = !function.carrier.empty();
    Work work;
    work.callable = workersFunction(carried ? "poolscope_worker" : Catalogue::mainModule,
                                    carried ? "carried" : function.name,
                                    chosenKeywords(function, arguments), function.items > 1);
    work.input = std::move(*input);
    work.title = titleOf(function, arguments);
    work.registry = context.registry;
    work.localRefusal = function.name + " is a Python function: choose Python workers "
                                        "(--backend python, or python-threads).";
    return work;
}

} // namespace

Job pythonJob(std::string name, const PythonFile& file, const PythonFunction& function,
              const PythonPlace& place)
{
    Job job;
    job.name = std::move(name);
    job.summary = function.summary;
    if (job.summary.empty()) {
        job.summary = "line " + std::to_string(function.line) + " of " + file.program.file;
    }
    job.parameters = {itemsParameter(), startParameter(), inputParameter(file)};
    for (const auto& [keyword, value] : function.keywords) {
        if (!isOurs(keyword)) job.parameters.push_back(keywordParameter(keyword, value));
    }
    job.python = file.program;
    job.python.carrier = function.carrier;
    job.python.carried = function.carried;
    job.build = [file, function, place](const Arguments& arguments, const JobContext& context) {
        return build(file, function, place, arguments, context);
    };
    return job;
}

} // namespace poolscope
