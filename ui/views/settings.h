// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the program remembers from one time to the next: sizes, colours, what was used.

#include "ui/bridge/bridge.h"

#include <QSettings>

namespace poolscope {

/// The user's file of settings.
QSettings userSettings();
/// Forgets all of it. "OSError" where the file cannot be written.
Result<void> resetSettings();

} // namespace poolscope
