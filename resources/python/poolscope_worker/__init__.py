# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""Runs functions of a Python file for Poolscope's pool of processes, over the same wire as its workers in C++.

The pool starts it: `python3 poolscope_worker --poolscope-worker …`. What a task may want of it is here; whoever reads on
begins with command.py.
"""
from _thread import get_ident

# A function that pickle cannot find by its name: it came once, by carry(), and messages then name it as this.
carried = None

_workers = {}


def current_worker():
    """The number of the worker whose task this thread runs, counted from 0; -1 where it runs none.

    Where the process has one worker, threads that its tasks start have its number too.
    """
    return _workers.get(get_ident(), _workers.get(None, -1))


class Star:
    """Calls a function of several arguments on a tuple of them, as starmap does."""

    def __init__(self, function):
        self.function = function

    def __call__(self, item):
        return self.function(*item)

    def __reduce__(self):
        return Star, (self.function,)


def carry(load):
    """Keeps the function of `(how, data)` as `carried`; `how` is "pickle", "dill" or "cloudpickle"."""
    global carried
    how, data = load
    from . import carrying

    carried = carrying.load(how, data)
