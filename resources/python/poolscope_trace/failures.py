# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""Tells of tasks and results that cannot be pickled."""
import os
from _thread import get_ident

from . import ring

# Explaining takes time, and every chunk of a job may fail for the same reason.
EXPLAINED = 3
TOLD = 1000


def teller(pool, direction, pickler):
    """A function failed(job, index, object, error) for a Side; it never raises and keeps nothing."""
    told = [0]

    def failed(job, index, obj, error):
        try:
            told[0] += 1
            if told[0] <= TOLD:
                _tell(pool, direction, pickler, job, index, obj, error, told[0] <= EXPLAINED)
        except Exception:
            pass

    return failed


def _tell(pool, direction, pickler, job, index, obj, error, why):
    told = {"error": type(error).__name__, "paths": [], "cures": []}
    if type(error).__str__ in (Exception.__str__, BaseException.__str__):  # a program's own __str__ is left alone
        told["error"] += ": " + str(error)
    if why and os.environ.get("POOLSCOPE_TRACE_EXPLAIN") != "0":
        try:
            from . import explain

            prefix = "task" if direction == "argument" else "result"
            told.update(explain.explain(obj, error, budget_s=0.2, pickler=pickler, prefix=prefix))
        except Exception:
            pass
    ring.line("pickle_failed", pool=pool, job=job, index=index, direction=direction, **told)


def cleaning(tell, cache):
    """The same for a Side in Python, whose frames are taken out of the traceback that the program will see.

    The error is complete when the thread that sends has caught it and gives it to the job's result: the first thing it
    asks that result for is `_set`.
    """
    def failed(job, index, obj, error):
        tell(job, index, obj, error)
        try:
            result = cache.get(job)
            if result is not None:
                _clean_before_set(result, error)
        except Exception:
            pass

    return failed


def _clean_before_set(result, error):
    kind = type(result)
    thread = get_ident()

    class Cleaned(kind):
        @property
        def _set(self):
            if get_ident() == thread:
                self.__class__ = kind
                error.__traceback__ = _without_ours(error.__traceback__)
            return kind._set.__get__(self)

    result.__class__ = Cleaned


def _without_ours(traceback):
    kept = []
    while traceback is not None:
        if os.path.dirname(traceback.tb_frame.f_code.co_filename) != os.path.dirname(__file__):
            kept.append(traceback)
        traceback = traceback.tb_next
    for one in reversed(kept):
        one.tb_next, traceback = traceback, one
    return traceback
