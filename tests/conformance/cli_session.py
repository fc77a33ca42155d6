#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs that are saved, opened again, exported and compared on the command line."""
import csv
import json
import resource
import signal
import sqlite3
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from poolscope_cli import CliTest, plain, poolscope

PICTURES = (".png", ".svg", ".pdf", ".html")


class SessionTest(CliTest):
    def saved(self, name, *arguments, code=0):
        """Runs a job and saves it; the session's path and the summary at run time."""
        session, summary = self.file(name), self.file(name + ".summary.json")
        done = poolscope("run", *arguments, "--save", session, "--json", summary)
        self.assertEqual(done.returncode, code, done.stderr)
        return session, json.loads(summary.read_text())

    def exported(self, run, ending):
        path = self.file("exported" + ending)
        done = poolscope("export", run, "-o", path)
        self.assertEqual((done.returncode, done.stdout), (0, ""), done.stderr)
        return path


class Saved(SessionTest):
    RUNS = (
        ("payload", "items=2000", "bytes=1000", "spin_us=5", "--workers", 2),
        ("power", "items=3000", "start=-1000", "n=100", "--workers", 2, "--chunksize", 7),
        ("stragglers", "items=60", "--workers", 2, "--backend", "threads", "--no-serial-probe"),
        ("power", "items=50", "--backend", "serial"),
        ("power", "items=0"),
    )

    def test_a_session_gives_the_figures_of_the_run(self):
        for arguments in self.RUNS:
            with self.subTest(arguments):
                session, summary = self.saved("a.poolscope", *arguments)
                again = json.loads(self.exported(session, ".json").read_text())
                self.assertEqual({name: again[name] for name in summary}, summary)

    def test_failures_and_deaths_are_kept(self):
        session, summary = self.saved("a.poolscope", "faults", "mode=kill", "at=5", "items=40",
                                      "--workers", 2, code=1)
        again = json.loads(self.exported(session, ".json").read_text())
        self.assertEqual(again["errors"], summary["errors"])
        self.assertIn("died", [event["kind"] for event in again["events"]])
        self.assertEqual(again["values"][5], "")

    def test_any_tool_can_query_it(self):
        session, summary = self.saved("a.poolscope", "power", "items=1000", "--workers", 2,
                                      "--chunksize", 10)
        with sqlite3.connect(session) as database:
            ask = lambda sql: database.execute(sql).fetchone()
            self.assertEqual(ask("PRAGMA integrity_check"), ("ok",))
            self.assertEqual(ask("SELECT job, items, done FROM runs"), ("power", 1000, 1000))
            self.assertEqual(ask("SELECT value FROM parameters WHERE name = 'items'"), ("1000",))
            self.assertEqual(ask("SELECT sum(rows), sum(items) FROM row_seconds"), (100, 1000))
            compute = ask("SELECT sum(compute_s) FROM worker_seconds")[0]
        self.assertAlmostEqual(compute, summary["phases_s"]["compute"], places=9)

    def test_everything_is_written_by_one_run(self):
        paths = [self.file("run" + ending) for ending in
                 (".csv", ".json", ".trace.json", ".png", ".svg", ".html", ".pdf")]
        asked = [word for path in paths for word in ("--export", path)]
        session, summary = self.saved("a.poolscope", "power", "items=5000", "--chunksize", 50,
                                      "--workers", 2, *asked)
        for path in paths:
            self.assertGreater(path.stat().st_size, 100)
        for ending in (".csv", ".json", ".trace.json"):
            self.assertEqual(self.exported(session, ending).read_text(),
                             self.file("run" + ending).read_text())

    def test_a_session_is_replaced_by_a_later_one(self):
        session, _ = self.saved("a.poolscope", "power", "items=10")
        self.saved("a.poolscope", "power", "items=20")
        self.assertEqual(json.loads(self.exported(session, ".json").read_text())["items"], 20)


class Exported(SessionTest):
    def test_rows_and_trace_agree_with_the_summary(self):
        session, summary = self.saved("a.poolscope", "power", "items=5000", "--chunksize", 25,
                                      "--workers", 2, "--no-serial-probe")
        with open(self.exported(session, ".csv")) as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(len(rows), summary["chunks"])
        self.assertEqual(sum(int(row["items"]) for row in rows), 5000)
        self.assertEqual(sum(int(row["bytes_out"]) for row in rows), summary["bytes"]["tasks"])
        compute = sum(float(row["compute_ns"]) for row in rows) / 1e9
        self.assertAlmostEqual(compute, summary["phases_s"]["compute"], delta=0.01 * compute)
        trace = json.loads(self.exported(session, ".trace.json").read_text())
        traced = sum(event["dur"] for event in trace["traceEvents"]
                     if event["ph"] == "X" and event["name"] == "compute") / 1e6
        self.assertAlmostEqual(traced, compute, delta=0.01 * compute)

    def test_pictures_are_drawn_of_a_saved_run(self):
        session, _ = self.saved("a.poolscope", "power", "items=2000", "--chunksize", 50)
        self.assertEqual(self.exported(session, ".png").read_bytes()[:8], b"\x89PNG\r\n\x1a\n")


