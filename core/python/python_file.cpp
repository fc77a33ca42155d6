// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/python/python_file.h"

#include "core/python/interpreter.h"

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>

namespace poolscope {

namespace {

constexpr std::size_t longestAnswer = std::size_t{256} << 20; ///< bytes: carried functions stand in it

bool has(Value dict, std::string_view name, Kind kind)
{
    const Value value = dict.find(name);
    return value.valid() && value.kind() == kind;
}

std::string textOf(Value dict, std::string_view name)
{
    return has(dict, name, Kind::Str) ? std::string(dict.find(name).text()) : std::string();
}

std::int64_t numberOf(Value dict, std::string_view name, std::int64_t otherwise)
{
    return has(dict, name, Kind::Int) ? dict.find(name).int64() : otherwise;
}

std::optional<KeywordValue> keywordOf(Value value)
{
    switch (value.kind()) {
    case Kind::Bool: return KeywordValue(value.boolean());
    case Kind::Int: return KeywordValue(value.int64());
    case Kind::Float: return KeywordValue(value.real());
    case Kind::Str: return KeywordValue(std::string(value.text()));
    default: return {};
    }
}

void readKeywords(Value list, FixedKeywords& keywords)
{
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].kind() != Kind::Dict || !list[i].find("default").valid()) continue;
        if (auto value = keywordOf(list[i].find("default"))) {
            keywords.emplace_back(textOf(list[i], "name"), std::move(*value));
        }
    }
}

PythonFunction readFunction(Value told)
{
    PythonFunction function;
    function.name = textOf(told, "name");
    function.summary = textOf(told, "summary");
    function.line = numberOf(told, "line", 0);
    function.items = numberOf(told, "items", 1);
    if (has(told, "parameters", Kind::List)) {
        readKeywords(told.find("parameters"), function.keywords);
    }
    if (has(told, "carried", Kind::Tuple) && told.find("carried").size() == 2) {
        const Value carried = told.find("carried");
        if (carried[0].kind() == Kind::Str && carried[1].kind() == Kind::Bytes) {
            function.carrier = carried[0].text();
            function.carried = carried[1].text();
        }
    }
    if (has(told, "refusal", Kind::Dict)) {
        const Value refusal = told.find("refusal");
        function.refusal =
            Error{"PicklingError", textOf(refusal, "text"), textOf(refusal, "path")};
    }
    return function;
}

void readLists(Value told, PythonFile& file)
{
    if (has(told, "functions", Kind::List)) {
        const Value list = told.find("functions");
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (list[i].kind() == Kind::Dict) file.functions.push_back(readFunction(list[i]));
        }
    }
    if (has(told, "inputs", Kind::List)) {
        const Value list = told.find("inputs");
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (list[i].kind() != Kind::Dict) continue;
            const std::int64_t count = numberOf(list[i], "count", -1);
            file.items.push_back({textOf(list[i], "name"),
                                  count < 0 ? std::nullopt
                                            : std::optional(static_cast<std::uint64_t>(count))});
        }
    }
}

Result<std::string> wholePath(const std::string& path)
{
    char whole[PATH_MAX];
    if (::realpath(path.c_str(), whole) == nullptr) {
        return Error{"OSError", "cannot read " + path + ": " + std::strerror(errno) + ".", {}};
    }
    return std::string(whole);
}

Error badAnswer(const std::string& path, const PythonPlace& place, AskedInterpreter& asked)
{
    const ExitStatus status = asked.end();
    const std::string how = status.signal != 0 ? "was killed by signal " + std::to_string(status.signal)
                                               : "ended with exit code " + std::to_string(status.code);
    return {"ImportError",
            path + " cannot be loaded: " + place.interpreter + " " + how + " before it had told what is in it.",
            {}};
}

Result<PythonFile> understand(std::string_view answer, const std::string& path,
                              const PythonPlace& place, AskedInterpreter& asked)
{
    Document document;
    const auto told = readPickle(answer, document);
    if (!told || told->kind() != Kind::Dict) {
        return badAnswer(path, place, asked);
    }
    if (has(*told, "error", Kind::Dict)) {
        const Value error = told->find("error");
        return Error{"ImportError", textOf(error, "text"), {}, textOf(error, "where")};
    }
    PythonFile file;
    file.version = textOf(*told, "python");
    file.program.interpreter = place.interpreter;
    file.program.packages = place.packages;
    file.program.file = path;
    file.program.helper = has(*told, "helper", Kind::Bool) && told->find("helper").boolean();
    readLists(*told, file);
    return file;
}

} // namespace

Result<PythonFile> readPythonFile(const std::string& path, const PythonPlace& place,
                                  const std::atomic<bool>* cancel)
{
    if (place.packages.empty()) {
        return Error{"OSError",
                     "Poolscope's Python packages are not beside its program: build or install it "
                     "anew.",
                     {}};
    }
    const auto whole = wholePath(path);
    if (!whole) return whole.error();
    if (auto found = findInterpreter(place.interpreter); !found) return found.error();
    auto asked = AskedInterpreter::start(place, {"describe", *whole});
    if (!asked) return asked.error();
    Buffer answer;
    const Nanos deadline =
        now() + std::chrono::duration_cast<std::chrono::nanoseconds>(longestLoad).count();
    if (auto got = (*asked)->read(longestAnswer, answer, deadline, cancel); !got) {
        Error error = got.error();
        if (error.kind == "TimeoutError") {
            error.text = path + " takes longer than " + std::to_string(longestLoad.count()) +
                         " s to be loaded: put what it runs under if __name__ == \"__main__\":.";
        }
        return error;
    }
    return understand(answer.view(), *whole, place, **asked);
}

} // namespace poolscope
