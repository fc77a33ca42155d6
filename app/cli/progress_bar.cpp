// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/progress_bar.h"

#include "app/cli/text_width.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include <unistd.h>

namespace poolscope {
namespace {

constexpr std::size_t widestBar = 27;
constexpr std::size_t narrowestBar = 5;

std::string repeated(const char* sign, std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += sign;
    }
    return text;
}

bool isTerminal()
{
    const char* kind = std::getenv("TERM");
    return ::isatty(STDERR_FILENO) == 1 && (kind == nullptr || std::strcmp(kind, "dumb") != 0);
}

/// "4 processes" of "4 processes: ≈ 2.4 s".
std::string crewOf(const Summary& summary)
{
    return summary.headline.substr(0, summary.headline.find(':'));
}

} // namespace

std::string progressLine(const Summary& summary, std::size_t columns)
{
    const double items = static_cast<double>(std::max<std::uint64_t>(summary.plan.items, 1));
    const double share = std::clamp(static_cast<double>(summary.done) / items, 0.0, 1.0);
    const std::string title = summary.plan.job + " · " + crewOf(summary) + "   ";
    std::string figures = "  " + std::to_string(static_cast<int>(100 * share)) + "\u00a0%";
    const std::string optional[] = {
        summary.done > 0 ? "   " + quantityText(summary.itemsPerSecond, 2) + " items/s" : "",
        summary.eta > 0 ? "   " + roughTimeText(summary.eta) + " left" : ""};
    for (const std::string& more : optional) {
        if (widthOf(title + figures + more) + narrowestBar < columns) {
            figures += more;
        }
    }
    const std::size_t taken = widthOf(title + figures) + 1;
    const std::size_t room = columns > taken ? columns - taken : 0;
    const std::size_t bar = std::clamp(room, narrowestBar, widestBar);
    const auto full = static_cast<std::size_t>(share * static_cast<double>(bar));
    return title + repeated("█", full) + repeated("░", bar - full) + figures;
}

ProgressBar::ProgressBar(bool wanted) : m_terminal(wanted && isTerminal()) {}

void ProgressBar::show(const std::string& line)
{
    if (m_terminal) {
        const std::string text = "\r" + line + "\x1b[K";
        m_drawn = ::write(STDERR_FILENO, text.data(), text.size()) > 0;
    }
}

void ProgressBar::show(const Summary& summary) { show(progressLine(summary, columnsOf(STDERR_FILENO))); }

void ProgressBar::clear()
{
    if (m_drawn) {
        show(std::string());
        m_drawn = false;
    }
}

} // namespace poolscope
