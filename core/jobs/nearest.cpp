// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT

#include "core/jobs/nearest.h"

#include <algorithm>

namespace poolscope {

namespace {

/// How many letters are added, left out, changed or swapped with their neighbour (optimal string
/// alignment).
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = i + j;
                continue;
            }
            const std::size_t changed = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
    }
    return d[a.size()][b.size()];
}

} // namespace

std::string nearest(std::string_view typed, const std::vector<std::string>& names)
{
    std::string best;
    if (typed.size() > 100) {
        return best; // no name is that long, and the distance would take its time
    }
    std::size_t least =
        std::max<std::size_t>(typed.size() / 3, 1) + 1; // beyond this it is another word
    for (const std::string& name : names) {
        const std::size_t steps = distance(typed, name);
        if (steps < least) {
            least = steps;
            best = name;
        }
    }
    return best;
}

std::string didYouMean(std::string_view typed, const std::vector<std::string>& names)
{
    const std::string name = nearest(typed, names);
    return name.empty() ? std::string() : " (did you mean " + name + "?)";
}

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

} // namespace poolscope
