# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls the program as a person would. POOLSCOPE in the environment is its path."""
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

PROGRAM = os.environ["POOLSCOPE"]
LONGEST = 120  # seconds for one call: nothing may hang


def poolscope(*arguments, **options):
    """Runs to the end; standard output and error as text."""
    return subprocess.run(
        [PROGRAM, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        **options,
    )


def plain(text):
    """Text with every kind of space as a plain one."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


class CliTest(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def file(self, name, text=None):
        path = self.folder / name
        if text is not None:
            path.write_text(text)
        return path

    def run_job(self, *arguments, code=0):
        """Runs a job; its values, its summary and the finished call."""
        results, summary = self.file("results.jsonl"), self.file("summary.json")
        done = poolscope("run", *arguments, "--results", results, "--json", summary)
        self.assertEqual(done.returncode, code, done.stderr)
        values = [json.loads(line) for line in results.read_text().splitlines()]
        return values, json.loads(summary.read_text()), done

    def assertRefused(self, done, code, *words):
        """One complaint of one line on standard error, nothing on standard output."""
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertEqual(done.stdout, "")
        self.assertRegex(done.stderr, r"\Apoolscope: [^\n]+\n\Z")
        for word in words:
            self.assertIn(word, done.stderr)
