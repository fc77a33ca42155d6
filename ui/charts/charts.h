// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The door of ui/charts: the theme, the charts of the main window and their picture. The only room
// that knows QCustomPlot, and it keeps it to itself.

#include "ui/models/models.h"

#include "ui/charts/break_even_chart.h"
#include "ui/charts/chart.h"
#include "ui/charts/chart_accessible.h"
#include "ui/charts/compare_lanes.h"
#include "ui/charts/compare_strip.h"
#include "ui/charts/controls.h"
#include "ui/charts/figures.h"
#include "ui/charts/hex_view.h"
#include "ui/charts/lanes_chart.h"
#include "ui/charts/overhead_chart.h"
#include "ui/charts/page_tables.h"
#include "ui/charts/phase_fill.h"
#include "ui/charts/presenter.h"
#include "ui/charts/report.h"
#include "ui/charts/share_bar.h"
#include "ui/charts/sweep_chart.h"
#include "ui/charts/task_waterfall.h"
#include "ui/charts/theme.h"
#include "ui/charts/throughput_chart.h"
#include "ui/charts/verdict_strip.h"
