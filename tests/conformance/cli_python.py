#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Functions of Python files as jobs: in Python processes, in threads of one Python, beside C++ workers."""
import json
import os
import sys
import unittest
import unittest.mock
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from poolscope_cli import CliTest, poolscope
from python_functions import PythonRun


class Runs(PythonRun):
    def test_a_function_gives_what_python_gives(self):
        summary, values, _ = self.run_function("square", "items=1000")
        self.assertEqual(values, [x * x for x in range(1000)])
        self.assertEqual((summary["backend"], summary["workers"], summary["failed"]), ("python", 2, 0))
        self.assertEqual(len({worker["pid"] for worker in summary["worker"]}), 2)

    def test_every_api_and_chunksize(self):
        for api in ("map", "imap", "imap_unordered", "apply", "apply_async"):
            for chunk in ("1", "20", "auto", "default"):
                if chunk != "1" and api.startswith("apply"):
                    continue
                with self.subTest(api=api, chunk=chunk):
                    _, values, _ = self.run_function("square", "items=100", "--api", api, "--chunksize", chunk)
                    self.assertEqual(sorted(values), [x * x for x in range(100)])

    def test_protocols_and_transports(self):
        for protocol in (2, 3, 4, 5):
            for transport in ("ring", "pipe"):
                with self.subTest(protocol=protocol, transport=transport):
                    _, values, _ = self.run_function("square", "items=50", "--protocol", protocol, "--transport", transport)
                    self.assertEqual(values, [x * x for x in range(50)])

    def test_keywords_are_parameters(self):
        _, values, _ = self.run_function("power", "items=5", "n=4", "exact=False", "base=2.5", "name=q")
        self.assertEqual(values, [x ** 4 for x in range(5)])
        done = poolscope("run", self.job("power"), "n=many")
        self.assertEqual(done.returncode, 2)
        self.assertIn("n must be a whole number", done.stderr)

    def test_what_pickle_cannot_carry_goes_by_dill(self):
        for function, due in (("cube", lambda x: x ** 3), ("add_ten", lambda x: x + 10), ("double", lambda x: x * x)):
            with self.subTest(function):
                _, values, _ = self.run_function(function, "items=20")
                self.assertEqual(values, [due(x) for x in range(20)])

    def test_items_come_from_the_file(self):
        _, values, _ = self.run_function("add", "input=PAIRS")
        self.assertEqual(values, [3, 7, 11])
        _, values, _ = self.run_function("swap", "input=PAIRS")
        self.assertEqual(values, [{"tuple": [2, 1]}, {"tuple": [4, 3]}, {"tuple": [6, 5]}])
        _, values, _ = self.run_function("read", "input=stream", "--api", "imap")
        self.assertEqual(values, list(range(1000)))
        done = poolscope("run", self.job("read"), "input=nowhere")
        self.assertEqual(done.returncode, 2)

    def test_items_come_as_json_lines(self):
        lines = self.file("in.jsonl")
        lines.write_text('{"n": 3}\n{"n": 4}\n')
        _, values, _ = self.run_function("read", "--input", lines)
        self.assertEqual(values, [3, 4])

    def test_a_source_that_fails_is_told_after_the_items_before_it(self):
        done = poolscope("run", self.job("square"), "input=broken", "--api", "imap", "--results", "-")
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertEqual(done.stdout, "1\n")
        self.assertIn("the source is dry", done.stderr)

    def test_without_the_helper_it_is_told_and_works(self):
        with unittest.mock.patch.dict(os.environ, POOLSCOPE_PYTHON_HELPER="0"):
            summary, values, done = self.run_function("square", "items=300", "--chunksize", "3")
        self.assertEqual(values, [x * x for x in range(300)])
        self.assertEqual(summary["transport"], "pipe")
        self.assertIn("without their helper", done.stderr)

    def test_what_a_task_prints_is_no_result(self):
        done = poolscope("run", self.job("prints"), "items=3", "--results", "-")
        self.assertEqual(done.stdout, "0\n1\n2\n")
        self.assertIn("from a task 1", done.stderr)

    def test_phases_add_up(self):
        summary, _, _ = self.run_function("waits", "items=50", "--chunksize", "5")
        phases = summary["phases_s"]
        total = sum(phases[name] for name in ("pickle", "transfer", "unpickle", "compute", "wait", "start",
                                               "unaccounted"))
        self.assertGreater(phases["compute"], 0.5)
        self.assertAlmostEqual(total, 2 * summary["wall_s"], delta=0.05 * 2 * summary["wall_s"])

    def test_the_verdict_is_an_estimate_unless_the_serial_time_is_asked_for(self):
        _, _, done = self.run_function("waits", "items=50")
        self.assertIn("2 Python processes", done.stderr)
        self.assertIn("estimated", done.stderr)
        summary, _, done = self.run_function("waits", "items=50", "--serial-probe")
        self.assertNotIn("estimated", done.stderr)
        self.assertGreater(summary["serial_s"]["median"], 0.5)


