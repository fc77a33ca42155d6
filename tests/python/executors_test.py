#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""ProcessPoolExecutor: each task is told by all three sides, and the program sees nothing."""
import json
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from executor_programs import CHUNK, ExecutorTest, FAILED, HEAD, METHODS, SENT, UNPICKLABLE


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
            *_, third = self.blamed(traced, ("argument", "task.args[0]"), ("result", "result<local.<locals>.<lambda>>"),
                                    ("argument", "task.fn<main.<locals>.<lambda>>"))
            if "incomplete" not in third:
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


if __name__ == "__main__":
    unittest.main()
