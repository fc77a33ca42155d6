# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: MIT
"""Reads the numbers of a message whose function and items cannot be rebuilt, since the user's file is not there."""
from _pickle import Unpickler
from io import BytesIO

from .run import mapstar


class _Anything:
    """Stands for whatever was named: it can be called, given a state and items, and does nothing."""

    def __new__(cls, *_, **__):
        return object.__new__(cls)

    def __init__(self, *_, **__):
        pass

    def __call__(self, *_, **__):
        return self

    def __getattr__(self, name):
        return self

    def __setstate__(self, state):
        pass

    def __setitem__(self, key, value):
        pass

    def append(self, item):
        pass

    def extend(self, items):
        pass

    def add(self, item):
        pass


class _Blind(Unpickler):
    def find_class(self, module, name):
        return mapstar if name == "mapstar" else _Anything

    def persistent_load(self, _):
        return None


def numbers(message):
    """(job, index, number of tasks); (-1, -1, 1) where not even that can be read."""
    try:
        job, index, _, ((_, items),), _ = _Blind(BytesIO(message)).load()
        if type(job) is type(index) is int and type(items) is tuple:
            return job, index, len(items)
    except BaseException:
        pass
    return -1, -1, 1
