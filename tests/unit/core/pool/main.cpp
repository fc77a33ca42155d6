// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The tests of the pool are their own worker program.

#include "tests/unit/core/pool/calls.h"
#include "tests/unit/core/pool/limit_jobs.h"

#include <gtest/gtest.h>

int main(int argc, char** argv)
{
    poolscope::Catalogue catalogue;
    poolscope::test::addTestFunctions(catalogue);
    poolscope::test::addLimitFunctions(catalogue);
    poolscope::test::addApplyFunctions(catalogue);
    poolscope::test::addBlobFunctions(catalogue);
    poolscope::test::addLeftoverFunctions(catalogue);
    poolscope::test::addScaleFunctions(catalogue);
    poolscope::test::addToldFunctions(catalogue);
    const poolscope::test::Handles handles(catalogue);
    poolscope::serveIfWorker(argc, argv, catalogue);
    if (argc == 2 && std::string_view(argv[1]) == poolscope::test::globalPoolFlag) {
        return poolscope::test::leaveAPoolInAGlobal();
    }
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
