# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""Tells of the calls of an executor: what was submitted or mapped, from where, and when a map was over.

A call is read from the frames below the moment in which an executor numbers a task. A task whose function and place
are those of the one before has no line of its own, and belongs to the call before it, whether that one is back or not:
a loop is one call however fast its tasks are. Each parallel loop of joblib's begins a call of its own.
"""
import functools
import sys
import threading
import weakref

from . import names, ring
from .calls import SINGLE_LINES, name_of, site_of

_LIBRARIES = ("concurrent", "joblib", "loky", "multiprocessing", "poolscope_trace", "threading")
_SIZED = (list, tuple, range, dict, set, frozenset, str, bytes, bytearray)


class Calls:
    """The calls of one executor."""

    def __init__(self, number, executor, module):
        self.number, self.executor, self.module = number, executor, module
        self.lock = threading.Lock()
        self.maps = {}  # the tasks under way of maps: work id to map
        self.map = None
        self.place = None
        self.last = None  # what was submitted just before, if it can be known again at a glance
        self.lines = 0

    def submitted(self, job):
        """An executor numbers a task; called in the thread that submits."""
        try:
            item = self.executor()._pending_work_items[job]
            frame = sys._getframe(2)
            with self.lock:
                if self.place is self.map is not None and self.map.partial() is item.fn:
                    self._go_on(job, self.map)
                elif not self._same_as_before(item.fn, frame.f_back):
                    self._submitted(job, item, frame)
        except Exception:
            pass

    def _same_as_before(self, function, caller):
        """Whether the very function was submitted from the very place just before: no need to look at it again."""
        last, code = self.last, caller.f_code
        return (last is not None and last[0]() is function and last[1] == caller.f_lasti
                and last[2] == code.co_firstlineno and last[3] is code.co_filename)

    def _remember(self, function, caller):
        try:
            code = caller.f_code
            self.last = weakref.ref(function), caller.f_lasti, code.co_firstlineno, code.co_filename
        except TypeError:  # a callable of a type that takes no weak references
            self.last = None

    def _go_on(self, job, known):
        self.maps[job] = known
        known.under_way += 1

    def _submitted(self, job, item, frame):
        parts = {"fn": item.fn, "args": item.args}
        if _chunk(self.module, parts) is None:
            self._single(job, parts, _Place(self.module, frame))
            self._remember(item.fn, frame.f_back)
            return
        self.last = None
        known = self.map
        if known is None or known.partial() is not item.fn:
            self._finish_map()
            known = self.map = _Map(job, item.fn)
            self._tell_map(known, _Place(self.module, frame))
        elif self.place is not known:  # another thread submitted something between
            ring.line("call", pool=self.number, job=job, continues=known.job, **known.told)
        self.place = known
        self._go_on(job, known)

    def _single(self, job, item, place):
        function = _function_of(item)
        key = (function, place.file, place.lasti)
        if type(self.place) is tuple and not place.begins and (
                place.file is None and function == self.place[0] or key == self.place):
            return
        if self.lines >= SINGLE_LINES:
            return
        self.place = key
        self.lines += 1
        via = {"via": place.via} if place.via else {}
        ring.line("call", pool=self.number, job=job, api="submit", function=function, site=place.site,
                  items=count_of(self.module, item), chunksize=1, file=place.file, **via)

    def _tell_map(self, known, place):
        values = place.map_values
        chunksize = values.get("chunksize")
        lengths = [len(one) if type(one) in _SIZED else None for one in values.get("iterables", ())]
        items = min(lengths) if lengths and None not in lengths else None
        known.told = {"api": "map", "function": name_of(known.partial().args[0]), "site": place.site, "items": items,
                      "chunksize": chunksize if type(chunksize) is int else None, "file": place.file}
        if items and type(chunksize) is int:
            known.left = -(-items // chunksize)
        ring.line("call", pool=self.number, job=known.job, **known.told)

    def received(self, job, failed):
        """A task is back."""
        with self.lock:
            known = self.maps.pop(job, None)
            if known is None:
                return
            known.under_way -= 1
            known.failed = known.failed or failed
            if known.left is not None:
                known.left -= 1
                if not known.left:
                    self._tell_end(known)

    def lost(self, job):
        """A task could not be sent."""
        self.received(job, True)

    def _finish_map(self):
        """The map before, whose length nobody knew, is over if all that was submitted of it is back."""
        known, self.map = self.map, None
        if known is not None and not known.under_way:
            self._tell_end(known)

    def _tell_end(self, known):
        if not known.over:
            known.over = True
            ring.line("call_end", pool=self.number, job=known.job, failed=known.failed)

    def end(self):
        with self.lock:
            self._finish_map()
            self.maps.clear()


class _Map:
    """One call of map: all its tasks have the very same partial as their function."""

    def __init__(self, job, partial):
        self.job = job
        self.partial = weakref.ref(partial)
        self.told = {}
        self.under_way = 0
        self.left = None
        self.failed = self.over = False


class _Place:
    """Where the program called: the first frame outside of libraries that run pools."""

    def __init__(self, module, frame):
        self.map_values, self.via, self.begins = {}, None, False
        map_code = module.ProcessPoolExecutor.map.__code__
        while frame is not None:
            name = frame.f_globals.get("__name__")
            if frame.f_code is map_code:
                self.map_values = frame.f_locals
            elif name == "joblib.parallel" and frame.f_code.co_name == "__call__":
                self.via = "joblib.Parallel"
                self.begins = _is_first_batch(frame.f_locals.get("self"))
            elif type(name) is not str or name.partition(".")[0] not in _LIBRARIES:
                break
            frame = frame.f_back
        self.site = site_of(frame)
        self.file = frame and frame.f_code.co_filename
        self.lasti = frame and frame.f_lasti


def _is_first_batch(parallel):
    """Whether a parallel loop of joblib's sends its first batch; it counts them, from 1, before it submits them."""
    return getattr(parallel, "__dict__", {}).get("n_dispatched_batches") == 1


def _chunk(module, item):
    """The chunk that a task of map carries; None for other tasks."""
    function, args = item["fn"], item["args"]
    if type(function) is functools.partial and function.func is module._process_chunk and len(args) == 1:
        return args[0] if type(args[0]) is tuple else None
    return None


def _batch(function):
    """The items of a batch of joblib's; None for anything else."""
    for _ in range(3):
        if not names.module(type(function)).startswith("joblib."):
            return None
        held = getattr(function, "__dict__", {})
        if type(held.get("items")) is list:
            return held["items"]
        function = held.get("func")
    return None


def count_of(module, item):
    """How many tasks of the program one task of the executor holds: `item` is its dict."""
    chunk = _chunk(module, item)
    if chunk is None:
        chunk = _batch(item["fn"])
    return 1 if chunk is None else len(chunk)


def _function_of(item):
    batch = _batch(item["fn"])
    if batch and type(batch[0]) is tuple and batch[0]:
        return name_of(batch[0][0])
    return name_of(item["fn"])
