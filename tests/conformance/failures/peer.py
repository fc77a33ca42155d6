#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""peer.py POOL DEED: twenty squares on one of Python's own pools, one of which goes wrong.

Prints {item: [value] or [null, kind]} as JSON, a line each time an outcome is known, so that whoever
waits sees what there was when nothing more comes."""
import concurrent.futures
import ctypes
import json
import multiprocessing
import os
import signal
import sys
import time

ITEMS, AT, WORKERS = 20, 5, 2


class NeedsTwo(Exception):
    """Cannot be made again from what its pickle holds."""

    def __init__(self, one, two):
        super().__init__(one)


class BadState:
    def __getstate__(self):
        return {"item": AT}

    def __setstate__(self, state):
        raise ValueError("the state is refused")


def grow():
    held = []
    while True:
        held.append(bytes(1 << 20))


DEEDS = {
    "kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "segv": lambda: ctypes.string_at(0),
    "exit": lambda: os._exit(0),
    "sysexit": lambda: sys.exit(3),
    "raise": lambda: int("five"),
    "unpicklable_result": lambda: lambda: None,
    "bad_result": BadState,
    "bad_exception": lambda: (_ for _ in ()).throw(NeedsTwo(1, 2)),
    "hang": lambda: time.sleep(3600),
}


def square(item, deed):
    time.sleep(0.01)  # so that others are under way when it happens
    if isinstance(item, int) and item == AT and deed in DEEDS:
        return DEEDS[deed]()
    return item * item if isinstance(item, int) else None


class HoldsPool:
    def __init__(self, pool):
        self.pool = pool

    def square(self, item, deed):
        return item * item


def items(deed):
    bad = {"unpicklable_argument": lambda: None, "bad_unpickle": BadState()}
    return [bad.get(deed, i) if i == AT else i for i in range(ITEMS)]


def tell(item, *outcome):
    print(json.dumps([item, *outcome]), flush=True)


def tell_outcome(item, get):
    try:
        value = get()
        tell(item, value if isinstance(value, int) else repr(type(value)))
    except BaseException as error:  # whatever comes is the outcome
        tell(item, None, type(error).__name__)


def collect(outcomes):
    """Tells each outcome as soon as it is there: one that never comes keeps no other back."""
    pending = dict(enumerate(outcomes))
    while pending:
        for item in [item for item, outcome in pending.items() if outcome.ready()]:
            tell_outcome(item, pending.pop(item).get_outcome)
        time.sleep(0.01)


class Pending:
    """An outcome to come, however the pool calls it."""

    def __init__(self, ready, get_outcome):
        self.ready, self.get_outcome = ready, get_outcome


def with_multiprocessing(deed):
    with multiprocessing.Pool(WORKERS) as pool:
        function = HoldsPool(pool).square if deed == "unpicklable_function" else square
        results = [pool.apply_async(function, (item, deed)) for item in items(deed)]
        collect([Pending(result.ready, result.get) for result in results])


def with_futures(deed):
    with concurrent.futures.ProcessPoolExecutor(WORKERS) as pool:
        function = HoldsPool(pool).square if deed == "unpicklable_function" else square
        pending = []
        for item in items(deed):
            try:
                future = pool.submit(function, item, deed)
                pending.append(Pending(future.done, future.result))
            except BaseException as error:  # a broken pool takes nothing more
                pending.append(Pending(lambda: True, lambda error=error: (_ for _ in ()).throw(error)))
        collect(pending)


if __name__ == "__main__":
    {"multiprocessing": with_multiprocessing, "futures": with_futures}[sys.argv[1]](sys.argv[2])
