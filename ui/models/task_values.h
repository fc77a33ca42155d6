// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The argument and the value of one task as text: from its messages where they were kept, else from
// what the window knows of the run. Reading a message runs no code.

#include "core/telemetry/telemetry.h"

#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace poolscope {

/// One value to be looked at.
struct ShownValue {
    QString text; ///< Python's repr, at most some hundred characters, then "…"
    QString
        note; ///< how long it is where that is worth telling: "57 digits" (translated), or empty
};
/// A value from its repr. Whole numbers of a readable length get group signs.
ShownValue shownValue(const QString& repr);

/// Among the kept messages of a task, by their latest attempt. Nothing where there is none, where it
/// is larger than is worth reading for one line (256 KiB), or says nothing of this item.
using KeptMessages = std::vector<std::shared_ptr<const Payload>>;
std::optional<ShownValue> argumentIn(const KeptMessages& messages, std::uint64_t item);
std::optional<ShownValue> resultIn(const KeptMessages& messages, std::uint64_t item);

/// What a run's title says of its arguments: "power(x, n=10)" and "BigPow(n=10).pow(x)" give
/// {"x", "n = 10"}.
struct ArgumentNames {
    QString item;  ///< what an item is called, or empty
    QString fixed; ///< what is the same for all, or empty
};
ArgumentNames argumentNames(const QString& title);

} // namespace poolscope
