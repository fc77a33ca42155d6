#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl-C, a killed parent, a reader that goes: nothing hangs and nothing is left behind."""
import json
import os
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from poolscope_cli import LONGEST, PROGRAM, CliTest


def children(pid):
    """Processes whose parent is `pid`."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except (OSError, NotADirectoryError):
            continue
        if entry.name.isdigit() and int(fields[1]) == pid:
            found.append(int(entry.name))
    return found


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def waited(fact):
    """Waits until fact() holds; whether it came to hold at all."""
    end = time.monotonic() + 30
    while not fact():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


class Signals(CliTest):
    METHOD, PROCESSES = "forkserver", 3  # two workers and their server

    def start(self, *arguments, **options):
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, **options}
        arguments = [*map(str, arguments), "--start-method", self.METHOD]
        program = subprocess.Popen([PROGRAM, "run", *arguments], **options)
        self.addCleanup(self.end, program)
        return program

    def end(self, program):
        program.kill()
        program.wait(timeout=LONGEST)
        for pipe in (program.stdout, program.stderr):
            if pipe is not None:
                pipe.close()

    def start_with_first_value(self, *arguments):
        """A run that has given its first value; its workers are running."""
        program = self.start(*arguments, "--results", "-", "--no-serial-probe", "--workers", 2)
        self.assertEqual(program.stdout.readline(), "0\n")
        self.assertTrue(waited(lambda: len(children(program.pid)) == self.PROCESSES))
        return program, children(program.pid)

    LONG = ("sleep", "items=100000", "ms=20", "--chunksize", 1)

    def test_ctrl_c_ends_within_a_second_and_reports(self):
        summary = self.file("summary.json")
        program, workers = self.start_with_first_value(*self.LONG, "--json", summary)
        began = time.monotonic()
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=LONGEST)
        self.assertLess(time.monotonic() - began, 1)
        self.assertEqual(program.returncode, 130)
        told = json.loads(summary.read_text())
        self.assertTrue(told["cancelled"])
        self.assertEqual(told["result"]["count"], 1 + len(out.splitlines()))
        self.assertLess(told["result"]["count"], 100000)
        self.assertIn("interrupted: ", err)
        self.assertFalse(any(map(alive, workers)))

    def test_ctrl_c_ends_a_task_that_would_take_minutes(self):
        program = self.start("sleep", "items=2", "ms=100000", "--workers", 2, "--no-serial-probe")
        self.assertTrue(waited(lambda: len(children(program.pid)) == self.PROCESSES))
        workers = children(program.pid)
        program.send_signal(signal.SIGINT)
        program.communicate(timeout=LONGEST)
        self.assertEqual(program.returncode, 130)
        self.assertFalse(any(map(alive, workers)))

    def test_ctrl_c_ends_a_task_that_never_ends(self):
        program, workers = self.start_with_first_value("faults", "mode=hang", "items=100", "--chunksize", 1)
        began = time.monotonic()
        program.send_signal(signal.SIGINT)
        program.communicate(timeout=LONGEST)
        self.assertLess(time.monotonic() - began, 1)
        self.assertEqual(program.returncode, 130)
        self.assertFalse(any(map(alive, workers)))

    def test_ctrl_c_leaves_behind_what_runs_in_the_program_itself(self):
        slow = ("stragglers", "items=4", "ms=1", "every=2", "factor=100000", "--chunksize", 1)
        for backend in ("serial", "threads"):
            summary = self.file("summary.json")
            program = self.start(*slow, "--backend", backend, "--workers", 1, "--no-serial-probe",
                                 "--results", "-", "--json", summary)
            self.assertEqual(program.stdout.readline(), "0\n")  # the next one takes 100 s
            program.send_signal(signal.SIGINT)
            program.communicate(timeout=LONGEST)
            self.assertEqual(program.returncode, 130)
            self.assertEqual(json.loads(summary.read_text())["result"]["count"], 1)

    def test_ctrl_c_during_the_probe(self):
        program = self.start("sleep", "items=2", "ms=100000", "--workers", 2)
        self.assertTrue(waited(lambda: children(program.pid)))
        program.send_signal(signal.SIGINT)
        program.communicate(timeout=LONGEST)
        self.assertEqual(program.returncode, 130)

    def test_a_killed_parent_leaves_no_worker(self):
        program, workers = self.start_with_first_value(*self.LONG)
        program.kill()
        program.wait(timeout=LONGEST)
        self.assertTrue(waited(lambda: not any(map(alive, workers))))

    def test_a_reader_that_goes_ends_the_run(self):
        program, workers = self.start_with_first_value(*self.LONG)
        program.stdout.close()
        self.assertEqual(program.wait(timeout=LONGEST), 4)
        self.assertIn("standard output was closed", program.stderr.read())
        self.assertFalse(any(map(alive, workers)))

    def test_a_terminal_shows_progress(self):
        terminal, ours = os.openpty()
        program = self.start("sleep", "items=60", "ms=20", "--workers", 2, "--json", self.file("s.json"),
                             stderr=ours, env={**os.environ, "TERM": "xterm"})
        os.close(ours)
        shown = b""
        try:
            while piece := os.read(terminal, 4096):
                shown += piece
        except OSError:  # the program has gone
            pass
        os.close(terminal)
        self.assertEqual(program.wait(timeout=LONGEST), 0)
        text = shown.decode()
        self.assertIn("sleep · 2 processes", text)
        self.assertIn("█", text)
        self.assertIn("items/s", text)
        self.assertIn("\r\x1b[K", text)


class SignalsWithSpawnedWorkers(Signals):
    METHOD, PROCESSES = "spawn", 2


if __name__ == "__main__":
    unittest.main()
