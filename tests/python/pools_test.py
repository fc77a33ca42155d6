#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is recorded of multiprocessing.Pool: every chunk from all three sides, every call, every worker."""
import importlib.util
import itertools
import json
import os
import pickle
import time
import unittest

import traced

HEAD = """
import os, signal, sys, time
if sys.argv[2] == "multiprocess": import multiprocess as mp, multiprocess.pool as pools
else: import multiprocessing as mp, multiprocessing.pool as pools
def f(x): return x * x
def timed(x): begin = time.monotonic_ns(); time.sleep(0.05); return begin, time.monotonic_ns()
def fails(x): raise ValueError(x)
def local(x): return lambda: x
def locked(x): return open(os.devnull)
def dies(x): os.kill(os.getpid(), signal.SIGKILL)
def main(mp):
"""
TAIL = """
if __name__ == "__main__": main(mp.get_context(sys.argv[1]))
"""


def traced_run(body, native, method="fork", package="multiprocessing", **more):
    path = os.path.join(traced.SCRATCH, "recorded.py")
    with open(path, "w") as file:
        file.write(HEAD + body + TAIL)
    return traced.run([path, method, package], native, **more)


def of_kind(run, kind):
    return [one for one in run.records if one.kind == kind]


def said(run, what):
    return [one for one in run.lines if one["what"] == what]


def moments(record):
    """When each of its durations ended."""
    return list(itertools.accumulate(record.durations, initial=record.begin))[1:]


def each_kind(test):
    """Runs a test with every start method, for the C helper and for Python alone."""
    def all_of_them(self):
        for method in ("fork", "spawn", "forkserver"):
            for native in (True, False):
                with self.subTest(method, native=native):
                    test(self, native, method)

    return all_of_them


