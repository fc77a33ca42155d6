// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "core/telemetry/telemetry.h"

#include <array>

namespace poolscope {

namespace {

constexpr std::array<Phase, stepCount> phases = {
    Phase::Wait,     // Wait
    Phase::Unpickle, // WaitUnpickle
    Phase::Transfer, // WaitReceive
    Phase::Pickle,   // WaitPickle
    Phase::Transfer, // WaitSend
    Phase::Transfer, // In
    Phase::Unpickle, // Unpickle
    Phase::Compute,  // Compute
    Phase::Pickle,   // Pickle
    Phase::Transfer, // Out
    Phase::Pickle,   // ParentPickle
    Phase::Transfer, // ParentSend
    Phase::Transfer, // ParentReceive
    Phase::Unpickle, // ParentUnpickle
};

constexpr std::array<const char*, phaseCount> names = {"compute", "pickle", "unpickle", "transfer",
                                                       "wait"};

} // namespace

Phase phaseOf(Step step) { return phases[static_cast<std::size_t>(step)]; }

const char* nameOf(Phase phase) { return names[static_cast<std::size_t>(phase)]; }

} // namespace poolscope
