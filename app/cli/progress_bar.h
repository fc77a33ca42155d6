// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The live line of a run in a terminal. Private to app/cli.

#include "core/insight/insight.h"

namespace poolscope {

/// "power · 4 processes   ████████████████████░░░░░░░  71 %   1.4 M items/s   0.3 s left", no wider
/// than `columns`: the bar gives way first, then the time left, then the rate.
std::string progressLine(const Summary& summary, std::size_t columns);

/// A line that is drawn again and again on standard error; nothing where that is no terminal.
class ProgressBar final {
public:
    explicit ProgressBar(bool wanted);
    ~ProgressBar() { clear(); }
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    bool shown() const { return m_terminal; }
    void show(const std::string& line);
    void show(const Summary& summary);
    void clear();

private:
    bool m_terminal;
    bool m_drawn = false;
};

} // namespace poolscope
