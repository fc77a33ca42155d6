// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The sentences and names of core that have a translation. Private to ui/models.

#include <span>

namespace poolscope {

/// As core says them, with %1, %2 … in their order for what differs from one time to the next. Of
/// several that fit, the first is meant. Translated in the context "Engine".
std::span<const char* const> engineSentences();
/// The same of what is refused: what stands in these is a name or was typed, and stays as it is.
std::span<const char* const> engineRefusals();
/// What jobs say of themselves and of their parameters. Translated in the context "Jobs".
std::span<const char* const> jobSentences();

} // namespace poolscope
