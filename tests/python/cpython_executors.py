#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""CPython's own tests of its process pool executor, with the tracer and without: says which end otherwise.

Needs libpython3.11-testsuite. A few tests by default, all of the ProcessPool classes with --all. Exit code 0: no test
that passes without the tracer fails with it, and the tracer recorded something; 77: the tests are not installed.
"""
import argparse
import importlib.util
import os
import re
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

SITE = Path(__file__).resolve().parents[2] / "resources" / "python" / "poolscope_trace" / "site"
TESTS = "test.test_concurrent_futures"
QUICK = ("ProcessPoolForkProcessPoolExecutorTest", "ProcessPoolSpawnFailingInitializerTest",
         "ProcessPoolForkserverInitializerTest", "ProcessPoolForkExecutorDeadlockTest.test_crash")
ALL = ("ProcessPoolFork", "ProcessPoolSpawn")  # Forkserver is among the former
LINE = re.compile(r"^(?:[\d.]+s )?(test_\w+) \(([\w.]+)\)(?:\n[^\n]*?)? \.\.\. (.*?)"
                  r"(ok|FAIL|ERROR|skipped [^\n]*|expected failure)$", re.MULTILINE | re.DOTALL)


def outcomes(patterns, trace):
    """The outcome of each test by its name, and the whole output."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("POOLSCOPE_TRACE")}
    if trace is not None:
        environment.update(POOLSCOPE_TRACE_DIR=trace, PYTHONPATH=str(SITE))
    command = [sys.executable, "-m", "unittest", "-v", TESTS]
    for pattern in patterns:
        command += ["-k", pattern]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    found = {"%s.%s" % (match[2].rsplit(".", 2)[-2 if match[2].endswith(match[1]) else -1], match[1]):
             match[4].split(" ")[0] for match in LINE.finditer(done.stdout)}
    return found, done.stdout


def recorded(folder):
    """How many records there are in all rings. One whose process was killed while it made it has no head yet."""
    heads = (ring.read_bytes()[:72] for ring in Path(folder).glob("*.ring"))
    return sum(struct.unpack_from("<Q", head, 64)[0] for head in heads if len(head) == 72)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--all", action="store_true", help="every test of the ProcessPool classes (minutes)")
    parser.add_argument("-k", action="append", help="tests by name, as unittest takes them")
    parser.add_argument("--output", help="a file for all that the traced tests print")
    options = parser.parse_args()
    if importlib.util.find_spec("test") is None or importlib.util.find_spec(TESTS) is None:
        print("libpython3.11-testsuite is not installed")
        return 77
    patterns = options.k or (ALL if options.all else QUICK)
    with tempfile.TemporaryDirectory() as trace:
        traced, output = outcomes(patterns, trace)
        records = recorded(trace)
    if options.output:
        Path(options.output).write_text(output)
    plain, plain_output = outcomes(patterns, None)
    differ = sorted(name for name in set(plain) | set(traced) if plain.get(name) != traced.get(name))
    print("%d tests without the tracer (%d ok), %d with it (%d ok), %d records" % (
        len(plain), list(plain.values()).count("ok"), len(traced), list(traced.values()).count("ok"), records))
    for name in differ:
        print("  %s: %s without, %s with" % (name, plain.get(name), traced.get(name)))
    if not plain or not records:
        print(plain_output[-2000:], output[-2000:])
        return 1
    return 1 if any(plain.get(name) == "ok" for name in differ) else 0


if __name__ == "__main__":
    sys.exit(main())
