#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Executors of concurrent.futures and of loky: each task is told by all three sides, and the program sees nothing."""
import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import textwrap
import unittest
from collections import namedtuple
from pathlib import Path

SITE = Path(__file__).resolve().parents[2] / "resources" / "python" / "poolscope_trace" / "site"
METHODS = ("fork", "spawn", "forkserver")
Record = namedtuple("Record", "kind flags pool job index count begin bytes answer durations pid")
SENT, CHUNK, RECEIVED = 1, 2, 3
FAILED, UNPICKLABLE = 1, 2

HEAD = """\
import concurrent.futures as futures, multiprocessing, os, signal, sys, threading, time, traceback

def square(x):
    if x == 7:
        raise ValueError("seven")
    return x * x

def nothing(*args, **kwargs):
    return None

def spin(ms):
    end = time.monotonic() + ms / 1000
    while time.monotonic() < end:
        pass

def local(x):
    return lambda: x

def die(x):
    os.kill(os.getpid(), signal.SIGKILL)

def leave(x):
    os._exit(3)

def wait_for(path):
    while not os.path.exists(path):
        time.sleep(0.01)

class Twofold(Exception):
    def __init__(self, one, two):
        super().__init__(one)

def twofold(x):
    raise Twofold(x, x)

class Unreadable:
    def __reduce__(self):
        return int, ("no number",)

def unreadable(x):
    return Unreadable()

def no_start():
    raise RuntimeError("no start")

def told(future):
    try:
        print(future.result())
    except BaseException:
        traceback.print_exc(file=sys.stdout)

def main(method):
    context = multiprocessing.get_context(method)
"""
TAIL = """
if __name__ == "__main__":
    main(sys.argv[1])
"""


class Traced:
    """One run of a program under the tracer: what it printed, its lines and its records."""

    def __init__(self, done, folder):
        self.done = done
        self.lines, self.records = [], []
        for path in sorted(Path(folder).iterdir()):
            data = path.read_bytes()
            if path.suffix == ".jsonl":
                self.lines += [json.loads(line) for line in data.splitlines()]
            else:
                self.records += records_of(data)

    def of(self, what):
        return [line for line in self.lines if line["what"] == what]

    def sides(self, kind):
        return {(record.pool, record.job): record for record in self.records if record.kind == kind}


def records_of(data):
    written, = struct.unpack_from("<Q", data, 64)
    pid, = struct.unpack_from("<I", data, 24)
    for number in range(written):
        values = struct.unpack_from("<BBHIIIQQQ6f", data, 4096 + number * 64)
        yield Record(*values[:9], values[9:], pid)


def plain(text):
    """Without what differs from run to run."""
    return re.sub(r"0x[0-9a-f]+|(?<=Process-)\d+|(?<=_base.py\", line )\d+", "…", text)


class ExecutorTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_program(self, program, method, trace):
        environment = {key: value for key, value in os.environ.items() if not key.startswith("POOLSCOPE_TRACE")}
        environment.pop("PYTHONPATH", None)
        if trace is not None:
            environment.update(POOLSCOPE_TRACE_DIR=str(trace), PYTHONPATH=str(SITE))
        return subprocess.run([sys.executable, str(program), method], env=environment, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, cwd=self.folder, timeout=120)

    def program(self, body, head=HEAD, tail=TAIL):
        path = self.folder / "program.py"
        path.write_text(head + textwrap.indent(textwrap.dedent(body), "    " if tail else "") + tail)
        return path

    def trace(self, body, method="fork", **how):
        program = self.program(body, **how)
        with tempfile.TemporaryDirectory(dir=self.folder) as trace:
            done = self.run_program(program, method, trace)
            traced = Traced(done, trace)
        self.assertEqual(traced.of("not_traced"), [])
        return traced

    def same(self, body, method="fork", **how):
        """The program prints and returns with the tracer what it does without."""
        traced = self.trace(body, method, **how)
        done = self.run_program(self.folder / "program.py", method, None)
        self.assertEqual(plain(traced.done.stdout), plain(done.stdout))
        self.assertEqual(plain(traced.done.stderr), plain(done.stderr))
        self.assertEqual(traced.done.returncode, done.returncode)
        return traced

    def every_side(self, traced, tasks):
        """Each task has its three records, and they agree."""
        sent, chunks, received = traced.sides(SENT), traced.sides(CHUNK), traced.sides(RECEIVED)
        self.assertEqual(set(sent), set(chunks))
        self.assertEqual(set(sent), set(received))
        self.assertEqual(sum(record.count for record in chunks.values()), tasks)
        self.assertEqual(len(traced.records), 3 * len(sent))
        for key, chunk in chunks.items():
            self.assertEqual((sent[key].count, sent[key].bytes), (chunk.count, chunk.bytes))
            self.assertEqual(received[key].bytes, chunk.answer)
            self.assertEqual(received[key].flags, chunk.flags)
            self.assertTrue(all(duration >= 0 for duration in chunk.durations), chunk)
            self.assertLess(sent[key].begin, received[key].begin)


