// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All gui tests are one program, which is built in a fraction of the time: `gui_tests charts -functions`
// runs the class that charts_test.cpp has registered, as QTEST_MAIN would in a program of its own.

#include <QObject>

#include <memory>

namespace poolscope::test {

/// Makes the class known under `file`'s name without "_test.cpp".
class GuiTest final {
public:
    using Make = std::unique_ptr<QObject> (*)();
    enum class Needs { Window, EventLoopOnly };
    GuiTest(const char* file, Needs needs, Make make);
};

} // namespace poolscope::test

#define POOLSCOPE_GUI_TEST_AS(Test, needs)                                                          \
    static const poolscope::test::GuiTest registered##Test(                                         \
        __FILE__, poolscope::test::GuiTest::Needs::needs,                                           \
        []() -> std::unique_ptr<QObject> { return std::make_unique<Test>(); })
#define POOLSCOPE_GUI_TEST(Test) POOLSCOPE_GUI_TEST_AS(Test, Window)
#define POOLSCOPE_GUILESS_TEST(Test) POOLSCOPE_GUI_TEST_AS(Test, EventLoopOnly)