class Chunks(unittest.TestCase):
    @each_kind
    def test_every_chunk_is_told_by_all_three(self, native, method):
        run = traced_run("""
    with mp.Pool(2) as p: p.map(f, range(10), chunksize=3); list(p.imap(f, range(5))); p.apply(f, (3,))
""", native, method)
        wanted = [(0, 0, 3), (0, 1, 3), (0, 2, 3), (0, 3, 1), *[(1, i, 1) for i in range(5)], (2, 0, 1)]
        for kind in (1, 2):
            self.assertEqual(sorted((one.job, one.index, one.count) for one in of_kind(run, kind)), wanted)
        self.assertEqual(sorted((one.job, one.index) for one in of_kind(run, 3)), [one[:2] for one in wanted])
        self.assertEqual({(one.pool, one.flags) for one in run.records}, {(1, 0)})

    @each_kind
    def test_bytes_are_those_of_the_messages(self, native, method):
        run = traced_run("""
    with mp.Pool(1) as p: p.apply(f, (12345,)); p.apply(len, ("x" * 70000,))
""", native, method)
        for job, (task, answer) in enumerate(((("f", 12345), 12345 ** 2), ((len, "x" * 70000), 70000))):
            sent, chunk, back = [[one for one in of_kind(run, kind) if one.job == job][0] for kind in (1, 2, 3)]
            self.assertEqual(sent.bytes, chunk.bytes)
            self.assertEqual(chunk.answer, back.bytes)
            self.assertEqual(back.bytes, len(pickle.dumps((job, 0, (True, answer)))))
            if job:
                self.assertEqual(sent.bytes, len(pickle.dumps((job, 0, len, ("x" * 70000,), {}))))

    @each_kind
    def test_times_are_in_order_and_computing_is_computing(self, native, method):
        before = time.monotonic_ns()
        run = traced_run("    with mp.Pool(2) as p: print(p.map(timed, range(4), 1))", native, method)
        after = time.monotonic_ns()
        self.assertTrue(all(0 <= one for record in run.records for one in record.durations))
        computed = json.loads(run.out.translate(str.maketrans("()", "[]")))
        for chunk in of_kind(run, 2):
            sent, = [one for one in of_kind(run, 1) if one.index == chunk.index]
            back, = [one for one in of_kind(run, 3) if one.index == chunk.index]
            waited, _, unpickled, done, pickled, answered = moments(chunk)
            begin, end = computed[chunk.index]
            self.in_order(before, sent.begin, moments(sent)[0], waited, unpickled, begin, end, done, pickled, answered,
                          after)
            self.in_order(before, chunk.begin, waited)
            self.in_order(pickled, back.begin, moments(back)[1], after)  # no receiving before there is an answer

    def in_order(self, *times):
        """Durations are floats of 24 bits, of which the error grows with what was waited."""
        for earlier, later in zip(times, times[1:]):
            self.assertLess(earlier, later + 1000 + (times[-1] - times[0]) * 1e-6, times)

    @each_kind
    def test_failures_are_flagged(self, native, method):
        run = traced_run("""
    with mp.Pool(1) as p:
        for function, value in ((fails, 1), (f, open(os.devnull)), (locked, 1), (f, 2)):
            try: p.map(function, [value])
            except Exception: pass
""", native, method)
        flags = {(one.kind, one.job): one.flags for one in run.records}
        self.assertEqual(flags, {(1, 0): 0, (2, 0): 1, (3, 0): 1, (1, 1): 2, (1, 2): 0, (2, 2): 3, (3, 2): 1,
                                 (1, 3): 0, (2, 3): 0, (3, 3): 0})
        told = [(one["job"], one["index"], one["direction"]) for one in said(run, "pickle_failed")]
        self.assertEqual(sorted(told), [(1, 0, "argument"), (2, 0, "result")])
        self.assertTrue(all("TextIOWrapper" in one["error"] for one in said(run, "pickle_failed")))

    def test_explaining_can_be_left_out(self):
        body = """
    with mp.Pool(1) as p:
        try: p.map(lambda x: x, [1])
        except Exception: pass
"""
        explained, = said(traced_run(body, True), "pickle_failed")
        self.assertTrue(explained["paths"] or explained.get("incomplete"))  # there is little time for it
        without, = said(traced_run(body, True, POOLSCOPE_TRACE_EXPLAIN="0"), "pickle_failed")
        self.assertEqual(without["paths"], [])
        self.assertNotIn("incomplete", without)

    def test_threads_are_not_traced(self):
        run = traced_run("    print(pools.ThreadPool(2).map(f, range(9)))", True)
        self.assertEqual((run.lines, run.records), ([], []))

    @unittest.skipUnless(importlib.util.find_spec("multiprocess"), "the package multiprocess is not installed")
    def test_the_twin_is_traced_the_same(self):
        for native in (True, False):
            run = traced_run("    with mp.Pool(2) as p: print(p.map(lambda x: x + 1, range(4), 1))", native,
                             package="multiprocess")
            self.assertEqual((run.out, run.err), ("[1, 2, 3, 4]\n", ""))
            self.assertEqual(said(run, "pool")[0]["kind"], "multiprocess")
            self.assertEqual([len(of_kind(run, kind)) for kind in (1, 2, 3)], [4, 4, 4])


