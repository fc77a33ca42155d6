// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The tests of core/process are the program that their processes run.

#include "roles.h"

#include <gtest/gtest.h>

int main(int argc, char** argv)
{
    poolscope::Catalogue catalogue;
    poolscope::addRoles(catalogue);
    poolscope::serveIfProcess(argc, argv, catalogue);
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
