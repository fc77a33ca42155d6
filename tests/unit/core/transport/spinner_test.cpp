// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transport/spinner.h"

#include <gtest/gtest.h>

namespace poolscope::test {

namespace {

/// How often it looks before it gives up.
int looksInVain(Spinner& spinner)
{
    int looks = 0;
    EXPECT_FALSE(spinner.spin([&] {
        ++looks;
        return false;
    }));
    return looks;
}

} // namespace

TEST(Spinner, seesWhatIsThereAtOnceAndWhatComesWhileItLooks)
{
    Spinner spinner;
    EXPECT_TRUE(spinner.spin([] { return true; }));
    if (std::thread::hardware_concurrency() > 1) {
        int looks = 0;
        EXPECT_TRUE(spinner.spin([&] { return ++looks == 20; }));
    }
}

TEST(Spinner, givesUpWhereItIsInVainAndTriesAgainNowAndThen)
{
    Spinner spinner;
    for (int i = 0; i < 3; ++i) {
        looksInVain(spinner);
    }
    int spins = 0;
    for (int i = 0; i < 160; ++i) {
        const int looks = looksInVain(spinner);
        spins += looks > 1 ? 1 : 0;
    }
    EXPECT_LE(spins, 10) << "an idle process must not keep a CPU";
}

TEST(Spinner, oneSuccessMakesItWorthwhileAgain)
{
    if (std::thread::hardware_concurrency() < 2) {
        GTEST_SKIP() << "with one CPU it never spins";
    }
    Spinner spinner;
    for (int i = 0; i < 20; ++i) {
        looksInVain(spinner);
    }
    bool found = false;
    for (int i = 0; i < 64 && !found; ++i) {
        int looks = 0;
        found = spinner.spin([&] { return ++looks == 2; });
    }
    EXPECT_TRUE(found);
    EXPECT_GT(looksInVain(spinner), 1);
}

} // namespace poolscope::test
