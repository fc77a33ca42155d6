// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The tests of core/start are the program that they start, by either method.

#include "acts.h"

#include <gtest/gtest.h>

int main(int argc, char** argv)
{
    std::vector<std::string> arguments(argv + 1, argv + argc);
    poolscope::serveForks(arguments);
    if (!arguments.empty() && arguments.front() == poolscope::actFlag) {
        poolscope::followParent();
        return poolscope::perform(arguments);
    }
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
