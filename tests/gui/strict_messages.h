// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A warning that nobody expected fails the test in which it was printed.

#include <QStringList>

namespace poolscope {

/// From its making until it goes, warnings are noted.
class StrictMessages final {
public:
    StrictMessages();
    ~StrictMessages();
    StrictMessages(const StrictMessages&) = delete;
    StrictMessages& operator=(const StrictMessages&) = delete;

    static QStringList take(); ///< what was noted since the last call
};

} // namespace poolscope