class Lines(unittest.TestCase):
    @each_kind
    def test_pools_and_workers_are_numbered(self, native, method):
        run = traced_run("""
    with mp.Pool(2) as p, mp.Pool(1) as q: p.map(f, range(4)); q.map(f, range(4))
""", native, method)
        parent = said(run, "pool")[0]["writer"]
        self.assertEqual([(one["pool"], one["kind"], one["workers"], one["start_method"]) for one in said(run, "pool")],
                         [(1, "multiprocessing.Pool", 2, method), (2, "multiprocessing.Pool", 1, method)])
        self.assertLessEqual({(one["pool"], one["worker"], one["parent"]) for one in said(run, "worker")},
                             {(1, 0, parent), (1, 1, parent), (2, 0, parent)})
        self.assertTrue(all(one["pid"] == one["writer"] != parent for one in said(run, "worker")))
        self.assertEqual(sorted(one["pool"] for one in said(run, "pool_end")), [1, 2])

    @each_kind
    def test_workers_that_end_are_told_with_their_code(self, native, method):
        run = traced_run("""
    with mp.Pool(1, maxtasksperchild=1) as p:
        p.map(f, range(3), 1); p.apply_async(dies, (1,)); p.apply(f, (1,)); p.terminate(); p.join()
""", native, method)
        workers = {one["pid"]: one["worker"] for one in said(run, "worker")}
        codes = {workers[one["pid"]]: one["exitcode"] for one in said(run, "worker_exit") if one["pid"] in workers}
        self.assertEqual({n: codes[n] for n in range(4)}, {0: 0, 1: 0, 2: 0, 3: -9})
        self.assertIn(codes[4], (0, -15))

    def test_calls_are_told_as_they_were_made(self):
        run = traced_run("""
    with mp.Pool(2) as p:
        p.map(f, range(10)); p.starmap_async(pow, [(1, 2)] * 3, 2).get(); p.map_async(f, iter([1])).get()
        list(p.imap(f, [1, 2], 2)); list(p.imap_unordered(func=f, iterable=iter([1])))
        p.apply(f, (1,)); p.map(f, [])
        for i in range(3): p.apply_async(f, (1,)).get()
        try: p.map(fails, [1])
        except ValueError: pass
        p.close(); p.join()
""", True)
        calls = [(one["job"], one["api"], one["function"], one["items"], one["chunksize"]) for one in said(run, "call")]
        self.assertEqual(calls, [
            (0, "map", "__main__.f", 10, 2), (1, "starmap_async", "builtins.pow", 3, 2),
            (2, "map_async", "__main__.f", 1, 1), (3, "imap", "__main__.f", 2, 2),
            (4, "imap_unordered", "__main__.f", None, 1), (5, "apply", "__main__.f", 1, 1),
            (6, "map", "__main__.f", 0, 0), (7, "apply_async", "__main__.f", 1, 1),
            (10, "map", "__main__.fails", 1, 1)])
        sites = [one["site"] for one in said(run, "call")]
        self.assertEqual(sites, ["recorded.py:%d" % n for n in (14, 14, 14, 15, 15, 16, 16, 17, 18)])
        self.assertEqual([(one["job"], one["failed"]) for one in said(run, "call_end")],
                         [(0, False), (1, False), (2, False), (3, None), (4, None), (6, False), (10, True)])

    def test_pools_that_nobody_closes_end_with_the_program(self):
        run = traced_run("    global p; p = mp.Pool(1); p.map(f, [1])", True)
        self.assertEqual([len(said(run, what)) for what in ("pool_end", "worker_exit")], [1, 1])

    def test_a_pool_in_a_forked_child_is_its_own(self):
        run = traced_run("""
    with mp.Pool(1) as p: p.map(f, [1])
    if os.fork() == 0:
        with mp.Pool(1) as p: p.map(f, [1])
        sys.exit(0)
    os.wait()
""", True)
        self.assertEqual(len({one["writer"] for one in said(run, "pool")}), 2)
        self.assertEqual(len(run.records), 6)

    def test_a_pool_in_a_child_may_lie_where_one_of_the_parent_lay(self):
        run = traced_run("""
    p = mp.Pool(1); p.map(f, [1]); place = id(p)
    if os.fork() == 0:
        kept = p; del p, kept
        for i in range(20):
            with mp.Pool(1) as q: q.map(f, [1]); print(i, flush=True)
        os._exit(0)
    os.wait(); p.terminate()
""", True)
        self.assertEqual(len(said(run, "pool")), 21)
        self.assertEqual(len(run.records), 63)

    def test_pools_leave_nothing_open(self):
        body = """
    import gc; gc.disable()
    def once():
        with mp.Pool(2) as p: p.map(f, range(4))
        p.join()
    once(); before = len(os.listdir("/proc/self/fd"))
    for i in range(3): once()
    print(len(os.listdir("/proc/self/fd")) - before)
"""
        plain = traced.run([self._write(body), "fork", ""])
        for native in (True, False):
            self.assertEqual(traced_run(body, native).out, plain.out)

    @staticmethod
    def _write(body):
        path = os.path.join(traced.SCRATCH, "plain.py")
        with open(path, "w") as file:
            file.write(HEAD + body + TAIL)
        return path


if __name__ == "__main__":
    unittest.main()
