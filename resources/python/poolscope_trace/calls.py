# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""Tells of the calls of a pool: what was called, with what function, from where, and when it was over.

A job begins when its result object is made and ends when the pool's cache drops it. The call is read from the frames
below, so that no function the program calls needs a wrapper.
"""
import functools
import os
import sys
from types import BuiltinFunctionType, FunctionType, MethodType

from . import ring

# Lines for calls of one task each, of which there may be a great many.
SINGLE_LINES = 10000
_SIZED = (list, tuple, range, dict, set, frozenset, str, bytes, bytearray)
_OF_SINGLE = ("self", "pool", "callback", "error_callback")
_LASTING = (FunctionType, BuiltinFunctionType, type)  # type() of which is safe to ask


def follow(module, pools):
    """Patches the result objects and the cache of a pool module; `pools` says what is traced, by the pool's id."""
    open_jobs = set()
    _follow_single(module.ApplyResult, pools, module.__name__)
    for kind in (module.MapResult, module.IMapIterator):
        _follow_begin(kind, pools, module.__name__, open_jobs)
    if hasattr(module, "_PoolCache"):
        _follow_end(module._PoolCache, pools, open_jobs)


def _follow_single(kind, pools, module):
    """apply and apply_async: many calls from one place with one function are told once. This is on the way of every
    task: the function is looked at in each of a thousand calls from one place, then in each sixteenth."""
    original = kind.__init__
    getframe = sys._getframe

    def __init__(self, pool, callback, error_callback):
        original(self, pool, callback, error_callback)
        traced = pools.get(id(pool))
        if traced is None or type(self) is not kind:
            return
        try:
            caller = getframe(2)
            if caller.f_lasti == traced.last_at and id(caller.f_code) == traced.last_code:
                traced.alike += 1
                if traced.alike > 1000 and traced.alike & 15:
                    return
            _look(traced, self, getframe(1), caller, module)
        except Exception:
            pass

    if original.__code__.co_varnames[:original.__code__.co_argcount] == _OF_SINGLE:
        kind.__init__ = functools.wraps(original)(__init__)
    else:
        ring.line("not_traced", why="calls of one task: %s.__init__ is another" % kind.__name__)


def _look(traced, result, frame, caller, module):
    function = frame.f_locals["func"]
    # A function that came to the place of another in memory is another function: methods do so all the time.
    known = id(function) if type(function) in _LASTING else name_of(function)
    place = (known, id(caller.f_code), caller.f_lasti)
    if place != traced.last_call and traced.call_lines < SINGLE_LINES:
        traced.last_call = place
        traced.alike = 0
        traced.call_lines += 1
        _tell_call(traced, result, frame, module, 1, 1)
    traced.last_code, traced.last_at = id(caller.f_code), caller.f_lasti


def _follow_begin(kind, pools, module, open_jobs):
    original = kind.__init__

    @functools.wraps(original)
    def __init__(self, pool, *args, **kwds):
        original(self, pool, *args, **kwds)
        traced = pools.get(id(pool))
        if traced is not None:
            try:
                _begun(traced, self, sys._getframe(1), module, open_jobs)
            except Exception:
                pass

    kind.__init__ = __init__


def _begun(traced, result, frame, module, open_jobs):
    traced.last_call = traced.last_code = None
    values = frame.f_locals
    items = len(result._value) if hasattr(result, "_value") else _length(values.get("iterable"))
    chunksize = getattr(result, "_chunksize", values.get("chunksize"))
    _tell_call(traced, result, frame, module, items, chunksize)
    if items == 0 and hasattr(result, "_value"):
        ring.line("call_end", pool=traced.number, job=result._job, failed=False)
    else:
        open_jobs.add(result._job)


def _tell_call(traced, result, frame, module, items, chunksize):
    caller = frame
    while caller is not None and caller.f_globals.get("__name__") == module:
        api = caller.f_code.co_name
        caller = caller.f_back
    ring.line("call", pool=traced.number, job=result._job, api=api, function=name_of(frame.f_locals.get("func")),
              site=site_of(caller), items=items, chunksize=chunksize, file=caller and caller.f_code.co_filename)


def _follow_end(cache_class, pools, open_jobs):
    original = cache_class.__delitem__

    @functools.wraps(original)
    def __delitem__(self, job):
        if job not in open_jobs:
            return original(self, job)
        open_jobs.discard(job)
        result = self.get(job)
        original(self, job)
        traced = pools.get(id(getattr(result, "_pool", None)))
        if traced is not None:
            success = getattr(result, "_success", None)
            ring.line("call_end", pool=traced.number, job=job, failed=None if success is None else not success)

    cache_class.__delitem__ = __delitem__


def site_of(frame):
    """`file.py:12`, or None."""
    return None if frame is None else "%s:%d" % (os.path.basename(frame.f_code.co_filename), frame.f_lineno)


def name_of(function):
    """`module.qualname` of a function, asking nothing of objects that could answer with code of their own."""
    if type(function) is MethodType:
        function = function.__func__
    if type(function) in _LASTING:
        return "%s.%s" % (function.__module__, function.__qualname__)
    kind = type(function)
    return "%s.%s" % (type.__getattribute__(kind, "__module__"), type.__getattribute__(kind, "__qualname__"))


def _length(iterable):
    return len(iterable) if type(iterable) in _SIZED else None
