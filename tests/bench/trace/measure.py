#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What tracing costs: pools with and without the tracer, in turns; prints Markdown tables.

    measure.py [--full]      the quick way takes less than a minute
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "python"))
import traced

WAYS = (("without", None), ("C helper", True), ("Python alone", False))
CALLS = ("map, chunksize=1", "map, chunksize=100", "apply_async", "imap", "map of 100 kB, chunksize=1")

PROGRAM = """
import multiprocessing, os, resource, sys, time
def f(x): return x
def main(what, n):
    with multiprocessing.Pool(2) as pool:
        pool.map(f, range(100))
        wall = time.perf_counter()
        if what == 0: pool.map(f, range(n), chunksize=1)
        if what == 1: pool.map(f, range(n * 10), chunksize=100)
        if what == 2: [one.get() for one in [pool.apply_async(f, (i,)) for i in range(n)]]
        if what == 3: list(pool.imap(f, range(n)))
        if what == 4: pool.map(f, [b"x" * 100000] * (n // 20), chunksize=1)
        wall = time.perf_counter() - wall
        pool.close()
        pool.join()
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(wall, sum(one.ru_utime + one.ru_stime for one in used))
if __name__ == "__main__": main(int(sys.argv[1]), int(sys.argv[2]))
"""


def once(arguments, native):
    """(seconds in all, what the program printed)."""
    with tempfile.TemporaryDirectory(dir=traced.SCRATCH) as folder:
        env = dict(os.environ) if native is None else traced.environment(native, folder)
        begin = time.perf_counter()
        done = subprocess.run([sys.executable, *arguments], env=env, stdout=subprocess.PIPE, check=True)
        return time.perf_counter() - begin, done.stdout.decode().split()


def measure_calls(n, rounds):
    path = os.path.join(traced.SCRATCH, "measured.py")
    with open(path, "w") as file:
        file.write(PROGRAM)
    print("%d tasks (the large ones: %d), median of %d rounds in turns, 2 workers\n" % (n, n // 20, rounds))
    print("| call | tracer | wall s | ratio | CPU s | ratio | CPU ns a record |")
    print("|--|--|--:|--:|--:|--:|--:|")
    for what, call in enumerate(CALLS):
        found = {name: [] for name, _ in WAYS}
        for _ in range(rounds):
            for name, native in WAYS:
                found[name].append([float(one) for one in once([path, str(what), str(n)], native)[1]])
        tasks = {1: n // 10, 4: n // 20}.get(what, n)
        wall, cpu = [statistics.median(values) for values in zip(*found["without"])]
        for name, _ in WAYS:
            own_wall, own_cpu = [statistics.median(values) for values in zip(*found[name])]
            extra = "" if name == "without" else "%.0f" % ((own_cpu - cpu) / tasks / 3 * 1e9)
            print("| %s | %s | %.3f | %.2f | %.3f | %.2f | %s |" % (
                call, name, own_wall, own_wall / wall, own_cpu, own_cpu / cpu, extra), flush=True)


ENDS = """
import os, sys, tempfile, time
from itertools import repeat
import multiprocessing.pool as pool
from multiprocessing.connection import Connection
from multiprocessing.queues import _ForkingPickler as pickler
from poolscope_trace import ring, sides
N, task = int(sys.argv[1]), (1, 2, len, ((1,),), {})
ring.line("begin")
stars = (pool.mapstar, pool.starmapstar)
sink = Connection(os.open(os.devnull, os.O_WRONLY), readable=False)
file = tempfile.NamedTemporaryFile()
with Connection(os.dup(file.fileno()), readable=False) as full:
    for i in range(N): full.send((1, i, (True, [1])))
source = Connection(os.dup(file.fileno()), writable=False)
put, side = sides.sender(sink, 1, pickler, stars, print)
get, other = sides.receiver(source, 1, pickler, stars, print)
def ns(call, *args):
    os.lseek(source.fileno(), 0, 0)
    begin = time.perf_counter_ns()
    for _ in repeat(None, N): call(*args)
    return (time.perf_counter_ns() - begin) / N
best = {}
for _ in range(7):
    for name, call, args in (("send", sink.send, (task,)), ("sent", put, (task,)), ("recv", source.recv, ()),
                             ("received", get, ()), ("record", ring.record, (1,) * 15)):
        best[name] = min(best.get(name, 1e9), ns(call, *args))
print(best["sent"] - best["send"], best["received"] - best["recv"], best["record"])
"""


def measure_ends():
    """The cost of one record in a process that does nothing else: what other programs do meanwhile matters little."""
    print("\n| ns more than without | task sent | result received | ring.record alone |")
    print("|--|--:|--:|--:|")
    for name, native in WAYS[1:]:
        _, found = once(["-c", ENDS, "20000"], native)
        print("| %s | %s |" % (name, " | ".join("%.0f" % float(one) for one in found)), flush=True)


def measure_start(rounds):
    print("\n| `python3 -c pass` | ms | more ms |")
    print("|--|--:|--:|")
    found = {name: [] for name, _ in WAYS}
    for _ in range(rounds):
        for name, native in WAYS:
            found[name].append(once(["-c", "pass"], native)[0] * 1e3)
    plain = statistics.median(found["without"])
    for name, _ in WAYS:
        print("| %s | %.1f | %.1f |" % (name, statistics.median(found[name]), statistics.median(found[name]) - plain))


if __name__ == "__main__":
    full = "--full" in sys.argv
    measure_calls(100000 if full else 10000, 9 if full else 5)
    measure_ends()
    measure_start(41 if full else 15)
