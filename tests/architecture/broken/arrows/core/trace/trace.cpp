// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
/// A room that nobody has heard of.
#include "core/unheard/unheard.h"
