// SPDX-FileCopyrightText: 2026 Poolscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The lines of the benchmark: each prints {"line": …, figures} to standard output.

namespace poolscope::bench {

/// From the start of a program to the first window painted, ms: median and worst of eleven.
void firstWindow();
/// The program that firstWindow() starts: prints the seconds from `since` (CLOCK_MONOTONIC) until its
/// window was painted.
int paintSince(int argc, char** argv, double since);
/// 10⁶ rows a second for ten seconds into eight lanes, recorded, drained, kept and drawn.
void liveFeed();
/// 10⁷ rows saved and opened again, then panned and zoomed.
void lookAtALongRun();
/// CPU of a window in which nothing happens.
void idleWindow();

} // namespace poolscope::bench
