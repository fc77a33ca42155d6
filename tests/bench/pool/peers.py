#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The peers' lines, as bench_pool has ours: each name on standard input is answered by NAME<TAB>SECONDS.

peers.py --serve | --list | --idle PEER | --memory PEER | NAME…

Pools are warm and stay; each repetition's results are compared with a plain loop's once the clock has stopped.
Seconds are for one task, one call or one start, as in bench_pool; fewer tasks where a peer is slow (COUNTS).
"""
import importlib
import resource
import sys
import time
from functools import partial
from statistics import median

WORKERS = 2
BUFFER = b"x" * (64 << 20)
COUNTS = {"chunk1": 10_000, "default": 1_000_000}
PEERS = ("multiprocessing", "futures", "joblib", "multiprocess")


def power(x):
    return x**10


def sizeOf(data):
    """A byte of each page is looked at, as ours does."""
    return data[::4096].count(b"x") * 4096


def echo(data):
    return data


class Native:
    """multiprocessing.Pool, and multiprocess, which is the same with dill."""

    def __init__(self, module, method="fork", workers=WORKERS):
        self.pool = importlib.import_module(module).get_context(method).Pool(workers)

    def map(self, items, chunksize):
        return self.pool.map(power, items, chunksize=chunksize)

    def apply(self, function, argument):
        return self.pool.apply(function, (argument,))

    def close(self):
        self.pool.terminate()
        self.pool.join()


class Futures:
    """ProcessPoolExecutor.map sends single tasks unless told; `None` is multiprocessing's chunk size here."""

    def __init__(self, workers=WORKERS):
        self.pool = importlib.import_module("concurrent.futures").ProcessPoolExecutor(workers)
        self.workers = workers

    def map(self, items, chunksize):
        return list(self.pool.map(power, items, chunksize=chunksize or -(-len(items) // (4 * self.workers))))

    def apply(self, function, argument):
        return self.pool.submit(function, argument).result()

    def close(self):
        self.pool.shutdown()


class Joblib:
    """loky; `None` is joblib's own batch size, which it finds while it runs. With one worker it would start none."""

    def __init__(self, workers=WORKERS):
        self.joblib = importlib.import_module("joblib")
        self.pool = self.joblib.Parallel(n_jobs=max(workers, 2), backend="loky")
        self.pool.__enter__()

    def map(self, items, chunksize):
        self.pool.batch_size = chunksize or "auto"
        return self.pool(self.joblib.delayed(power)(x) for x in items)

    def apply(self, function, argument):
        self.pool.batch_size = 1
        return self.pool([self.joblib.delayed(function)(argument)])[0]

    def close(self):
        self.pool.__exit__(None, None, None)


MAKE = {
    "multiprocessing": partial(Native, "multiprocessing"),
    "multiprocess": partial(Native, "multiprocess"),
    "futures": Futures,
    "joblib": Joblib,
    "spawn": partial(Native, "multiprocessing", "spawn"),
    "forkserver": partial(Native, "multiprocessing", "forkserver"),
}
WARM = {}
LAST = {}  # when a peer was last asked for an apply after a still second


def warm(peer, workers=WORKERS):
    key = peer, workers
    if key not in WARM:
        WARM[key] = MAKE[peer](workers=workers)
    return WARM[key]


def timed(call, *arguments):
    began = time.perf_counter()
    result = call(*arguments)
    return time.perf_counter() - began, result


def tasks(chunksize, line, peer):
    count = COUNTS[line] // (10 if peer == "joblib" else 1)
    took, results = timed(warm(peer).map, range(count), chunksize)
    assert results == [x**10 for x in range(count)], "the results are not those of a plain loop"
    return took / count


def apply(line, peer):
    pool, times = warm(peer), []
    for _ in range(50 if peer == "joblib" else 500):
        took, result = timed(pool.apply, power, 7)
        assert result == 282475249
        times.append(took)
    return median(times)


def applyAfterASecond(line, peer):
    pool = warm(peer)
    time.sleep(max(0.0, LAST.get(peer, 0) + 1 - time.perf_counter()))
    took, result = timed(pool.apply, power, 7)
    LAST[peer] = time.perf_counter()
    assert result == 282475249
    return took


def buffer(line, peer):
    took, result = timed(warm(peer, 1).apply, sizeOf, BUFFER)
    assert result == len(BUFFER)
    return took


def bufferBack(line, peer):
    took, result = timed(warm(peer, 1).apply, echo, BUFFER)
    assert result == BUFFER
    return took


def start(line, peer):
    """A pool of eight and its first result; joblib keeps its workers, so each start ends them first."""
    if peer == "joblib":
        importlib.import_module("joblib.externals.loky").get_reusable_executor().shutdown(wait=True)
    began = time.perf_counter()
    pool = MAKE[peer](workers=8)
    result = pool.apply(power, 7)
    took = time.perf_counter() - began
    pool.close()
    assert result == 282475249
    return took


LINES = {
    "chunk1": partial(tasks, 1), "default": partial(tasks, None), "apply": apply,
    "apply-idle": applyAfterASecond, "buffer": buffer, "buffer-back": bufferBack, "start": start,
}  # fmt: skip


def names():
    yield from (f"{line}/{peer}" for line in LINES for peer in PEERS)
    yield from ("start/spawn", "start/forkserver")


def answer(name):
    line, peer = name.split("/")
    try:
        print(f"{name}\t{LINES[line](line, peer):.9g}", flush=True)
    except Exception as error:  # whatever a peer throws is told, and the others go on
        print(f"{name}\terror: {error!r}", flush=True)


def idle(peer):
    """A warm pool that waits until standard input ends."""
    assert len(warm(peer).map(range(1000), 1)) == 1000
    print("idle", flush=True)
    sys.stdin.readline()


def memory(peer):
    """10⁷ tasks consumed one by one with imap: bytes at the peak, and the seconds."""
    began, count = time.perf_counter(), 10_000_000
    pool = warm(peer).pool
    assert sum(1 for _ in pool.imap(power, range(count), 256)) == count
    print(f"memory/{peer}\t{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}")
    print(f"memory-seconds/{peer}\t{time.perf_counter() - began:.3f}", flush=True)


def main(arguments):
    if arguments[0] == "--list":
        print(*names(), sep="\n")
    elif arguments[0] in ("--idle", "--memory"):
        {"--idle": idle, "--memory": memory}[arguments[0]](arguments[1])
    else:
        for name in (line.strip() for line in sys.stdin) if arguments[0] == "--serve" else arguments:
            answer(name)
    for pool in WARM.values():
        pool.close()


if __name__ == "__main__":
    main(sys.argv[1:])
