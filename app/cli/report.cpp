// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/report.h"

#include "app/cli/exit_code.h"

#include <algorithm>
#include <cstdio>

namespace poolscope {
namespace {

constexpr std::size_t listed = 10;
constexpr std::size_t fewValues = 10;

std::string joined(const std::vector<std::string>& parts, std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count && i < parts.size(); ++i) {
        text += (i == 0 ? "" : ", ") + parts[i];
    }
    return text;
}

void continueComplaint(const std::string& line) { std::fprintf(stderr, "  %s\n", line.c_str()); }

/// Where a task's exception was thrown, and below it the traceback where it was Python's.
void tellPlace(std::string_view where)
{
    std::string lead = "thrown at ";
    while (!where.empty()) {
        const std::size_t end = std::min(where.find('\n'), where.size());
        continueComplaint(lead + std::string(where.substr(0, end)));
        where.remove_prefix(std::min(end + 1, where.size()));
        lead = "  ";
    }
}

/// The last name of a path: "pool" of "task[3][0][0](…).__self__.pool".
std::string memberOf(const std::string& path) { return path.substr(path.find_last_of(".)]") + 1); }

std::string cureText(const std::string& cure, const std::string& member)
{
    if (cure.ends_with("/getstate")) {
        return "leave `" + member + "` out of the state (" + cure + ")";
    }
    if (cure.ends_with("/reducer")) {
        return "register a reducer (" + cure + ")";
    }
    return "map a free function (" + cure + ")";
}

std::string curesText(const std::vector<std::string>& cures, const std::string& member)
{
    std::string text = "Cures: ";
    for (std::size_t i = 0; i < cures.size(); ++i) {
        const bool last = i + 1 == cures.size();
        text += (i == 0 ? "" : (last ? ", or " : ", ")) + cureText(cures[i], member);
    }
    return text + ".";
}

} // namespace

std::string resultText(const ResultSink& results)
{
    const ResultDigest digest = results.digest();
    const std::vector<std::string>& values = results.firstReprs();
    if (results.reprsAreAll()) {
        return (values.size() == 1 ? values[0] : "[" + joined(values, values.size()) + "]") + "\n";
    }
    std::string text = countText(digest.count) + " results: " + joined(values, fewValues) + ", …\n";
    const std::string sum = reductionText(digest);
    return sum.empty() ? text : text + "sum: " + sum + "\n";
}

void listFailures(const ResultSink& results)
{
    const std::vector<Failure>& failures = results.failures();
    for (std::size_t i = 0; i < std::min(listed, failures.size()); ++i) {
        const Failure& failure = failures[i];
        complain("task " + std::to_string(failure.item) + ": " + failure.error.kind + ": " +
                 failure.error.text);
        if (!failure.error.path.empty()) {
            continueComplaint(failure.error.path);
        }
        if (!failure.error.where.empty()) {
            tellPlace(failure.error.where);
        }
    }
    if (results.failed() > listed) {
        complain("… and " + countText(results.failed() - listed) + " more failed tasks.");
    }
}

std::string missingWorkersText(const Summary& summary)
{
    const auto& all = summary.worker;
    const auto isMissing = [](const WorkerSummary& worker) { return !worker.noWorker.empty(); };
    const auto missing = std::count_if(all.begin(), all.end(), isMissing);
    if (missing == 0 || missing == static_cast<std::ptrdiff_t>(all.size())) {
        return {};
    }
    const std::string& why = std::find_if(all.begin(), all.end(), isMissing)->noWorker;
    return std::to_string(missing) + " of " + std::to_string(all.size()) +
           " workers could not be started, and the others did all tasks: " + why;
}

void explainCannotPickle(const Error& error, const std::optional<Unpicklability>& why,
                         const Job& job)
{
    complain(error.text);
    if (!error.path.empty()) {
        continueComplaint(error.path);
    }
    if (!job.cures.empty()) {
        continueComplaint(curesText(job.cures, memberOf(error.path)));
    }
    if (why) {
        for (const WeighedObject& object : why->objects) {
            continueComplaint(object.type + ": " + weightsText(object));
        }
    }
}

} // namespace poolscope
