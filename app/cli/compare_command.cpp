// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/output.h"
#include "app/cli/session_commands.h"
#include "app/cli/text_width.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <array>
#include <cmath>

namespace poolscope {
namespace {

using Json = nlohmann::ordered_json;

/// A run and how it was named in the call.
struct Side {
    std::string name;
    Summary summary;
};

const char* unitOf(Difference::Unit unit)
{
    switch (unit) {
    case Difference::Unit::Seconds: return "s";
    case Difference::Unit::PerSecond: return "items/s";
    case Difference::Unit::Bytes: break;
    }
    return "bytes";
}

std::string runLine(const char* letter, const Side& side)
{
    return std::string(letter) + ": " + side.name + "  " + side.summary.plan.title + "  " +
           side.summary.verdict + "\n";
}

constexpr std::size_t columns = 5;
using Line = std::array<std::string, columns>;

/// The names stand left, figures right, a column as wide as its widest text.
std::string tableText(const std::vector<Line>& lines)
{
    std::array<std::size_t, columns> widths{};
    for (const Line& line : lines) {
        for (std::size_t i = 0; i < columns; ++i) widths[i] = std::max(widths[i], widthOf(line[i]));
    }
    std::string text;
    for (const Line& line : lines) {
        for (std::size_t i = 0; i < columns; ++i) {
            const std::string pad(widths[i] - widthOf(line[i]), ' ');
            text += i == 0 ? line[i] + pad : "   " + pad + line[i];
        }
        text += '\n';
    }
    return text;
}

std::string comparisonText(const Side& a, const Side& b, const Comparison& comparison)
{
    std::vector<Line> lines{
        {comparison.perItem ? "for each item" : "", "A", "B", "difference", "B has"}};
    for (const Difference& row : comparison.perItem ? comparison.items : comparison.totals) {
        lines.push_back({row.name, row.aText, row.bText, row.differenceText, row.changeText});
    }
    return comparison.headline + "\n\n" + runLine("A", a) + runLine("B", b) + "\n" +
           tableText(lines);
}

Json rowsJson(const std::vector<Difference>& rows)
{
    Json json = Json::array();
    for (const Difference& row : rows) {
        Json each;
        each["name"] = row.name;
        each["unit"] = unitOf(row.unit);
        each["a"] = row.a;
        each["b"] = row.b;
        each["difference"] = row.b - row.a;
        each["factor"] = std::isfinite(row.factor) ? Json(row.factor) : Json();
        each["change"] = row.changeText;
        json.push_back(std::move(each));
    }
    return json;
}

Json sideJson(const Side& side)
{
    const RunPlan& plan = side.summary.plan;
    return {{"run", side.name},
            {"job", plan.job},
            {"title", plan.title},
            {"backend", plan.backend},
            {"workers", plan.workers},
            {"chunksize", plan.chunksize},
            {"items", plan.items},
            {"done", side.summary.done},
            {"wall_s", side.summary.wall},
            {"verdict", side.summary.verdict}};
}

std::string comparisonJson(const Side& a, const Side& b, const Comparison& comparison)
{
    Json json;
    json["a"] = sideJson(a);
    json["b"] = sideJson(b);
    json["headline"] = comparison.headline;
    json["per_item"] = comparison.perItem;
    json["factor"] = std::isfinite(comparison.factor) ? Json(comparison.factor) : Json();
    json["changed"] = Json::array();
    for (const PlanDifference& changed : comparison.changed) {
        json["changed"].push_back({{"name", changed.name}, {"a", changed.a}, {"b", changed.b}});
    }
    json["differences"] = rowsJson(comparison.totals);
    json["differences_per_item"] = rowsJson(comparison.items);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<Side> openSide(const std::string& address)
{
    const auto run = openRun(address);
    if (!run) {
        return run.error();
    }
    return Side{address, summaryOf(*run)};
}

} // namespace

CLI::App* addCompareCommand(CLI::App& app, CompareArguments& typed)
{
    CLI::App* command = app.add_subcommand("compare", "Two saved runs side by side");
    command->add_option("A", typed.a, "A session; FILE#2 is its second run, FILE alone its last")
        ->required()
        ->type_name("");
    command->add_option("B", typed.b, "What is judged by A")->required()->type_name("");
    command->add_flag("--json", typed.asJson, "As JSON");
    command->footer("Example:\n  poolscope compare before.poolscope after.poolscope");
    return command;
}

ExitCode compareSaved(const CompareArguments& typed)
{
    const auto a = openSide(typed.a);
    const auto b = a ? openSide(typed.b) : a;
    if (!a || !b) {
        const Error& error = a ? b.error() : a.error();
        complain(error.text);
        return codeOf(error);
    }
    const Comparison comparison = compareRuns(a->summary, b->summary, {typed.a, typed.b});
    Output output = Output::standard();
    output.text() =
        typed.asJson ? comparisonJson(*a, *b, comparison) : comparisonText(*a, *b, comparison);
    output.flush();
    if (!output.good()) {
        complain(output.error());
    }
    return output.good() ? ExitCode::Done : ExitCode::BadFile;
}

} // namespace poolscope
