// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/session/command_text.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace poolscope {
namespace {

bool needsNoQuotes(char c)
{
    constexpr std::string_view signs = "_./=:,+-";
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           signs.find(c) != std::string_view::npos;
}

/// As one word of a shell: 'a b', and 'it'\''s' for a quote.
std::string quoted(const std::string& word)
{
    if (!word.empty() && std::all_of(word.begin(), word.end(), needsNoQuotes)) {
        return word;
    }
    std::string text = "'";
    for (const char c : word) {
        text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return text + "'";
}

std::string numberText(double value)
{
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value);
    return {text, end.ptr};
}

class CommandLine final {
public:
    explicit CommandLine(std::string begin) : m_text(std::move(begin)) {}
    void add(const std::string& word) { m_text += " " + quoted(word); }
    void option(const char* name, const std::string& value, bool said = true)
    {
        if (!said) {
            return;
        }
        add(name);
        add(value);
    }
    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

void addChunksize(CommandLine& line, const RunPlan& plan)
{
    const bool single = plan.api == "apply" || plan.api == "apply_async";
    const bool shares = plan.api == "map" || plan.api == "starmap";
    const bool measured = !plan.chunksizeReason.empty();
    if (plan.chunksize == 0 && !measured) {
        line.option("--chunksize", "default", shares);
        return;
    }
    line.option("--chunksize", measured ? "auto" : std::to_string(plan.chunksize),
                !single && !(measured && shares));
}

void addLimits(CommandLine& line, const RunPlan& plan)
{
    constexpr std::uint64_t mebibyte = 1 << 20;
    line.option("--task-timeout", numberText(plan.taskTimeout), plan.taskTimeout > 0);
    line.option("--retries", std::to_string(plan.retries), plan.retries > 0);
    line.option("--maxtasksperchild", std::to_string(plan.maxTasksPerChild),
                plan.maxTasksPerChild > 0);
    line.option("--worker-memory", std::to_string(plan.workerMemory / mebibyte),
                plan.workerMemory > 0);
}

} // namespace

std::string commandText(const RunPlan& plan, const NamedTexts& parameters, const NamedTexts& more)
{
    const bool processes = plan.backend == "processes";
    CommandLine line("poolscope run");
    line.add(plan.job);
    for (const auto& [name, value] : parameters) {
        line.add(name + "=" + value);
    }
    line.option("--backend", plan.backend, !processes);
    line.option("--workers", std::to_string(plan.workers), plan.backend != "serial");
    addChunksize(line, plan);
    line.option("--api", plan.api, plan.api != "map");
    line.option("--start-method", plan.startMethod, processes && plan.startMethod != "forkserver");
    line.option("--transport", plan.transport, processes && plan.transport != "ring");
    line.option("--protocol", std::to_string(plan.protocol), plan.protocol != 5);
    addLimits(line, plan);
    for (const auto& [name, value] : more) {
        line.option(name.c_str(), value);
    }
    return line.take();
}

} // namespace poolscope
