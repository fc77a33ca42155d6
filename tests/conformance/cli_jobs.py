#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue, the help and the version."""
import json
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from poolscope_cli import CliTest, poolscope

JOBS = {
    "power", "BigPow.pow", "BigPow.pow/getstate", "BigPow.pow/reducer", "primes", "pi",
    "mandelbrot", "matmul", "wordcount", "hash_files", "payload", "sleep", "stragglers", "faults",
}


class Catalogue(CliTest):
    def test_every_job_has_a_name_a_purpose_and_parameters(self):
        jobs = json.loads(poolscope("jobs", "--json").stdout)
        self.assertLessEqual(JOBS, {job["name"] for job in jobs})
        for job in jobs:
            self.assertTrue(job["summary"])
            for parameter in job["parameters"]:
                self.assertLessEqual({"name", "default", "unit", "help"}, parameter.keys())

    def test_a_person_reads_the_same(self):
        text = poolscope("jobs").stdout
        for job in json.loads(poolscope("jobs", "--json").stdout):
            self.assertIn(f"\n{job['name']} ", "\n" + text)
            for parameter in job["parameters"]:
                self.assertIn(f"    {parameter['name']}=", text)

    def test_the_defaults_of_every_job_are_taken(self):
        for job in json.loads(poolscope("jobs", "--json").stdout):
            given = [f"{p['name']}={p['default']}" for p in job["parameters"] if p["default"] != ""]
            with self.subTest(job["name"]):
                done = poolscope("run", job["name"], *given, "--workers", "0")
                self.assertRefused(done, 2, "--workers")


class Help(CliTest):
    def test_each_help_has_an_example(self):
        for command in ([], ["run"], ["jobs"]):
            done = poolscope(*command, "--help")
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn("Example:\n  poolscope ", done.stdout)

    def test_the_version_is_that_of_the_summary(self):
        done = poolscope("--version")
        self.assertRegex(done.stdout, r"\Apoolscope \d+\.\d+\.\d+\n\Z")
        _, summary, _ = self.run_job("power", "items=1")
        self.assertEqual(done.stdout.split()[1], summary["version"])


if __name__ == "__main__":
    unittest.main()
