#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`poolscope trace`: a program does what it does without it, and what its pools did is told."""
import json
import os
import signal
import sqlite3
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from poolscope_cli import LONGEST, PROGRAM, CliTest, plain, poolscope

PYTHON = "/usr/bin/python3"
EXAMPLES = Path(__file__).resolve().parent.parent.parent / "resources/python/examples"

MAPS = """
import multiprocessing, sys
def power(x):
    return x ** 10
if __name__ == "__main__":
    with multiprocessing.get_context(sys.argv[1]).Pool(2) as pool:
        print(sum(pool.map(power, range(1000), chunksize=10)))
        print(list(pool.imap(power, range(5))))
        print(pool.apply(power, (3,)))
"""

KILLED = """
import multiprocessing, os, signal
def work(x):
    if x == 57:
        os.kill(os.getpid(), signal.SIGKILL)
    return x
if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        print(sum(pool.map(work, range(200), chunksize=5)))
"""


def alone(*command):
    """The program without us."""
    return subprocess.run([PYTHON, *map(str, command)], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          timeout=LONGEST)


class Traced(CliTest):
    def trace(self, *command, options=()):
        summary = self.file("trace.json")
        done = poolscope("trace", "--json", summary, *options, "--", PYTHON, *command)
        return done, json.loads(summary.read_text())


class AsItIs(Traced):
    def test_the_four_programs_of_the_story_do_the_same(self):
        for name in ("power_map", "bigpow_fails", "bigpow_getstate", "bigpow_copyreg"):
            with self.subTest(name):
                program = EXAMPLES / f"{name}.py"
                without, (done, _) = alone(program), self.trace(program, options=("--quiet",))
                self.assertEqual(done.returncode, without.returncode)
                self.assertEqual(done.stdout, without.stdout)
                self.assertEqual(done.stderr, without.stderr)

    def test_its_numbers_are_those_of_our_own_job(self):
        done, _ = self.trace(EXAMPLES / "power_map.py")
        values, _, _ = self.run_job("power", "items=20", "n=10")
        self.assertEqual(done.stdout.splitlines()[0], str(values))
        self.assertEqual(done.stdout.splitlines()[1], str(sum(values)))

    def test_its_exit_code_is_handed_on(self):
        for text, code in (("import sys; sys.exit(7)", 7), ("raise SystemExit('no')", 1), ("1/0", 1),
                           ("import os; os.kill(os.getpid(), 15)", 128 + 15), ("pass", 0)):
            done = poolscope("trace", "--quiet", "--", PYTHON, "-c", text)
            self.assertEqual(done.returncode, code, text)
        self.assertEqual(poolscope("trace", "--", PYTHON, "none.py").returncode, alone("none.py").returncode)

    def test_standard_input_is_its_own(self):
        done = subprocess.run([PROGRAM, "trace", "--quiet", "--", PYTHON, "-c", "print(input()[::-1])"], input="abc\n",
                              capture_output=True, text=True, timeout=LONGEST)
        self.assertEqual((done.stdout, done.returncode), ("cba\n", 0))


