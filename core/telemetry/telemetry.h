// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: MIT
#pragma once

// The door of core/telemetry: what is recorded of a run. Every chunk leaves one Row, every lane
// keeps exact Counters, and whoever watches drains the Feed. Recording never waits: a full feed
// drops rows and counts them, and the counters stay exact.

#include "core/telemetry/facts.h"
#include "core/telemetry/lane_series.h"
#include "core/telemetry/latency_counts.h"
#include "core/telemetry/payloads.h"
#include "core/telemetry/phase_times.h"
#include "core/telemetry/recorder.h"
#include "core/telemetry/row_keeper.h"
#include "core/telemetry/run_samples.h"
