// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The lines that a program of the pool's benchmark can measure, by name. It measures one repetition
// when it is asked for one, so that whoever asks can take turns between our program and the peers'.

#include <functional>
#include <string>
#include <vector>

namespace poolscope::bench {

class Lines final {
public:
    /// `once` measures one repetition and returns seconds for one unit (a task, a call, a start);
    /// it throws where what came out is wrong.
    void add(std::string name, std::function<double()> once);

    /// `--serve` answers each name on standard input with `name<TAB>seconds`; `--list` prints the
    /// names; otherwise measures those that `--benchmark_filter=REGEX` finds, `--repetitions=N` (7)
    /// times after one to warm up, and prints the medians. The exit code: 1 where one was wrong.
    int run(int argc, char** argv) const;

private:
    struct Line {
        std::string name;
        std::function<double()> once;
    };
    bool answer(const std::string& name) const;
    int serve() const;
    int measure(const std::string& filter, int repetitions) const;

    std::vector<Line> m_lines;
};

/// Seconds since a moment of now().
double since(long long began);
double median(std::vector<double> values);
/// Throws `what` where `right` is false.
void check(bool right, const std::string& what);

} // namespace poolscope::bench
