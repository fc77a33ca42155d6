// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who of the machine's processes are our children: nothing may be left when a run has ended.

#include <QList>

namespace poolscope {

/// Process ids of our children, zombies among them.
QList<int> childProcesses();

} // namespace poolscope
