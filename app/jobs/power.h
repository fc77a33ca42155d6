// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/value/value.h"

namespace poolscope {

/// x ** n, exact. A negative n is a TaskError: the result would be no whole number.
Integer powerOf(const Integer& x, std::int64_t n);

} // namespace poolscope
