// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Poolscope: the window, or one command of the command line. Here the parts are wired together.

#include "app/cli/cli.h"
#include "app/jobs/jobs.h"
#include "app/picture_of_run.h"
#include "app/window.h"
#include "core/threads/threads.h"

int main(int argc, char** argv)
{
    using namespace poolscope;
    Catalogue catalogue;
    addJobs(catalogue);
    if (isCommandLine(argc, argv)) {
        return runCommandLine(argc, argv, catalogue, {makeQtLanes(), drawRun});
    }
    return runWindow(argc, argv, catalogue);
}
