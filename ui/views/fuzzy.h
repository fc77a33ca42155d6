// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How well a few typed letters fit a text: they must occur in it in their order, and count for more
// where they begin a word or follow each other.

#include <QList>
#include <QString>

#include <optional>

namespace poolscope {

struct FuzzyMatch {
    int score = 0;
    QList<qsizetype> at; ///< where the letters stand in the text, ascending
};

/// The best way in which `typed` fits, without regard to case and spaces; nothing where it does not.
/// Nothing typed fits everything with 0. Of either at most the first 200 letters count.
std::optional<FuzzyMatch> fuzzyMatch(const QString& typed, const QString& text);

} // namespace poolscope
