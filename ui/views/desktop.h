// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the desktop was told about its user, as far as its files say it: Qt 6.4 does not.

namespace poolscope {

/// KDE's animation factor of 0, or GTK's animations switched off.
bool desktopReducesMotion();

} // namespace poolscope
