// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The names of the summary, into an object that may hold more. Private to core/session.

#include "core/insight/insight.h"
#include "core/session/json_text.h"
#include "core/session/result_digest.h"

namespace poolscope {

void writeSummary(JsonWriter& json, const Summary& summary, const std::vector<Failure>& failures,
                  const ResultDigest& digest);

} // namespace poolscope
