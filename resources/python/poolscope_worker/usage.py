# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""What a worker uses, told on its page at most fifty times a second: reading it costs some microseconds."""
import os
from time import process_time_ns, thread_time_ns

from .page import CPU_WAIT, MAX_RSS, RSS

_EVERY_NS = 20000000
_BUSY = 0.9  # of one CPU: from there on the lanes of a process are taken to wait for each other


class Usage:
    """To be made by the lane's own thread."""

    def __init__(self, page, shares_gil):
        self._page = page
        self._shares_gil = shares_gil
        self._status = _opened("/proc/self/status")
        self._schedstat = _opened("/proc/thread-self/schedstat")
        self._read_at = 0
        self._computed = 0
        self._waited_for_gil = 0
        self._process = self._thread = 0

    def refresh(self, at, computed):
        """`computed`: ns that tasks took since this was called last."""
        self._computed += computed
        if at - self._read_at < _EVERY_NS:
            return
        if self._shares_gil:
            self._look_at_gil(at - self._read_at)
        self._read_at = at
        self._computed = 0
        status = _text(self._status)
        rss = 1024 * _number_behind(status, b"VmRSS:")
        waits = _text(self._schedstat).split()
        self._page[RSS] = rss
        self._page[MAX_RSS] = max(rss, 1024 * _number_behind(status, b"VmHWM:"))
        self._page[CPU_WAIT] = (int(waits[1]) if len(waits) > 1 else 0) + self._waited_for_gil

    def _look_at_gil(self, interval):
        """Where the process has used a CPU up, a lane that computed for longer than it had a CPU waited for the GIL."""
        process, thread = process_time_ns(), thread_time_ns()
        if self._read_at and process - self._process >= _BUSY * interval:
            self._waited_for_gil += max(0, self._computed - (thread - self._thread))
        self._process, self._thread = process, thread


def _opened(path):
    try:
        return os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None


def _text(fd):
    return os.pread(fd, 4096, 0) if fd is not None else b""


def _number_behind(text, label):
    words = text.partition(label)[2].split(None, 1)
    return int(words[0]) if words else 0
