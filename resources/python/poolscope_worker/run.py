# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""Runs the tasks of a chunk, one after the other. What a task raises is kept for its answer."""
import os

from . import start
from .page import ABANDONED, FINISHED, IDLE, TASK

_forked = []
# Both copies of a process would print what was not printed when it forked.
os.register_at_fork(before=start.flush, after_in_child=lambda: _forked.append(True))


def mapstar():
    """Stands in a message for multiprocessing.pool's: that one would have to be imported to be found."""


def run_tasks(function, items, page, serial, failure):
    """(values, failures): the failures by their task's place, None where there are none. Both None where the parent has
    abandoned the chunk on the way. The page names each task while it runs."""
    values, failures, at, count = [], None, 0, len(items)
    while at < count:
        try:
            for at in range(at, count):
                if page[ABANDONED] == serial:
                    page[TASK] = IDLE
                    return None, None
                page[TASK] = at
                values.append(function(items[at]))
                if _forked:
                    start.leave()  # a task forked and came back twice: one of the two is no worker
                page[FINISHED] = at + 1
            break
        except BaseException as error:
            if _forked:
                start.leave()
            failures = failures or {}
            failures[at] = failure(error)
            values[at:] = [None]
        at += 1
        page[FINISHED] = at
    page[TASK] = IDLE
    return values, failures
