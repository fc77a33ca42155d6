# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""What a worker tells while it works, in memory that its parent sees: core/telemetry/recorder.h, StatusPage."""
import mmap

# Places of its numbers, eight bytes each.
CHUNK, TASK, FINISHED, COMPUTE_BEGAN, RSS, MAX_RSS, CPU_WAIT, ABANDONED, CLAIMS = range(9)
IDLE = (1 << 64) - 1


def open_page(fd):
    """The page, new, as whole numbers that can be written one by one."""
    page = memoryview(mmap.mmap(fd, 0))[:72].cast("Q")
    for place in range(9):
        page[place] = IDLE if place in (CHUNK, TASK) else 0
    return page