class Compared(SessionTest):
    def test_two_runs_stand_side_by_side(self):
        one, first = self.saved("one.poolscope", "power", "items=20000", "--chunksize", 1,
                                "--workers", 2, "--no-serial-probe")
        two, second = self.saved("two.poolscope", "power", "items=20000", "--chunksize", 500,
                                 "--workers", 2, "--no-serial-probe")
        done = poolscope("compare", one, two)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("chunk 500 instead of 1", plain(done.stdout))
        self.assertIn("compute", done.stdout)
        told = json.loads(poolscope("compare", one, two, "--json").stdout)
        self.assertFalse(told["per_item"])
        figures = {row["name"]: row for row in told["differences"]}
        for phase in ("compute", "pickle", "transfer"):
            self.assertAlmostEqual(figures[phase]["a"], first["phases_s"][phase], places=9)
            self.assertAlmostEqual(figures[phase]["b"], second["phases_s"][phase], places=9)
        self.assertEqual((told["a"]["wall_s"], told["b"]["wall_s"]), (first["wall_s"], second["wall_s"]))

    def test_runs_of_other_sizes_are_compared_by_the_item(self):
        one, _ = self.saved("one.poolscope", "power", "items=1000", "--no-serial-probe")
        two, _ = self.saved("two.poolscope", "power", "items=3000", "--no-serial-probe")
        self.assertTrue(json.loads(poolscope("compare", one, two, "--json").stdout)["per_item"])


class BadFile(SessionTest):
    def assertBad(self, session, *words):
        for call in (("export", session, "-o", self.file("out.csv")), ("compare", session, session)):
            self.assertRefused(poolscope(*call), 4, str(session), *words)
        self.assertFalse(self.file("out.csv").exists())

    def test_what_is_no_session_is_told_apart(self):
        self.assertBad(self.file("none.poolscope"), "No such file")
        self.assertBad(self.folder, "Is a directory")
        self.assertBad(self.file("script.py", "print()\n"), "no Poolscope session")
        self.assertBad(self.file("empty.poolscope", ""), "is empty")
        other = self.file("other.db")
        sqlite3.connect(other).execute("CREATE TABLE t(x)")
        self.assertBad(other, "another program's")

    def test_a_session_that_is_cut_newer_or_nonsense(self):
        session, _ = self.saved("a.poolscope", "power", "items=2000", "--chunksize", 10)
        whole = session.read_bytes()
        for length in (1, 50, 1000, 4096, len(whole) // 2, len(whole) - 1):
            session.write_bytes(whole[:length])
            self.assertBad(session)
        for sql, words in (("PRAGMA user_version = 2", "newer Poolscope"),
                           ("UPDATE runs SET wall_ns = -1", "runs.wall_ns is -1"),
                           ("UPDATE rows SET packed = zeroblob(1000)", "rows is wrong"),
                           ("DROP TABLE workers", "workers is missing")):
            session.write_bytes(whole)
            with sqlite3.connect(session) as database:
                database.execute(sql)
            database.close()
            self.assertBad(session, words)

    def test_a_disk_that_is_full_takes_nothing_that_was_there(self):
        def small():
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
            resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))
        session, _ = self.saved("a.poolscope", "power", "items=10", "--backend", "serial")
        rows = self.file("a.csv", "old\n")
        before = session.read_bytes()
        done = poolscope("run", "power", "items=5000", "--backend", "serial", "--chunksize", 1,
                         "--no-serial-probe", "--save", session, "--export", rows, "--quiet",
                         preexec_fn=small)
        self.assertEqual(done.returncode, 4, done.stderr)
        self.assertEqual(len(done.stderr.splitlines()), 2)
        self.assertIn(f"cannot write {session}", done.stderr)
        self.assertIn(f"cannot write {rows}", done.stderr)
        self.assertEqual((session.read_bytes(), rows.read_text()), (before, "old\n"))

    def test_a_place_that_cannot_be_written_is_told_before_the_run(self):
        for option in ("--save", "--export"):
            for path, words in ((self.file("no") / "a.csv", "No such file"), (self.folder / ".", "")):
                done = poolscope("run", "power", "items=3", option, f"{path}")
                self.assertIn(done.returncode, (2, 4))
                self.assertEqual(done.stdout, "")
        self.assertEqual(list(self.folder.iterdir()), [])


class WrongCall(SessionTest):
    def test_a_run_that_is_not_in_the_file(self):
        session, _ = self.saved("a.poolscope", "power", "items=3")
        self.assertRefused(poolscope("export", f"{session}#2", "-o", self.file("a.csv")), 2, "holds 1 run")
        self.assertRefused(poolscope("export", session, "-o", self.file("a.xls")), 2, ".trace.json", "a.xls")
        self.assertRefused(poolscope("export", session), 2, "-o")
        self.assertRefused(poolscope("compare", session), 2, "B")

    def test_every_command_has_help_with_an_example(self):
        for command in ("run", "export", "compare"):
            done = poolscope(command, "--help")
            self.assertEqual(done.returncode, 0)
            self.assertIn(f"Example:\n  poolscope {command} ", done.stdout)


if __name__ == "__main__":
    unittest.main()
