#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What tracing costs: pools with and without the tracer, in turns, and what joins their records; prints Markdown.

    measure.py [--quick] [--readme] BENCH_TRACE     the quick way takes less than a minute

--readme writes the tables into ../README.md, between the marks, too.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "python"))
import traced

README = pathlib.Path(__file__).resolve().parent.parent / "README.md"
BEGIN = "<!-- trace: tests/bench/run trace --readme -->\n"
END = "<!-- /trace -->\n"
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


said = []


def say(text):
    print(text, flush=True)
    said.append(text + "\n")


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
    say("%d tasks (the large ones: %d), median of %d rounds in turns, 2 workers\n" % (n, n // 20, rounds))
    say("| call | tracer | wall s | ratio | CPU s | ratio | CPU ns a record |")
    say("|--|--|--:|--:|--:|--:|--:|")
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
            say("| %s | %s | %.3f | %.2f | %.3f | %.2f | %s |" % (
                call, name, own_wall, own_wall / wall, own_cpu, own_cpu / cpu, extra))


def measure_ends():
    """In a process that does nothing else (ends.py)."""
    say("\n| ns | task sent by the parent | result received by it | chunk taken and answered by a worker | `ring.record` alone |")
    say("|--|--:|--:|--:|--:|")
    ends = os.path.join(os.path.dirname(os.path.abspath(__file__)), "ends.py")
    for name, native in WAYS[1:]:
        best = json.loads(" ".join(once([ends], native)[1]))
        if native:
            say("| without the tracer | %(send).0f | %(recv).0f | %(both).0f | a turn of an empty loop: %(loop).0f |" % best)
        more = best["sent"] - best["send"], best["received"] - best["recv"], best["taken"] - best["both"], best["record"]
        say("| %s | %s |" % (name, " | ".join("%+.0f" % one for one in more)))


def measure_join(program):
    best = json.loads(subprocess.run([program], stdout=subprocess.PIPE, check=True).stdout)
    say("\n| %d records | s | of the time |\n|--|--:|--:|" % best["records"])
    for name, key in (("joined into tasks", "join"), ("their files read", "file"), ("`memcpy` of their bytes", "memcpy")):
        say("| %s | %.3f | %.0f %% |" % (name, best[key], 100 * best[key] / best["join"]))


def measure_start(rounds):
    say("\n| `python3 -c pass` | ms | more ms |")
    say("|--|--:|--:|")
    found = {name: [] for name, _ in WAYS}
    for _ in range(rounds):
        for name, native in WAYS:
            found[name].append(once(["-c", "pass"], native)[0] * 1e3)
    plain = statistics.median(found["without"])
    for name, _ in WAYS:
        say("| %s | %.1f | %.1f |" % (name, statistics.median(found[name]), statistics.median(found[name]) - plain))


def main(arguments):
    quick, program = "--quick" in arguments, arguments[-1]
    measure_calls(*((10000, 5) if quick else (100000, 9)))
    measure_ends()
    measure_join(program)
    measure_start(15 if quick else 41)
    if "--readme" in arguments:
        before, rest = README.read_text().split(BEGIN)
        README.write_text(before + BEGIN + "".join(said) + END + rest.split(END)[1])


if __name__ == "__main__":
    main(sys.argv[1:])
