#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input: one clear sentence, exit code 2 or 4, nothing started."""
import os
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from poolscope_cli import CliTest, poolscope


class WrongCall(CliTest):
    CASES = (
        (["frobnicate"], ["frobnicate", "--help"]),
        (["run"], ["which job"]),
        (["run", "powr"], ["no job", "powr", "power"]),
        (["run", "power", "itms=10"], ["itms", "items"]),
        (["run", "power", "10"], ["10", "name=value"]),
        (["run", "power", "items=ten"], ["items", "ten"]),
        (["run", "power", "items=-1"], ["items", "-1"]),
        (["run", "power", "items=1.5"], ["items", "1.5"]),
        (["run", "power", "items="], ["items"]),
        (["run", "power", "items=1", "items=2"], ["items", "twice"]),
        (["run", "faults", "mode=boom"], ["mode", "boom", "kill"]),
        (["run", "power", "--workers", "0"], ["--workers", "0"]),
        (["run", "power", "--workers=-1"], ["--workers", "-1"]),
        (["run", "power", "--workers", "two"], ["--workers", "two"]),
        (["run", "power", "--workers", "1000000"], ["--workers", "1000000"]),
        (["run", "power", "--chunksize=-1"], ["--chunksize", "-1"]),
        (["run", "power", "--chunksize", "0"], ["--chunksize", "0"]),
        (["run", "power", "--chunksize", "much"], ["--chunksize", "much"]),
        (["run", "power", "--transport", "pigeon"], ["--transport", "ring or pipe", "pigeon"]),
        (["run", "power", "--protocol", "1"], ["--protocol", "1"]),
        (["run", "power", "--protocol", "6"], ["--protocol", "6"]),
        (["run", "power", "--backend", "pythons"], ["--backend", "pythons"]),
        (["run", "power", "--out-of-band", "maybe"], ["--out-of-band", "on or off", "maybe"]),
        (["run", "power", "--out-of-band", "on", "--transport", "pipe"], ["--out-of-band", "ring"]),
        (["run", "power", "--protocol", "4", "--out-of-band", "on"], ["--out-of-band", "protocol 5"]),
        (["run", "power", "--start-method", "fork"], ["--start-method", "spawn or forkserver"]),
        (["run", "power", "--api", "imap_sorted"], ["--api", "imap_sorted", "imap_unordered"]),
        (["run", "power", "--api", "apply_async", "--chunksize", "9"], ["--chunksize", "apply_async"]),
        (["run", "power", "--api", "apply", "--chunksize", "9"], ["--chunksize", "apply"]),
        (["run", "power", "--retries=-1"], ["--retries", "-1"]),
        (["run", "power", "--retries", "two"], ["--retries", "two"]),
        (["run", "power", "--maxtasksperchild", "0"], ["--maxtasksperchild", "0"]),
        (["run", "power", "--maxtasksperchild", "12.5"], ["--maxtasksperchild", "12.5"]),
        (["run", "power", "--task-timeout", "0"], ["--task-timeout", "0"]),
        (["run", "power", "--task-timeout=-2"], ["--task-timeout", "-2"]),
        (["run", "power", "--task-timeout", "nan"], ["--task-timeout", "nan"]),
        (["run", "power", "--task-timeout", "inf"], ["--task-timeout", "inf"]),
        (["run", "power", "--task-timeout", "1", "--backend", "threads"], ["--task-timeout", "threads"]),
        (["run", "power", "--worker-memory", "64", "--backend", "serial"], ["--worker-memory", "serial"]),
        (["run", "power", "--save"], ["--save"]),
        (["run", "power", "--save", "x", "--json", "x"], ["--json", "--save"]),
        (["run", "power", "--export", "x.csv", "--export", "x.csv"], ["--export", "x.csv"]),
        (["export", "a.poolscope"], ["-o"]),
        (["export", "a.poolscope", "-o", "x.doc"], ["x.doc", ".html"]),
        (["compare"], ["A"]),
        (["run", "power", "--worker-memory", "1"], ["--worker-memory", "16"]),
        (["run", "power", "--worker-memory", "64M"], ["--worker-memory", "64M"]),
        (["run", "power", "--workers"], ["--workers"]),
        (["run", "power", "--json", "-", "--results", "-"], ["--json", "--results"]),
        (["run", "power", "--json", "x", "--results", "x"], ["--json", "--results"]),
        (["run", "power", "--results-index"], ["--results"]),
        (["run", "power", "--export", "x.doc"], ["--export", ".png"]),
        (["run", "power", "items=3", "--input", "x"], ["items", "--input"]),
        (["jobs", "--xml"], ["--xml"]),
        (["--language", "fr"], ["--language", "en", "de", "fr"]),
    )

    def test_one_sentence_names_what_is_wrong(self):
        for arguments, words in self.CASES:
            with self.subTest(arguments):
                self.assertRefused(poolscope(*arguments, cwd=self.folder), 2, *words)
        self.assertEqual(list(self.folder.iterdir()), [])


class BadFile(CliTest):
    def test_an_unreadable_input(self):
        missing = self.file("missing.jsonl")
        self.assertRefused(poolscope("run", "power", "--input", missing), 4, str(missing), "No such file")
        self.assertRefused(poolscope("run", "power", "--input", self.folder), 4, "Is a directory")

    def test_a_damaged_input_names_its_line(self):
        items = self.file("items.jsonl", "1\n2\n[3\n")
        self.assertRefused(poolscope("run", "power", "--input", items), 4, f"{items}:3:3: ")

    def test_an_unreadable_file_of_a_job(self):
        done = poolscope("run", "wordcount", f"path={self.file('missing.txt')}")
        self.assertRefused(done, 4, "missing.txt")

    def test_outputs_that_cannot_be_written(self):
        for option in ("--results", "--json", "--export"):
            path = self.folder / "no" / "such.png"
            self.assertRefused(poolscope("run", "power", option, path), 4, str(path), "No such file")

    def test_a_full_disk_is_told(self):
        if not os.path.exists("/dev/full"):
            self.fail("no /dev/full here")
        done = poolscope("run", "power", "items=100000", "--results", "/dev/full", "--quiet")
        self.assertEqual(done.returncode, 4)
        self.assertIn("No space left", done.stderr)

    def test_nothing_is_written_for_a_call_that_is_wrong(self):
        kept = self.file("kept.json", "kept")
        for arguments in (["items=x"], ["--workers", "0"], ["--input", self.file("missing")]):
            self.assertNotEqual(poolscope("run", "power", *arguments, "--json", kept).returncode, 0)
            self.assertEqual(kept.read_text(), "kept")


if __name__ == "__main__":
    unittest.main()
