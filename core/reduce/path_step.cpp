// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/reduce/path_step.h"

#include <vector>

namespace poolscope {

namespace {

std::string textOf(const PathStep& step)
{
    if (!step.field.empty()) {
        return "." + std::string(step.field);
    }
    return "[" + (step.key.valid() ? repr(step.key, 40) : std::to_string(step.index)) + "]";
}

} // namespace

std::string PathStep::path() const
{
    std::vector<const PathStep*> steps;
    for (const PathStep* step = this; step->before != nullptr; step = step->before) {
        steps.push_back(step);
    }
    std::string path;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        path += textOf(**step);
    }
    return path;
}

} // namespace poolscope
