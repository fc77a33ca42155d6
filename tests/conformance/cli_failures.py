#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What cannot be pickled, and tasks that fail: messages, neighbours and exit codes."""
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from poolscope_cli import CliTest, poolscope

PATH = "task[3][0][0](bound method BigPow.pow).__self__.pool"


class CannotPickle(CliTest):
    def test_the_path_and_the_cures_are_told_in_no_time(self):
        began = time.monotonic()
        done = poolscope("run", "BigPow.pow", "items=20")
        self.assertLess(time.monotonic() - began, 2)
        self.assertEqual((done.returncode, done.stdout), (3, ""))
        lines = done.stderr.splitlines()
        self.assertEqual(
            lines[0],
            "poolscope: BigPow cannot be pickled: BigPow.pool is a Pool, and Pool objects cannot be "
            "passed between processes or pickled.")
        self.assertEqual(lines[1], "  " + PATH)
        self.assertEqual(
            lines[2],
            "  Cures: leave `pool` out of the state (BigPow.pow/getstate), register a reducer "
            "(BigPow.pow/reducer), or map a free function (power).")
        self.assertEqual(lines[3], "  BigPow: n 2 B · pool cannot travel")
        self.assertEqual(len(lines), 4)

    def test_a_file_of_results_is_left_alone(self):
        kept = self.file("results.jsonl", "kept\n")
        self.assertEqual(poolscope("run", "BigPow.pow", "--results", kept).returncode, 3)
        self.assertEqual(kept.read_text(), "kept\n")

    def test_the_cures_give_the_sum_of_python(self):
        for job in ("BigPow.pow/getstate", "BigPow.pow/reducer"):
            values, summary, _ = self.run_job(job, "items=20", "n=10", "--workers", 2)
            self.assertEqual(values, [x**10 for x in range(20)])
            self.assertEqual(summary["result"]["value"], sum(values))

    def test_nothing_is_pickled_where_nothing_travels(self):
        for backend in ("serial", "threads"):
            values, _, _ = self.run_job("BigPow.pow", "items=20", "--backend", backend)
            self.assertEqual(values, [x**10 for x in range(20)])


class Faults(CliTest):
    def faults(self, mode, *arguments, at=5, items=100):
        values, summary, done = self.run_job(
            "faults", f"mode={mode}", f"at={at}", f"items={items}", "--workers", 2, *arguments, code=1)
        self.assertEqual(values, [x * x for x in range(items) if x != at])
        self.assertEqual((summary["failed"], len(summary["errors"])), (1, 1))
        error = summary["errors"][0]
        self.assertEqual(error["item"], at)
        self.assertIn(f"task {at}: {error['kind']}: ", done.stderr)
        return error, summary

    def test_a_killed_worker_costs_its_own_task_only(self):
        for chunksize in (1, 7, 100):
            for api in ("map", "imap"):
                error, summary = self.faults("kill", "--chunksize", chunksize, "--api", api)
                self.assertEqual(error["kind"], "WorkerDied")
                self.assertIn("signal 9", error["text"])
                self.assertEqual(summary["lost_workers"], 1)

    def test_apply_survives_a_killed_worker(self):
        self.faults("kill", "--api", "apply")

    def test_the_first_and_the_last_task_may_be_the_one(self):
        for at in (0, 99):
            self.faults("kill", at=at)

    def test_an_exit_is_told_as_one(self):
        error, summary = self.faults("exit")
        self.assertEqual(error["kind"], "WorkerDied")
        self.assertIn("exit", error["text"])
        self.assertEqual(summary["lost_workers"], 1)

    def test_an_exception_leaves_the_worker_alive(self):
        for backend in ("serial", "threads", "processes"):
            error, summary = self.faults("raise", "--backend", backend)
            self.assertEqual((error["kind"], summary["lost_workers"]), ("ValueError", 0))

    def test_lines_of_values_and_one_complaint(self):
        done = poolscope("run", "faults", "mode=kill", "at=5", "items=100", "--results", "-", "--quiet")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(done.stdout.splitlines()), 99)
        self.assertRegex(done.stderr, r"\Apoolscope: task 5: WorkerDied: [^\n]*signal 9[^\n]*\n\Z")

    def test_what_would_end_the_program_itself_is_refused(self):
        for backend in ("serial", "threads"):
            for mode in ("kill", "exit"):
                done = poolscope("run", "faults", f"mode={mode}", "--backend", backend)
                self.assertRefused(done, 2, "processes")


if __name__ == "__main__":
    unittest.main()
