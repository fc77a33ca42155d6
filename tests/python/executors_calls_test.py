#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The calls of executors, what the clock says, and loky as joblib uses it."""
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from executor_programs import CHUNK, ExecutorTest


class Calls(ExecutorTest):
    def calls(self, traced):
        return [(line["job"], line["api"], line["function"], line["items"]) for line in traced.of("call")]

    def test_tasks_from_one_place_are_one_call(self):
        traced = self.trace("""
            with futures.ProcessPoolExecutor(1, mp_context=context) as executor:
                first = executor.submit(wait_for, "go")
                many = [executor.submit(square, x) for x in range(5)]
                other = executor.submit(spin, 1)
                open("go", "w").close()
            """)
        self.assertEqual(self.calls(traced), [(0, "submit", "__main__.wait_for", 1),
                                              (1, "submit", "__main__.square", 1), (6, "submit", "__main__.spin", 1)])

    def test_tasks_from_one_place_are_one_call_however_fast_they_are(self):
        traced = self.trace("""
            with futures.ProcessPoolExecutor(1, mp_context=context) as executor:
                for x in range(3):
                    executor.submit(square, x).result()
                executor.submit(square, 3).result()
            """)
        self.assertEqual(self.calls(traced), [(job, "submit", "__main__.square", 1) for job in (0, 3)])

    def test_a_map_of_unknown_length(self):
        traced = self.trace("""
            with futures.ProcessPoolExecutor(1, mp_context=context) as executor:
                list(executor.map(square, (x for x in range(5))))
                list(executor.map(pow, range(9), [1, 2, 3]))
            """)
        self.assertEqual(self.calls(traced), [(0, "map", "__main__.square", None), (5, "map", "builtins.pow", 3)])
        self.assertEqual([line["job"] for line in traced.of("call_end")], [0, 5])

    def test_a_map_that_another_thread_comes_between(self):
        traced = self.trace("""
            with futures.ProcessPoolExecutor(1, mp_context=context) as executor:
                def numbers():
                    yield 1
                    executor.submit(nothing)
                    yield 2
                list(executor.map(square, numbers()))
            """)
        self.assertEqual(self.calls(traced), [(0, "map", "__main__.square", None), (1, "submit", "__main__.nothing", 1),
                                              (2, "map", "__main__.square", None)])
        self.assertEqual(traced.of("call")[2]["continues"], 0)

    def test_the_clock(self):
        traced = self.trace("""
            with futures.ProcessPoolExecutor(1, mp_context=context) as executor:
                executor.submit(spin, 50).result()
            """)
        [chunk] = traced.sides(CHUNK).values()
        self.assertGreaterEqual(chunk.durations[3], 50e6)


JOBLIB = """\
from joblib import Parallel, delayed
import os, sys, threading, time, traceback

class OneByOne(Parallel):
    # Asked for the size of the next batch, it waits until nothing is under way.
    @property
    def batch_size(self):
        workers = getattr(getattr(self, "_backend", None), "_workers", None)
        while workers is not None and workers._pending_work_items:
            time.sleep(0.001)
        return 1

    @batch_size.setter
    def batch_size(self, size):
        pass

def square(x):
    return x * x

def main(method):
    parallel = Parallel(n_jobs=2)
"""


class Loky(ExecutorTest):
    def setUp(self):
        super().setUp()
        try:
            import joblib  # noqa: F401
        except ImportError:
            self.skipTest("no joblib")

    def test_a_parallel_loop(self):
        traced = self.same("""
            print(parallel(delayed(square)(i) for i in range(10)))
            print(parallel(delayed(lambda x: -x)(i) for i in range(10)))
            """, head=JOBLIB)
        self.every_side(traced, 20)
        [pool] = traced.of("pool")
        self.assertEqual((pool["kind"], pool["start_method"]), ("loky", "loky"))
        self.assertEqual([(line["function"], line["via"]) for line in traced.of("call")], [
            ("__main__.square", "joblib.Parallel"), ("__main__.main.<locals>.<genexpr>.<lambda>", "joblib.Parallel")])
        self.assertLessEqual({line["pid"] for line in traced.of("worker")},
                             {line["pid"] for line in traced.of("worker_exit")})
        self.assertEqual(len(traced.of("pool_end")), 1)

    def test_each_loop_is_one_call_however_fast_its_tasks_are(self):
        traced = self.same("""
            parallel = OneByOne(n_jobs=2, pre_dispatch="all")
            for loop in range(3):
                print(parallel(delayed(square)(i) for i in range(4)))
            """, head=JOBLIB)
        self.every_side(traced, 12)
        self.assertEqual([(line["job"], line["via"]) for line in traced.of("call")],
                         [(job, "joblib.Parallel") for job in (0, 4, 8)])

    def test_what_goes_wrong(self):
        traced = self.same("""
            def local(x):
                return (y for y in [])
            def wrong(x):
                1 / 0
            for function, argument in ((square, threading.Lock()), (local, 1), (wrong, 1), (os._exit, 3)):
                try:
                    print(parallel([delayed(function)(argument)]))
                except Exception as error:
                    print(type(error), error.__cause__)
            """, head=JOBLIB)
        self.blamed(traced, ("argument", "task.fn.func.items[0][1][0]"), ("result", "result[0]"))
        self.assertIn(3, [line["exitcode"] for line in traced.of("worker_exit")])


if __name__ == "__main__":
    unittest.main()
