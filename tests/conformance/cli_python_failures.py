#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong in a Python file, in its functions and in their workers."""
import os
import select
import signal
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from poolscope_cli import LONGEST, PROGRAM, poolscope
from python_functions import PythonRun


class Fails(PythonRun):
    def test_an_exception_has_its_traceback(self):
        summary, values, done = self.run_function("fails", "items=20", "--chunksize", "4", code=1)
        self.assertEqual(values, self.all_but(5, 20))
        [error] = summary["errors"]
        self.assertEqual((error["item"], error["kind"]), (5, "KeyError"))
        self.assertIn("no item 5", error["text"])
        self.assertTrue(error["where"].startswith("funcs.py:"), error["where"])
        self.assertIn("Traceback (most recent call last)", error["where"])
        self.assertIn("in inner", error["where"])
        self.assertNotIn("poolscope_worker", error["where"])

    def test_system_exit_is_a_failure_and_the_worker_stays(self):
        summary, values, _ = self.run_function("leaves", "items=20", "--chunksize", "4", code=1)
        self.assertEqual(values, self.all_but(5, 20))
        self.assertEqual(summary["errors"][0]["kind"], "SystemExit")
        self.assertEqual(summary["lost_workers"], 0)

    def test_a_death_costs_its_task_alone(self):
        for function, said in (("ends", "exit code 7"), ("is_killed", "signal 9")):
            for transport in ("ring", "pipe"):
                with self.subTest(function=function, transport=transport):
                    summary, values, _ = self.run_function(function, "items=200", "--chunksize", "10", "--transport",
                                                      transport, code=1)
                    self.assertEqual(values, self.all_but(57, 200))
                    [error] = summary["errors"]
                    self.assertEqual((error["item"], error["kind"]), (57, "WorkerDied"))
                    self.assertIn(said, error["text"])
                    self.assertEqual(summary["lost_workers"], 1)

    def test_many_deaths_lose_no_other_task(self):
        killers = [x for x in range(1500) if x % 97 == 13]
        for options in (("--chunksize", "1"), ("--chunksize", "7", "--transport", "pipe"), ("--chunksize", "40")):
            with self.subTest(options):
                summary, values, _ = self.run_function("dies_now_and_then", "items=1500", *options, code=1)
                self.assertEqual(values, [x for x in range(1500) if x not in killers])
                self.assertEqual(sorted(error["item"] for error in summary["errors"]), killers)
                self.assertEqual(summary["lost_workers"], len(killers))

    def test_a_death_is_tried_again_where_retries_are_asked_for(self):
        summary, _, _ = self.run_function("is_killed", "items=100", "--retries", "2", code=1)
        self.assertEqual(summary["lost_workers"], 3)
        self.assertIn("tried 3 times", summary["errors"][0]["text"])

    def test_a_task_that_never_ends_is_ended_at_its_limit(self):
        summary, values, _ = self.run_function("hangs", "items=20", "--chunksize", "4", "--task-timeout", "0.5", code=1)
        self.assertEqual(values, self.all_but(5, 20))
        self.assertEqual([error["kind"] for error in summary["errors"]], ["TaskTimeout"])

    def test_a_task_that_grows_is_stopped_at_its_limit(self):
        summary, values, _ = self.run_function("grows", "items=20", "--worker-memory", "256", code=1)
        self.assertEqual(values, self.all_but(5, 20))
        self.assertEqual(summary["errors"][0]["kind"], "MemoryError")

    def test_a_result_that_cannot_travel_is_its_tasks_failure(self):
        summary, values, _ = self.run_function("cannot_go_back", "items=20", "--chunksize", "10", code=1)
        self.assertEqual(values, self.all_but(5, 20))
        self.assertEqual(summary["errors"][0]["kind"], "PicklingError")
        self.assertTrue(summary["errors"][0]["path"].startswith("result"), summary["errors"][0])

    def test_workers_are_replaced(self):
        _, values, _ = self.run_function("who", "items=40", "--chunksize", "5", "--maxtasksperchild", "10")
        self.assertGreaterEqual(len(set(values)), 4)

    def test_ctrl_c_ends_within_a_second(self):
        for backend in ("python", "python-threads"):
            with self.subTest(backend):
                run = subprocess.Popen([PROGRAM, "run", self.job("waits"), "items=100000", "--backend", backend,
                                        "--workers", "2", "--results", "-"], stdout=subprocess.PIPE,
                                       stderr=subprocess.PIPE, text=True)
                run.stdout.readline()
                run.send_signal(signal.SIGINT)
                _, told = run.communicate(timeout=LONGEST)
                self.assertEqual(run.returncode, 130, told)

    def test_the_parent_killed_leaves_no_worker(self):
        run = subprocess.Popen([PROGRAM, "run", self.job("who"), "items=1000000000", "--workers", "2", "--results", "-",
                                "--chunksize", "1"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        pids = {int(run.stdout.readline()) for _ in range(50)}
        watched = [os.pidfd_open(pid) for pid in pids]
        run.kill()
        run.wait()
        run.stdout.close()
        for fd in watched:
            self.assertTrue(select.select([fd], [], [], LONGEST)[0], "a worker outlives its parent")
            os.close(fd)


class BadInput(PythonRun):
    def refused(self, code, said, *arguments):
        done = poolscope("run", *arguments)
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertIn(said, done.stderr)
        self.assertEqual(done.stdout, "")

    def test_each_is_one_sentence(self):
        gone = self.file("gone.py")
        self.refused(4, "No such file", f"{gone}:f")
        wrong = self.file("wrong.py")
        wrong.write_text("def f(x:\n")
        self.refused(3, "cannot be loaded", f"{wrong}:f")
        absent = self.file("absent.py")
        absent.write_text("import no_such_module\ndef f(x):\n    return x\n")
        self.refused(3, "no_such_module", f"{absent}:f")
        leaves = self.file("leaves.py")
        leaves.write_text("import sys\nsys.exit(4)\n")
        self.refused(3, "cannot be loaded", f"{leaves}:f")
        dies = self.file("dies.py")
        dies.write_text("import os\nos._exit(4)\n")
        self.refused(3, "exit code 4", f"{dies}:f")
        empty = self.file("empty.py")
        empty.write_text("x = 1\n")
        self.refused(2, "no function at its top level", f"{empty}:f")
        self.refused(2, "did you mean square", self.job("sqare"))
        self.refused(3, "no Python interpreter", self.job("square"), "--python", "/no/such/python")
        self.refused(2, "is a Python function", self.job("square"), "--backend", "processes")
        self.refused(2, "is not there in Python", "hash_files", "--backend", "python")
        self.refused(2, "--python-workers", "power", "--workers", "2", "--python-workers", "3")

    def test_a_file_with_no_main_guard_starts_no_pool(self):
        bomb = self.file("bomb.py")
        bomb.write_text("import multiprocessing\ndef f(x):\n    return x\n"
                        "pool = multiprocessing.Pool(2)\nprint(pool.map(f, range(3)))\n")
        self.refused(3, '__name__ == "__main__"', f"{bomb}:f")

    def test_a_function_that_holds_the_pool_is_refused_with_its_path(self):
        holds = self.file("holds.py")
        holds.write_text("import threading\nclass BigPow:\n    def __init__(self):\n        self.lock = threading.Lock()\n"
                         "    def pow(self, x):\n        return x ** 10\nmethod = BigPow().pow\n")
        self.refused(3, "lock", f"{holds}:method")


if __name__ == "__main__":
    unittest.main()
