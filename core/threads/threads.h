// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The door of core/threads: lanes as threads of Qt's, for Backend::Threads. The one room of core
// that links Qt.

#include "core/dispatch/dispatch.h"

#include <memory>

namespace poolscope {

/// Runs lanes as QtConcurrent tasks on a QThreadPool of their own, so that Qt's global pool stays free.
std::shared_ptr<LaneStarter> makeQtLanes();

} // namespace poolscope
