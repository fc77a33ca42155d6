# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""The worker's side of a pool: what stands in for the two queues in the arguments of its process.

The pool's own worker function runs as ever. It takes `get` from one of these and `put` from the other: both are the
queue's own functions, as copies that pass by a Side.
"""
import os
import sys
from itertools import chain, repeat
from types import MethodType

from . import failures, ring, sides

# A pickle that asks nothing of a child in which no tracer runs: there the queue is itself again.
_REVIVE = ("__import__('poolscope_trace.workers', fromlist=['revived']).revived(which, queue, facts)"
           " if 'poolscope_trace' in __import__('sys').modules else queue")

_sides = {}  # in a worker: its one Side, by its process


class _End:
    """One of the two queues, with one of its functions replaced."""

    which = None

    def __init__(self, queue, facts):
        self._queue = queue
        self._facts = facts

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._queue, name)

    def __reduce__(self):
        return eval, (_REVIVE, {"which": self.which, "queue": self._queue, "facts": self._facts})


class Inlet(_End):
    """Where tasks come from."""

    which = "in"

    @property
    def get(self):
        try:
            return _get(self._queue, _side(self._queue, self._facts))
        except Exception as error:
            return _plain(self._queue.get, error)


class Outlet(_End):
    """Where results go."""

    which = "out"

    @property
    def put(self):
        try:
            side = _side(self._queue, self._facts)
            own = sides.copied(type(self._queue).put, _ForkingPickler=side)
            side.send = MethodType(own, self._queue)
            return side.put_result
        except Exception as error:
            return _plain(self._queue.put, error)


def revived(which, queue, facts):
    """What a pickled Inlet or Outlet is in the child."""
    return (Inlet if which == "in" else Outlet)(queue, facts)


def _plain(function, error):
    ring.line("not_traced", why="worker: %s: %s" % (type(error).__name__, error))
    return function


def _side(queue, facts):
    """This worker's Side; the first to ask for it makes it, and tells whose worker this process is."""
    pid = os.getpid()
    if pid not in _sides:
        _sides.clear()
        queues = sys.modules[type(queue).__module__]
        pool = sys.modules[facts["module"]]
        _sides[pid] = sides.new_side(facts["pool"], queues._ForkingPickler, (pool.mapstar, pool.starmapstar),
                                     failures.teller(facts["pool"], "result", queues._ForkingPickler))
        ring.line("worker", pool=facts["pool"], parent=facts["parent"], worker=facts["worker"], pid=pid)
    return _sides[pid]


def _get(queue, side):
    """SimpleQueue.get and then side.take_task, called one after the other by map(): neither is seen in a traceback of
    the other, as it would be if one called both."""
    own = sides.copied(type(queue).get, _ForkingPickler=side)
    view = type(queue).__new__(type(queue))
    view._rlock, view._reader = queue._rlock, sides.view_of(queue._reader, side)

    def first():
        side.begin()
        yield view

    return map(side.take_task, map(own, chain(first(), repeat(view)))).__next__
