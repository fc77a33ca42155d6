// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// poolscope-worker: runs the catalogue's functions for the Poolscope that started it.

#include "app/jobs/jobs.h"
#include "core/worker/worker.h"

#include <cstdio>

int main(int argc, char** argv)
{
    poolscope::Catalogue catalogue;
    poolscope::addJobs(catalogue);
    poolscope::serveIfWorker(argc, argv, catalogue);
    std::fputs("poolscope-worker: this program is started by poolscope, which gives it work; run "
               "poolscope instead.\n",
               stderr);
    return 2;
}