class EveryStartMethod(ExecutorTest):
    def each(self, body, check):
        for method in METHODS:
            with self.subTest(method=method):
                check(self.same(body, method))

    def test_a_map_in_chunks(self):
        def check(traced):
            self.every_side(traced, 7)
            [pool], [call], [end] = traced.of("pool"), traced.of("call"), traced.of("call_end")
            self.assertEqual((pool["kind"], pool["workers"]), ("concurrent.futures", 2))
            self.assertEqual((call["api"], call["items"], call["chunksize"], call["job"]), ("map", 7, 3, 0))
            self.assertEqual(call["function"], "__main__.square")
            self.assertRegex(call["site"], r"^program\.py:\d+$")
            self.assertEqual((end["job"], end["failed"]), (0, False))
            self.assertEqual(len(traced.of("pool_end")), 1)
        self.each("""
            with futures.ProcessPoolExecutor(2, mp_context=context) as executor:
                print(list(executor.map(square, range(7), chunksize=3)))
            """, check)

    def test_workers_are_numbered_and_their_ends_told(self):
        def check(traced):
            parent = traced.of("pool")[0]
            workers = {line["worker"]: line["pid"] for line in traced.of("worker")}
            self.assertEqual(set(workers), {0, 1})
            exits = {line["pid"]: line["exitcode"] for line in traced.of("worker_exit")}
            self.assertEqual(exits, {pid: 0 for pid in workers.values()})
            self.assertEqual({line["parent"] for line in traced.of("worker")},
                             {line["pid"] for line in traced.of("process")} - set(workers.values()))
            self.assertEqual(parent["pool"], 1)
        self.each("""
            barrier = context.Manager().Barrier(2)
            with futures.ProcessPoolExecutor(2, mp_context=context) as executor:
                for each in [executor.submit(barrier.wait) for _ in range(2)]:
                    each.result()
            """, check)

    def test_what_fails_in_a_task(self):
        def check(traced):
            self.every_side(traced, 3)
            flags = {job: record.flags for (_, job), record in traced.sides(CHUNK).items()}
            self.assertEqual(flags, {0: 0, 1: FAILED, 2: FAILED})
        self.each("""
            with futures.ProcessPoolExecutor(1, mp_context=context) as executor:
                told(executor.submit(square, 6))
                told(executor.submit(square, 7))
                told(executor.submit(square, "x"))
            """, check)

    def test_what_cannot_be_pickled(self):
        def check(traced):
            first, second, third = sorted(traced.of("pickle_failed"), key=lambda line: line["job"])
            self.assertEqual((first["direction"], first["paths"][0]["path"]), ("argument", "task.args[0]"))
            self.assertEqual((second["direction"], second["paths"][0]["path"]),
                             ("result", "result<local.<locals>.<lambda>>"))
            self.assertEqual(third["paths"][0]["path"], "task.fn<main.<locals>.<lambda>>")
            self.assertIn("(def) in the place of the lambda", third["cures"][0])
            self.assertNotIn("_CallItem", json.dumps(traced.lines))
            sent = traced.sides(SENT)
            self.assertEqual([sent[1, job].flags for job in range(3)], [UNPICKLABLE, 0, UNPICKLABLE])
            self.assertEqual(traced.sides(CHUNK)[1, 1].flags, FAILED | UNPICKLABLE)
        self.each("""
            with futures.ProcessPoolExecutor(1, mp_context=context) as executor:
                told(executor.submit(square, threading.Lock()))
                told(executor.submit(local, 1))
                told(executor.submit(lambda: 1))
            """, check)

    def test_a_worker_that_is_killed(self):
        def check(traced):
            exits = [line["exitcode"] for line in traced.of("worker_exit")]
            self.assertEqual(exits, [-9])
            self.assertEqual(len(traced.of("pool_end")), 1)
        self.each("""
            with futures.ProcessPoolExecutor(1, mp_context=context) as executor:
                told(executor.submit(die, 1))
                try:
                    executor.submit(square, 1)
                except futures.process.BrokenProcessPool as error:
                    print(error)
            """, check)

    def test_an_initializer_that_fails(self):
        self.each("""
            with futures.ProcessPoolExecutor(1, mp_context=context, initializer=no_start) as executor:
                told(executor.submit(square, 1))
            """, lambda traced: self.assertEqual([line["exitcode"] for line in traced.of("worker_exit")], [0]))


