#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Jobs built to have one fault each, and what the program says of it: and of one that has none, nothing."""
import json
import os
import re
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from poolscope_cli import CliTest, plain, poolscope

# What else runs on the machine may for once cost a job more than its own fault does.
ATTEMPTS = 6

FAULTS = (
    ("chunks too small", r"^Chunks of 1 cost .* the work in them: try [\d ]+\.$",
     ("power", "items=60000", "--chunksize", 1, "--workers", 2)),
    ("chunks too large", r"with nothing left to do: chunks of \d+ would share the work more evenly\.$",
     ("stragglers", "items=64", "every=1000", "ms=5", "--chunksize", 60, "--workers", 2)),
    ("one straggler", r"while worker \d computed .* as long as the others: begin with the items that take longest\.$",
     ("stragglers", "items=8", "every=8", "factor=200", "ms=2", "--chunksize", 1, "--workers", 4)),
    ("large payload in the messages", r"mostly moving bytes: protocol 5 over shared memory lets large bytes travel beside",
     ("payload", "items=30", "bytes=4000000", "spin_us=0", "--transport", "pipe", "--workers", 2)),
    ("pickling in one place", r"^Carrying an item costs .* the work in it, mostly unpickling",
     ("payload", "items=200", "bytes=10", "spin_us=300", "unpickle_us=3000", "--workers", 2)),
    ("serial is better", r"workers cannot make up for: a plain loop is faster\.$",
     ("payload", "items=200", "bytes=10", "spin_us=300", "unpickle_us=3000", "--workers", 2)),
    ("too short a job", r"^Starting the workers took .* the job is too short to pay for it\.$",
     ("power", "items=10", "--workers", 4)),
    ("one task at a time", r"apply has one task under way at a time; map keeps all of them busy\.$",
     ("payload", "items=300", "bytes=100", "spin_us=1000", "--api", "apply", "--workers", 3)),
    ("fewer items than workers", r"there are fewer items than workers\.$",
     ("sleep", "items=2", "ms=600", "--workers", 6)),
)


def on_one_processor():
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


class Advice(CliTest):
    def summary(self, arguments, **how):
        done = poolscope("run", *arguments, "--json", "-", **how)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def some_run(self, arguments, fits, **how):
        """What the runs were told, where none of them fits."""
        told = []
        for _ in range(ATTEMPTS):
            summary = self.summary(arguments, **how)
            if fits(summary):
                return
            told.append(summary["advice"])
        self.fail("\n".join([" ".join(map(str, arguments)), *told]))

    def test_a_fault_is_named(self):
        for name, sentence, arguments in FAULTS:
            with self.subTest(name):
                self.some_run(arguments, lambda summary: re.search(sentence, plain(summary["advice"])))

    def test_too_many_workers_are_named(self):
        self.some_run(("pi", "items=64", "points=3000000", "--workers", 8),
                      lambda summary: "had no CPU" in summary["advice"], preexec_fn=on_one_processor)

    def test_work_that_a_pool_serves_well_is_told_nothing_to_change(self):
        def content(summary):
            return not summary["advice"] or " pay: " in summary["advice"] or " were chosen: " in summary["advice"]
        self.some_run(("sleep", "items=80", "ms=20", "--chunksize", 1, "--workers", 2), content)


if __name__ == "__main__":
    unittest.main()
