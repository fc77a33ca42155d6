// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The same run as a command line.

#include "ui/bridge/bridge.h"

#include <QString>

namespace poolscope {

/// "poolscope run power items=1000000 n=10 --workers 4 --chunksize 256", quoted for a shell where
/// it must be.
QString commandOf(const RunRequest& request);
/// The parameters that it names: all, but for `items` where these come from a file.
NamedTexts parametersOf(const RunRequest& request);

} // namespace poolscope