class Threads(PythonRun):
    def test_threads_of_one_python_give_the_same(self):
        summary, values, done = self.run_function("square", "items=500", "--backend", "python-threads", "--chunksize", "7")
        self.assertEqual(values, [x * x for x in range(500)])
        self.assertEqual(len({worker["pid"] for worker in summary["worker"]}), 1)
        self.assertIn("2 Python threads", done.stderr)

    def test_turns_at_the_interpreter_lock_are_no_computing(self):
        summary, _, _ = self.run_function("spins", "items=100", "--backend", "python-threads", "--chunksize", "1")
        waited = sum(worker["cpu_wait_s"] for worker in summary["worker"])
        compute = summary["phases_s"]["compute"]
        self.assertGreater(waited, 0)
        self.assertAlmostEqual(summary["serial_s"]["median"], compute - waited, delta=0.01 * compute)

    def test_what_ends_workers_is_refused(self):
        done = poolscope("run", self.job("square"), "--backend", "python-threads", "--task-timeout", "1")
        self.assertEqual(done.returncode, 2)
        self.assertIn("only processes can be ended", done.stderr)

    def test_the_death_of_the_interpreter_costs_no_other_tasks(self):
        summary, values, _ = self.run_function("ends", "items=200", "--backend", "python-threads", "--chunksize", "10", code=1)
        lost = {error["item"] for error in summary["errors"]}
        self.assertIn(57, lost)
        self.assertLessEqual(len(lost), 2, "more than one task a thread")
        self.assertEqual(values, [x for x in range(200) if x not in lost])


class SideBySide(CliTest):
    def test_cpp_and_python_workers_serve_one_run(self):
        summary = self.file("s.json")
        results = self.file("r.jsonl")
        done = poolscope("run", "sleep", "items=400", "ms=3", "--workers", 2, "--python-workers", 1, "--chunksize", 1,
                         "--json", summary, "--results", results)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual([json.loads(line) for line in results.read_text().splitlines()], list(range(400)))
        chunks = [worker["chunks"] for worker in json.loads(summary.read_text())["worker"]]
        self.assertTrue(all(count > 0 for count in chunks), chunks)

    def test_the_catalogue_in_python_gives_the_same_values(self):
        for job in (["power", "items=50"], ["primes", "items=10", "size=500"], ["pi", "items=3", "points=2000"],
                    ["BigPow.pow/getstate", "items=20"], ["BigPow.pow/reducer", "items=20"], ["sleep", "items=3", "ms=1"],
                    ["payload", "items=5", "bytes=1000", "spin_us=1", "unpickle_us=5"], ["stragglers", "items=5", "ms=0.1"]):
            with self.subTest(job[0]):
                ours = poolscope("run", *job, "--workers", 2, "--results", "-")
                theirs = poolscope("run", *job, "--workers", 2, "--backend", "python", "--results", "-")
                self.assertEqual((ours.returncode, theirs.returncode), (0, 0), theirs.stderr)
                self.assertEqual(ours.stdout, theirs.stdout)

    def test_failures_are_the_same_in_python(self):
        for mode, kind in (("raise", "ValueError"), ("exit", "WorkerDied"), ("segv", "WorkerDied"), ("kill", "WorkerDied"),
                           ("abort", "WorkerDied"), ("unpicklable_argument", "PicklingError"),
                           ("bad_unpickle", "UnpicklingError"), ("unpicklable_result", "PicklingError"),
                           ("odd", "KeyboardInterrupt")):
            with self.subTest(mode):
                summary = self.file("s.json")
                done = poolscope("run", "faults", f"mode={mode}", "items=40", "--chunksize", 4, "--workers", 2, "--backend",
                                 "python", "--json", summary)
                told = json.loads(summary.read_text())
                self.assertEqual(done.returncode, 1, done.stderr)
                self.assertEqual([(error["item"], error["kind"]) for error in told["errors"]], [(5, kind)])
                self.assertEqual(told["result"]["count"], 39)


if __name__ == "__main__":
    unittest.main()
