// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Pictures that charts have to look like, in tests/gui/pictures. After a change that was looked at and
// meant, POOLSCOPE_RENEW_PICTURES=1 in the environment of the test writes them anew.

#include <QImage>
#include <QString>

namespace poolscope::test {

/// The share of pixels, 0 to 1, that differ by more than a little in some channel; 1 where sizes differ.
double shareOfPixelsOff(const QImage& picture, const QImage& reference);
/// Empty where at most 0.5 % of the pixels differ from the reference of that name. Else one sentence:
/// how many do, and where the picture and its difference now lie (in the build folder).
QString unlikeReference(const QImage& picture, const QString& name);

} // namespace poolscope::test
