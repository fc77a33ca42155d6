# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shapes that the benchmarks measure, as Python has them. Runs inside of bench_pickle.

The collector is off, as in timeit: it would only make CPython slower.
"""
import gc
import pickle
import sys
from multiprocessing.pool import mapstar

gc.disable()
sys.setrecursionlimit(10**7)  # of itself CPython's pickler refuses a list some hundred levels deep


class Item:
    def __init__(self, id):
        self.id, self.weight, self.name = id, id / 2, "item" + str(id)

    def __eq__(self, other):
        return self.__dict__ == other.__dict__


Item.__module__ = "bench"
sys.modules["bench"] = sys.modules["__main__"]


def ints():
    return list(range(10**6))


def dicts():
    return [{"a": i, "b": i + 1, "c": i + 2, "d": i + 3} for i in range(10**5)]


def items():
    return [Item(i) for i in range(10**5)]


def blob():
    return b"\x5a" * 64_000_000


def beside():
    return pickle.PickleBuffer(blob())


def deep():
    value = []
    for _ in range(10**5 - 1):
        value = [value]
    return value


def message():
    return (3, 7, mapstar, ((mapstar, tuple(range(1000, 1256))),), {})