class Programs(ExecutorTest):
    def test_a_result_that_the_parent_cannot_read(self):
        for function in ("unreadable", "twofold"):
            with self.subTest(function):
                self.same("""
                    with futures.ProcessPoolExecutor(1, mp_context=context) as executor:
                        told(executor.submit(%s, 1))
                    """ % function)

    def test_an_argument_that_the_worker_cannot_read(self):
        self.same("""
            with futures.ProcessPoolExecutor(1, mp_context=context) as executor:
                told(executor.submit(nothing, Unreadable()))
            """)

    def test_errors_of_the_call_itself(self):
        self.same("""
            executor = futures.ProcessPoolExecutor(1, mp_context=context)
            for step in (lambda: executor.map(square, [1], chunksize=0), lambda: executor.submit(),
                         executor.shutdown, lambda: executor.submit(square, 1)):
                try:
                    print(step())
                except Exception:
                    traceback.print_exc()
            futures.ProcessPoolExecutor(0)
            """)

    def test_futures_that_are_cancelled(self):
        if sys.version_info < (3, 9):
            self.skipTest("cancel_futures is of 3.9")
        traced = self.same("""
            executor = futures.ProcessPoolExecutor(1, mp_context=context)
            first = executor.submit(wait_for, "go")
            others = [executor.submit(square, 2) for _ in range(50)]
            while not first.running():
                time.sleep(0.01)
            executor.shutdown(wait=False, cancel_futures=True)
            while not others[-1].cancelled():
                time.sleep(0.01)
            open("go", "w").close()
            print(first.result(), others[-1].cancelled())
            os.remove("go")
            """)
        self.assertEqual(len(traced.of("pool_end")), 1)

    def test_a_worker_that_leaves(self):
        traced = self.same("""
            with futures.ProcessPoolExecutor(1, mp_context=context) as executor:
                told(executor.submit(leave, 1))
            """)
        self.assertEqual([line["exitcode"] for line in traced.of("worker_exit")], [3])

    def test_an_executor_that_nobody_ends(self):
        traced = self.same("""
            global executor
            executor = futures.ProcessPoolExecutor(2, mp_context=context)
            print(executor.submit(square, 3).result())
            """)
        self.assertEqual(len(traced.of("pool_end")), 1)

    def test_workers_with_a_number_of_tasks(self):
        if sys.version_info < (3, 11):
            self.skipTest("max_tasks_per_child is of 3.11")
        traced = self.same("""
            with futures.ProcessPoolExecutor(1, mp_context=context, max_tasks_per_child=2) as executor:
                print([executor.submit(square, x).result() for x in range(6)])
            """, "spawn")  # one by one: 3.11 itself may hang where more wait
        self.every_side(traced, 6)
        workers = {line["worker"]: line["pid"] for line in traced.of("worker")}
        self.assertEqual(sorted(workers), list(range(len(workers))))
        self.assertGreaterEqual(len(workers), 3)
        exits = {line["pid"]: line["exitcode"] for line in traced.of("worker_exit")}
        self.assertLessEqual({(pid, 0) for pid in workers.values()}, set(exits.items()))

    def test_an_executor_in_a_worker(self):
        traced = self.same("""
            global nested
            with futures.ProcessPoolExecutor(1, mp_context=context) as executor:
                print(executor.submit(nested, method).result())
            """, "spawn", head=HEAD.replace("def main(", """def nested(method):
    with futures.ProcessPoolExecutor(1, mp_context=multiprocessing.get_context(method)) as executor:
        return list(executor.map(square, range(5)))

def main("""))
        self.assertEqual(len(traced.of("pool")), 2)
        self.assertEqual(sum(record.kind == CHUNK for record in traced.records), 6)

    def test_a_program_that_forks_while_it_handles_an_error(self):
        traced = self.same("""
            try:
                1 / 0
            except ZeroDivisionError:
                with futures.ProcessPoolExecutor(1, mp_context=context) as executor:
                    told(executor.submit(square, 3))
            """)
        self.assertEqual([record.flags for record in traced.sides(CHUNK).values()], [0])

    def test_many_threads_that_begin_at_once(self):
        traced = self.same("""
            with futures.ProcessPoolExecutor(2, mp_context=context) as executor:
                barrier = threading.Barrier(16)
                def one(number):
                    barrier.wait()
                    results[number] = executor.submit(square, number + 10).result()
                results = {}
                threads = [threading.Thread(target=one, args=(number,)) for number in range(16)]
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join()
            print(sorted(results.items()))
            """, "spawn")
        self.every_side(traced, 16)

    def test_nothing_holds_what_the_program_let_go(self):
        traced = self.same("""
            import gc, weakref
            gc.disable()
            executor = futures.ProcessPoolExecutor(1, mp_context=context)
            gone = [weakref.ref(executor)]
            for argument in (1, threading.Lock()):
                thing = Thing()
                gone.append(weakref.ref(thing))
                future = executor.submit(nothing, thing, argument)
                futures.wait([future])
                del thing, future
            executor.shutdown()
            del executor
            print([reference() is None for reference in gone])
            """, head=HEAD.replace("def main(", "class Thing:\n    pass\n\ndef main("))
        self.assertIn("[True, True, ", traced.done.stdout)


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
        self.assertEqual(self.calls(traced), [(0, "submit", "__main__.wait_for", 1), (1, "submit", "__main__.square", 1),
                                              (6, "submit", "__main__.spin", 1)])

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
import os, sys, threading, traceback

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
        directions = [(line["direction"], line["paths"][0]["path"]) for line in traced.of("pickle_failed")]
        self.assertEqual(sorted(directions), [("argument", "task.fn.func.items[0][1][0]"), ("result", "result[0]")])
        self.assertIn(3, [line["exitcode"] for line in traced.of("worker_exit")])


if __name__ == "__main__":
    unittest.main()
