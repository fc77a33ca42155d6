// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The door of ui/models: what a window knows of runs, jobs and results, with no window. Everything
// is testable with QtCore and QtGui alone.

#include "core/insight/insight.h"
#include "core/telemetry/telemetry.h"

#include "ui/models/break_even_model.h"
#include "ui/models/chart_table.h"
#include "ui/models/comparison_model.h"
#include "ui/models/jobs_model.h"
#include "ui/models/lane_columns.h"
#include "ui/models/machine_models.h"
#include "ui/models/message_model.h"
#include "ui/models/message_words.h"
#include "ui/models/opcodes_model.h"
#include "ui/models/parts_model.h"
#include "ui/models/range_figures.h"
#include "ui/models/results_model.h"
#include "ui/models/run_edits.h"
#include "ui/models/run_filter.h"
#include "ui/models/run_model.h"
#include "ui/models/runs_model.h"
#include "ui/models/spoken.h"
#include "ui/models/sweep_model.h"
#include "ui/models/task_detail.h"
#include "ui/models/task_values.h"
#include "ui/models/time_range.h"
