// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/gui_test.h"

#include <QApplication>
#include <QTest>

#include <cstdio>
#include <map>
#include <string>

namespace poolscope::test {

namespace {

struct Known {
    GuiTest::Needs needs;
    GuiTest::Make make;
};

std::map<std::string, Known>& all()
{
    static std::map<std::string, Known> tests;
    return tests;
}

/// "/somewhere/charts_test.cpp" is "charts".
std::string testNameOf(const std::string& file)
{
    const std::size_t begin = file.rfind('/') + 1;
    return file.substr(begin, file.rfind("_test.cpp") - begin);
}

int run(const Known& known, int argc, char** argv)
{
    std::unique_ptr<QCoreApplication> application;
    if (known.needs == GuiTest::Needs::Window)
        application = std::make_unique<QApplication>(argc, argv);
    else
        application = std::make_unique<QCoreApplication>(argc, argv);
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi, true);
    const std::unique_ptr<QObject> test = known.make();
    return QTest::qExec(test.get(), argc, argv);
}

} // namespace

GuiTest::GuiTest(const char* file, Needs needs, Make make)
{
    all().insert({testNameOf(file), {needs, make}});
}

} // namespace poolscope::test

int main(int argc, char** argv)
{
    using poolscope::test::all;
    const auto found = argc > 1 ? all().find(argv[1]) : all().end();
    if (found == all().end()) {
        std::fputs("Which test? Call it as: gui_tests NAME [what Qt Test takes]. There are",
                   stderr);
        for (const auto& [name, known] : all()) std::fprintf(stderr, " %s", name.c_str());
        std::fputs("\n", stderr);
        return 2;
    }
    argv[1] = argv[0];
    return poolscope::test::run(found->second, argc - 1, argv + 1);
}
