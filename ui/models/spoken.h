// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What core says, in the language of the window. core knows no languages: it gives its figures and
// sentences in English, and here they are told by what they consist of.

#include "core/insight/insight.h"

#include <QString>

#include <cstdint>

namespace poolscope {

/// A figure with the language's decimal sign ("0,83 s"), a sentence or a name of core's translated
/// with what stands in it. In English, and where the words are not known, the text itself.
QString spoken(const std::string& text);
/// "1 234 567", "1,86 s" and, in whole percent, "91 %".
QString countOf(std::uint64_t count);
QString timeOf(double seconds);
QString percentOf(double share);
QString phaseName(Phase phase); ///< "compute"
/// As QString::number(value, 'f', decimals), with the language's decimal sign.
QString decimalText(double value, int decimals);
/// The verdict of a run; the same sentence as Summary::verdict.
QString verdictText(const Summary& summary);

} // namespace poolscope
