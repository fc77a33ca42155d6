# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""Tells of the calls of a pool: what was called, with what function, from where, and when it was over.

A job begins when its result object is made and ends when the pool's cache drops it. The call is read from the frames
below, so that no function the program calls needs a wrapper.
"""
import functools
import os
import sys

from . import ring

# Lines for calls of one task each, of which there may be a great many.
SINGLE_LINES = 10000
_SIZED = (list, tuple, range, dict, set, frozenset, str, bytes, bytearray)
_FUNCTIONS = (type(len), type(os.path.join), type([].append), type)


def follow(module, pools):
    """Patches the result objects and the cache of a pool module; `pools` says what is traced, by the pool's id."""
    for name in ("ApplyResult", "MapResult", "IMapIterator"):
        _follow_begin(getattr(module, name), pools, module.__name__, single=name == "ApplyResult")
    cache = getattr(module, "_PoolCache", None)
    if cache is not None:
        _follow_end(cache, pools)


def _follow_begin(kind, pools, module, single):
    original = kind.__init__

    @functools.wraps(original)
    def __init__(self, pool, *args, **kwds):
        original(self, pool, *args, **kwds)
        if not single or type(self) is kind:
            traced = pools.get(id(pool))
            if traced is not None:
                try:
                    _begun(traced, self, sys._getframe(1), module, single)
                except Exception:
                    pass

    kind.__init__ = __init__


def _begun(traced, result, frame, module, single):
    inner = caller = frame
    api = inner.f_code.co_name
    while caller is not None and caller.f_globals.get("__name__") == module:
        api = caller.f_code.co_name
        caller = caller.f_back
    values = inner.f_locals
    function = name_of(values.get("func"))
    if single:
        place = (function, caller and caller.f_code.co_filename, caller and caller.f_lasti)
        if place == traced.last_call or traced.call_lines >= SINGLE_LINES:
            return
        traced.last_call = place
        traced.call_lines += 1
        items = chunksize = 1
    else:
        traced.last_call = None
        items = len(result._value) if hasattr(result, "_value") else _length(values.get("iterable"))
        chunksize = getattr(result, "_chunksize", values.get("chunksize"))
        if items != 0:
            traced.open_calls[result._job] = result.__class__.__name__
    ring.line("call", pool=traced.number, job=result._job, api=api, function=function, site=site_of(caller),
              items=items, chunksize=chunksize, file=caller and caller.f_code.co_filename)
    if items == 0 and not single:
        ring.line("call_end", pool=traced.number, job=result._job, failed=False)


def _follow_end(cache_class, pools):
    original = cache_class.__delitem__

    @functools.wraps(original)
    def __delitem__(self, job):
        result = self.get(job)
        original(self, job)
        traced = pools.get(id(getattr(result, "_pool", None)))
        if traced is not None and traced.open_calls.pop(job, None) is not None:
            success = getattr(result, "_success", None)
            ring.line("call_end", pool=traced.number, job=job, failed=None if success is None else not success)

    cache_class.__delitem__ = __delitem__


def site_of(frame):
    """`file.py:12`, or None."""
    return None if frame is None else "%s:%d" % (os.path.basename(frame.f_code.co_filename), frame.f_lineno)


def name_of(function):
    """`module.qualname` of a function, asking nothing of objects that could answer with code of their own."""
    if isinstance(function, type(name_of.__get__(0))):
        function = function.__func__
    if type(function) in _FUNCTIONS or type(function) is type(name_of):
        return "%s.%s" % (function.__module__, function.__qualname__)
    kind = type(function)
    return "%s.%s" % (type.__getattribute__(kind, "__module__"), type.__getattribute__(kind, "__qualname__"))


def _length(iterable):
    return len(iterable) if type(iterable) in _SIZED else None
