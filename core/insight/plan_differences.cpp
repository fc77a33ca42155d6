// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

// What was asked for in one run and not in the other, in words.

#include "core/insight/comparison_words.h"

namespace poolscope {
namespace {

constexpr std::size_t mostTold = 3;

/// Collects what differs.
class Differences final {
public:
    void add(const char* name, const std::string& a, const std::string& b)
    {
        if (a != b) {
            found.push_back({name, a, b, std::string(name) + " " + b + " instead of " + a});
        }
    }
    void count(const char* name, std::uint64_t a, std::uint64_t b)
    {
        add(name, countText(a), countText(b));
    }
    void limit(const char* name, std::uint64_t a, std::uint64_t b)
    {
        add(name, a == 0 ? "no limit" : countText(a), b == 0 ? "no limit" : countText(b));
    }

    std::vector<PlanDifference> found;
};

std::string timeLimit(double seconds) { return seconds > 0 ? timeText(seconds) : "no limit"; }
std::string memoryLimit(std::uint64_t bytes)
{
    return bytes > 0 ? bytesText(static_cast<double>(bytes)) : "no limit";
}

/// A size that was chosen by measuring comes out a little different each time.
void addChunk(Differences& differences, const RunPlan& a, const RunPlan& b)
{
    const bool chosenA = !a.chunksizeReason.empty(), chosenB = !b.chunksizeReason.empty();
    if (chosenA && chosenB) {
        return;
    }
    differences.add("chunk", countText(a.chunksize) + (chosenA ? " (auto)" : ""),
                    countText(b.chunksize) + (chosenB ? " (auto)" : ""));
}

void addCrew(Differences& differences, const RunPlan& a, const RunPlan& b)
{
    if (a.backend == "serial" || b.backend == "serial") {
        return; // a plain loop has no pool to differ from
    }
    differences.count("workers", static_cast<std::uint64_t>(a.workers),
                      static_cast<std::uint64_t>(b.workers));
    addChunk(differences, a, b);
    differences.add("call", a.api, b.api);
    if (a.backend == "processes" && b.backend == "processes") {
        differences.add("start method", a.startMethod, b.startMethod);
        differences.add("transport", a.transport, b.transport);
        differences.count("pickle protocol", static_cast<std::uint64_t>(a.protocol),
                          static_cast<std::uint64_t>(b.protocol));
    }
}

void addLimits(Differences& differences, const RunPlan& a, const RunPlan& b)
{
    differences.add("time limit of a task", timeLimit(a.taskTimeout), timeLimit(b.taskTimeout));
    differences.count("retries", static_cast<std::uint64_t>(a.retries),
                      static_cast<std::uint64_t>(b.retries));
    differences.limit("tasks of a worker", a.maxTasksPerChild, b.maxTasksPerChild);
    differences.add("memory of a worker", memoryLimit(a.workerMemory), memoryLimit(b.workerMemory));
    differences.add("version", a.version, b.version);
}

} // namespace

std::vector<PlanDifference> planDifferences(const RunPlan& a, const RunPlan& b)
{
    Differences differences;
    differences.add("job", a.job, b.job);
    if (a.job == b.job) {
        differences.add("function", a.title, b.title);
    }
    differences.count("items", a.items, b.items);
    differences.add("backend", a.backend, b.backend);
    addCrew(differences, a, b);
    addLimits(differences, a, b);
    return differences.found;
}

std::string changeSentence(const std::vector<PlanDifference>& changed)
{
    if (changed.empty()) {
        return "nothing was changed";
    }
    constexpr const char* words[] = {"", "one thing", "two things", "three things"};
    std::string text = changed.size() <= mostTold ? words[changed.size()]
                                                  : std::to_string(changed.size()) + " things";
    text += " changed: ";
    for (std::size_t i = 0; i < std::min(changed.size(), mostTold); ++i) {
        text += (i == 0 ? "" : ", ") + changed[i].text;
    }
    const std::size_t more = changed.size() - std::min(changed.size(), mostTold);
    return more == 0 ? text : text + ", and " + std::to_string(more) + " more";
}

} // namespace poolscope
