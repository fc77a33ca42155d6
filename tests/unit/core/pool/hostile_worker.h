// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What tests of workers that are none, or no good ones, begin with.

#include "tests/unit/core/pool/limits_test.h"

#include <fstream>

namespace poolscope::test {

class HostileWorker : public LimitTest {
protected:
    /// Workers that can say anything on their descriptor.
    PoolOptions piped()
    {
        PoolOptions asked = options(Backend::Processes);
        asked.transport = Transport::Pipe;
        return asked;
    }
    /// Workers that are this script of /bin/sh; $worker is what a worker should be.
    PoolOptions scripted(const std::string& script)
    {
        return written("#!/bin/sh\nworker=" + programPath() + "\n" + script);
    }
    /// Workers that are this script, whatever its first line says that it is of.
    PoolOptions written(const std::string& script)
    {
        std::ofstream(file) << script;
        std::filesystem::permissions(file, std::filesystem::perms::owner_all);
        PoolOptions asked = piped();
        asked.workerProgram = file;
        asked.startMethod = StartMethod::Spawn; // it cannot make copies of itself
        return asked;
    }
};

} // namespace poolscope::test
