// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The ways to let an object travel, in words and as a few lines of code.

#include <QString>

namespace poolscope {

/// A cure as a card tells it.
struct Cure {
    QString title;
    QString text;
    QString code; ///< illustrative
};
/// By what the job's name says: "…/getstate", "…/reducer", or a free function. `type` is what
/// cannot travel ("Pool").
Cure cureOf(const QString& job, const QString& type);

} // namespace poolscope
