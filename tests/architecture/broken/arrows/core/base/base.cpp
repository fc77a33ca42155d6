// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#include "../start/start.h"
#include "tests/support/support.h"
