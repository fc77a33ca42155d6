#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Python workers of Poolscope's pool beside Python's own pools: prints a Markdown table.

    measure.py POOLSCOPE [--full]      the quick way takes a minute

Everybody calls the same function of the same file on the same numbers, with two workers that are there already: the
time that they take to start is left out on both sides. Rounds go in turns; a figure is the median of them.
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

FILE = """
def f(x):
    return x
"""
WORKERS = 2


def f(x):
    return x


def loop(items, chunk):
    return timed(lambda: [f(x) for x in range(items)])


def pool(items, chunk):
    with get_context("fork").Pool(WORKERS) as workers:
        workers.map(f, range(100))
        return timed(lambda: workers.map(f, range(items), chunksize=chunk))


def executor(items, chunk):
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("fork")) as workers:
        list(workers.map(f, range(100)))
        return timed(lambda: list(workers.map(f, range(items), chunksize=chunk or items // (4 * WORKERS))))


def ours(*options, helper):
    def run(items, chunk):
        env = dict(os.environ, POOLSCOPE_PYTHON_HELPER="1" if helper else "0")
        done = subprocess.run([sys.argv[1], "run", path + ":f", "items=%d" % items, "--workers", str(WORKERS),
                               "--chunksize", str(chunk or "default"), "--python", sys.executable, "--json", "-",
                               "--quiet", *options], env=env, stdout=subprocess.PIPE, check=True)
        told = json.loads(done.stdout)
        assert told["result"]["count"] == items and not told["failed"], told
        return told["wall_s"] - told["phases_s"]["start"] / WORKERS
    return run


def timed(call):
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


WAYS = (
    ("a plain loop", loop),
    ("multiprocessing.Pool", pool),
    ("ProcessPoolExecutor", executor),
    ("Poolscope, Python alone (pipe)", ours(helper=False)),
    ("Poolscope, with the helper", ours(helper=True)),
    ("the same over a pipe", ours("--transport", "pipe", helper=True)),
    ("threads of one Python", ours("--backend", "python-threads", helper=True)),
)


def measure(title, items, chunk, rounds):
    took = {name: [] for name, _ in WAYS}
    for _ in range(rounds):
        for name, way in WAYS:
            took[name].append(way(items, chunk))
    print("\n%s: %d items, %d workers, median of %d rounds in turns\n" % (title, items, WORKERS, rounds))
    print("| who | tasks/s | × multiprocessing.Pool | µs a task |")
    print("|--|--:|--:|--:|")
    base = statistics.median(took["multiprocessing.Pool"])
    for name, _ in WAYS:
        seconds = statistics.median(took[name])
        print("| %s | %d | %.1f | %.2f |" % (name, items / seconds, base / seconds, seconds / items * 1e6))


if __name__ == "__main__":
    full = "--full" in sys.argv
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "measured.py")
        with open(path, "w") as file:
            file.write(FILE)
        measure("chunksize 1", 100000 if full else 20000, 1, 9 if full else 3)
        measure("default chunks", 2000000 if full else 500000, None, 9 if full else 3)
