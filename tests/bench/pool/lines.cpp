// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/pool/lines.h"

#include "core/base/base.h"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <iostream>
#include <regex>
#include <stdexcept>
#include <string_view>

namespace poolscope::bench {

namespace {

/// What stands behind `--name=` in the arguments, or `initial`.
std::string option(int argc, char** argv, const std::string& name, std::string initial)
{
    const std::string begin = "--" + name + "=";
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]).starts_with(begin)) {
            initial = std::string(argv[i]).substr(begin.size());
        }
    }
    return initial;
}

bool has(int argc, char** argv, std::string_view flag)
{
    return std::any_of(argv + 1, argv + argc, [flag](const char* given) { return given == flag; });
}

} // namespace

void Lines::add(std::string name, std::function<double()> once)
{
    m_lines.push_back({std::move(name), std::move(once)});
}

bool Lines::answer(const std::string& name) const
{
    const auto line = std::find_if(m_lines.begin(), m_lines.end(),
                                   [&](const Line& one) { return one.name == name; });
    bool right = false;
    try {
        check(line != m_lines.end(), "there is no such line");
        std::printf("%s\t%.9g\n", name.c_str(), line->once());
        right = true;
    } catch (const std::exception& error) {
        std::printf("%s\terror: %s\n", name.c_str(), error.what());
    }
    std::fflush(stdout);
    return right;
}

int Lines::serve() const
{
    bool right = true;
    for (std::string name; std::getline(std::cin, name);) {
        right = answer(name) && right;
    }
    return right ? 0 : 1;
}

int Lines::measure(const std::string& filter, int repetitions) const
{
    const std::regex wanted(filter);
    int wrong = 0;
    for (const Line& line : m_lines) {
        if (!std::regex_search(line.name, wanted)) {
            continue;
        }
        try {
            line.once();
            std::vector<double> times;
            for (int i = 0; i < repetitions; ++i) {
                times.push_back(line.once());
            }
            const auto [least, most] = std::minmax_element(times.begin(), times.end());
            std::printf("%-28s %12.6g s   (%.6g … %.6g)\n", line.name.c_str(), median(times),
                        *least, *most);
        } catch (const std::exception& error) {
            std::printf("%-28s error: %s\n", line.name.c_str(), error.what());
            wrong = 1;
        }
        std::fflush(stdout);
    }
    return wrong;
}

int Lines::run(int argc, char** argv) const
{
    if (has(argc, argv, "--list")) {
        for (const Line& line : m_lines) {
            std::printf("%s\n", line.name.c_str());
        }
        return 0;
    }
    if (has(argc, argv, "--serve")) {
        return serve();
    }
    return measure(option(argc, argv, "benchmark_filter", "."),
                   std::max(1, std::atoi(option(argc, argv, "repetitions", "7").c_str())));
}

double since(long long began) { return seconds(now() - began); }

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

void check(bool right, const std::string& what)
{
    if (!right) {
        throw std::runtime_error(what);
    }
}

} // namespace poolscope::bench
