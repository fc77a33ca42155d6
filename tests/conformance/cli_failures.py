#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What cannot be pickled, and tasks that fail: messages, neighbours and exit codes."""
import json
import os
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
            self.assertRegex(error["where"], r"fail|squareOrFail")

    def test_it_is_told_where_a_task_threw(self):
        done = poolscope("run", "faults", "mode=raise", "at=5", "items=10", "--quiet")
        self.assertRegex(done.stderr, r"(?m)^poolscope: task 5: ValueError: .*\n  thrown at .*(fail|squareOrFail)")
        error, _ = self.faults("kill")
        self.assertEqual(error["where"], "")  # it threw nothing

    def test_lines_of_values_and_one_complaint(self):
        done = poolscope("run", "faults", "mode=kill", "at=5", "items=100", "--results", "-", "--quiet")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(done.stdout.splitlines()), 99)
        self.assertRegex(done.stderr, r"\Apoolscope: task 5: WorkerDied: [^\n]*signal 9[^\n]*\n\Z")

    def test_a_crash_is_named_by_its_signal(self):
        for mode, name in (("segv", "SIGSEGV"), ("abort", "SIGABRT")):
            error, _ = self.faults(mode)
            self.assertEqual(error["kind"], "WorkerDied")
            self.assertIn(name, error["text"])

    def test_what_is_thrown_oddly_leaves_the_worker_alive(self):
        for backend in ("serial", "threads", "processes"):
            error, summary = self.faults("odd", "--backend", backend)
            self.assertEqual((error["kind"], summary["lost_workers"]), ("int", 0))

    def test_a_task_that_hangs_is_ended_at_its_limit(self):
        error, summary = self.faults("hang", "--task-timeout", 0.3)
        self.assertEqual(error["kind"], "TaskTimeout")
        self.assertIn("limit of 0.3 s", error["text"])
        self.assertEqual((summary["task_timeout_s"], summary["lost_workers"]), (0.3, 1))

    def test_retries_are_counted_and_the_poison_is_given_up(self):
        error, summary = self.faults("kill", "--retries", 2)
        self.assertEqual(error["attempt"], 2)
        self.assertIn("It was tried 3 times.", error["text"])
        self.assertEqual((summary["retries"], summary["lost_workers"]), (2, 3))

    @unittest.skipIf("POOLSCOPE_SANITIZED" in os.environ, "a sanitizer's allocator ends the worker")
    def test_what_grows_is_stopped_by_the_limit_of_memory(self):
        error, summary = self.faults("grow", "--worker-memory", 64)
        self.assertEqual(error["kind"], "MemoryError")
        self.assertIn("64 MiB", error["text"])
        self.assertEqual(summary["worker_memory_bytes"], 64 << 20)
        for worker in summary["worker"]:
            self.assertLess(worker["max_rss_bytes"], (64 + 256) << 20)

    def test_what_does_not_travel_fails_alone_with_its_path(self):
        error, _ = self.faults("unpicklable_argument", "--chunksize", 8)
        self.assertEqual((error["kind"], error["path"]), ("PicklingError", "task[3][0][1][5].pool"))
        error, _ = self.faults("unpicklable_result")
        self.assertEqual((error["kind"], error["path"]), ("PicklingError", "result.pool"))
        error, summary = self.faults("bad_unpickle", "--chunksize", 8)
        self.assertEqual((error["kind"], summary["lost_workers"]), ("UnpicklingError", 0))
        self.assertIn("the state of item 5 is refused", error["text"])

    def test_a_result_that_cannot_be_rebuilt_is_kept_as_what_came(self):
        values, summary, _ = self.run_job("faults", "mode=bad_result", "at=3", "items=6")
        self.assertEqual(values[:3] + values[4:], [0, 1, 4, 16, 25])
        self.assertIn("BadState", values[3]["repr"])  # no code of it has run here
        self.assertEqual(summary["failed"], 0)

    def test_workers_that_are_replaced_lose_nothing(self):
        values, summary, _ = self.run_job("power", "items=50", "--workers", 2, "--maxtasksperchild", 4)
        self.assertEqual(values, [x**10 for x in range(50)])
        self.assertEqual((summary["lost_workers"], summary["maxtasksperchild"]), (0, 4))

    def test_a_worker_that_cannot_be_started_is_told_of(self):
        place, worker = self.file("place"), self.file("worker")
        worker.write_text("#!/bin/sh\nfor i in 1 2 3; do\n"
                          f"  mkdir {place}$i 2>/dev/null && exec {os.environ['POOLSCOPE_WORKER']} \"$@\"\n"
                          "done\nexit 9\n")
        worker.chmod(0o700)
        results, summary = self.file("results.jsonl"), self.file("summary.json")
        done = poolscope("run", "sleep", "items=100", "ms=5", "--workers", 4, "--start-method", "spawn",
                         "--no-serial-probe", "--chunksize", 1, "--results", results, "--json", summary,
                         env={**os.environ, "POOLSCOPE_WORKER": str(worker)})
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(results.read_text().splitlines()), 100)
        self.assertRegex(done.stderr, r"(?m)^poolscope: 1 of 4 workers could not be started, and the others "
                                      r"did all tasks: Worker \d \(pid \d+\) ended with exit code 9 ")
        missing = [one for one in json.loads(summary.read_text())["worker"] if one["no_worker"]]
        self.assertEqual([one["items"] for one in missing], [0])
        self.assertIn("exit code 9", missing[0]["no_worker"])

    def test_what_would_end_the_program_itself_is_refused(self):
        for backend in ("serial", "threads"):
            for mode in ("kill", "exit", "abort", "segv", "hang", "grow", "bad_unpickle"):
                done = poolscope("run", "faults", f"mode={mode}", "--backend", backend)
                self.assertRefused(done, 2, "processes")


if __name__ == "__main__":
    unittest.main()