class Told(Traced):
    def check_pool(self, method):
        program = self.file("maps.py", MAPS)
        done, trace = self.trace(program, method)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout, alone(program, method).stdout)
        self.assertEqual((trace["exit_code"], trace["not_traced"], trace["damaged"]), (0, [], 0))
        (pool,) = trace["pools"]
        self.assertEqual((pool["backend"], pool["start_method"], pool["workers"]), ("multiprocessing.Pool", method, 2))
        self.assertEqual((pool["items"], pool["chunks"], pool["failed"]), (1006, 106, 0))
        self.assertEqual(sum(worker["items"] for worker in pool["worker"]), 1006)
        for worker in pool["worker"]:
            phases = worker["phases_s"]
            told = sum(value for name, value in phases.items() if not isinstance(value, dict))
            self.assertAlmostEqual(told, pool["wall_s"], delta=0.02 * pool["wall_s"])
        self.assertGreater(pool["phases_s"]["compute"], 0)
        self.assertGreater(pool["bytes"]["tasks"], 0)
        self.assertGreater(pool["bytes"]["results"], 0)
        self.assertIn("estimated", pool["verdict"])
        self.assertIn("power, maps.py:7 (multiprocessing.Pool, " + method + ")", done.stderr)

    def test_a_pool_that_forks(self):
        self.check_pool("fork")

    def test_a_pool_that_spawns(self):
        self.check_pool("spawn")

    def test_a_pool_of_a_forkserver(self):
        self.check_pool("forkserver")

    def test_a_session_of_it_is_opened_as_any_other(self):
        session, rows = self.file("a.poolscope"), self.file("rows.csv")
        done, trace = self.trace(self.file("maps.py", MAPS), "fork", options=("--save", session, "--export", rows))
        self.assertEqual(done.returncode, 0, done.stderr)
        with sqlite3.connect(session) as database:
            self.assertEqual(database.execute("SELECT sum(rows), sum(items) FROM row_seconds").fetchone(), (106, 1006))
        self.assertEqual(len(rows.read_text().splitlines()), 107)
        again = self.file("again.json")
        self.assertEqual(poolscope("export", session, "-o", again).returncode, 0)
        self.assertEqual(json.loads(again.read_text())["verdict"], trace["pools"][0]["verdict"])

    def test_what_cannot_be_pickled_is_named(self):
        done, trace = self.trace(EXAMPLES / "bigpow_fails.py")
        self.assertEqual(done.returncode, 1)
        (pool,) = trace["pools"]
        paths = " ".join(error["path"] for error in pool["errors"])
        self.assertIn("pool", paths)
        self.assertIn("__self__", paths)

    def test_threads_are_left_alone(self):
        text = "from multiprocessing.pool import ThreadPool\nwith ThreadPool(2) as p: print(p.map(abs, range(5)))"
        done, trace = self.trace("-c", text)
        self.assertEqual(done.stdout, "[0, 1, 2, 3, 4]\n")
        self.assertEqual(trace["pools"], [])
        self.assertIn("no pool of processes was seen", done.stderr)


class Hanging(Traced):
    def test_a_worker_that_is_killed_is_told_while_its_pool_waits(self):
        program = subprocess.Popen([PROGRAM, "trace", "--", PYTHON, self.file("killed.py", KILLED)], text=True,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                                   start_new_session=True)
        try:
            line = plain(program.stderr.readline()) # it comes while the program hangs
        finally:
            os.killpg(program.pid, signal.SIGKILL)
            program.communicate(timeout=LONGEST)
        self.assertRegex(line, r"W\d \(process \d+\) was killed \(signal 9\) while it ran items 55 to 59 of "
                               r"map\(work\), killed.py:9\. multiprocessing.Pool waits for what is lost for ever")


class WrongCalls(Traced):
    def test_are_refused_in_a_sentence(self):
        self.assertRefused(poolscope("trace"), 2, "poolscope trace -- python3")
        self.assertRefused(poolscope("trace", "--"), 2, "poolscope trace -- python3")
        self.assertRefused(poolscope("trace", "--", self.folder / "none"), 3, "none", "No such file")
        self.assertRefused(poolscope("trace", "--", self.folder), 3, "Permission denied")

    def test_what_is_no_python_runs_and_is_named(self):
        done = poolscope("trace", "--", "/bin/echo", "hello")
        self.assertEqual((done.returncode, done.stdout), (0, "hello\n"))
        self.assertIn("no pool of processes was seen", done.stderr)

    def test_nothing_is_left_behind(self):
        environment = dict(os.environ, XDG_RUNTIME_DIR=str(self.folder))
        text = "import os; print(oct(os.stat(os.environ['POOLSCOPE_TRACE_DIR']).st_mode & 0o777))"
        done = poolscope("trace", "--quiet", "--", PYTHON, "-c", text, env=environment)
        self.assertEqual(done.stdout, "0o700\n")
        self.assertEqual(list(self.folder.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
