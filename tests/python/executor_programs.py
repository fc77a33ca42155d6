# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs programs with executors with the tracer and without, for the tests: what they say, and what was recorded."""
import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import textwrap
import unittest
from collections import namedtuple
from pathlib import Path

SITE = Path(__file__).resolve().parents[2] / "resources" / "python" / "poolscope_trace" / "site"
METHODS = ("fork", "spawn", "forkserver")
Record = namedtuple("Record", "kind flags pool job index count begin bytes answer durations pid")
SENT, CHUNK, RECEIVED = 1, 2, 3
FAILED, UNPICKLABLE = 1, 2

HEAD = """\
import concurrent.futures as futures, multiprocessing, os, signal, sys, threading, time, traceback

def square(x):
    if x == 7:
        raise ValueError("seven")
    return x * x

def nothing(*args, **kwargs):
    return None

def spin(ms):
    end = time.monotonic() + ms / 1000
    while time.monotonic() < end:
        pass

def local(x):
    return lambda: x

def die(x):
    os.kill(os.getpid(), signal.SIGKILL)

def leave(x):
    os._exit(3)

def wait_for(path):
    while not os.path.exists(path):
        time.sleep(0.01)

class Twofold(Exception):
    def __init__(self, one, two):
        super().__init__(one)

def twofold(x):
    raise Twofold(x, x)

class Unreadable:
    def __reduce__(self):
        return int, ("no number",)

def unreadable(x):
    return Unreadable()

def no_start():
    raise RuntimeError("no start")

def told(future):
    try:
        print(future.result())
    except BaseException:
        traceback.print_exc(file=sys.stdout)

def main(method):
    context = multiprocessing.get_context(method)
"""
TAIL = """
if __name__ == "__main__":
    main(sys.argv[1])
"""


class Traced:
    """One run of a program under the tracer: what it printed, its lines and its records."""

    def __init__(self, done, folder):
        self.done = done
        self.lines, self.records = [], []
        for path in sorted(Path(folder).iterdir()):
            data = path.read_bytes()
            if path.suffix == ".jsonl":
                self.lines += [json.loads(line) for line in data.splitlines()]
            else:
                self.records += records_of(data)

    def of(self, what):
        return [line for line in self.lines if line["what"] == what]

    def sides(self, kind):
        return {(record.pool, record.job): record for record in self.records if record.kind == kind}


def records_of(data):
    if data[:8] in (b"", bytes(8)):  # its process was killed before it had made it
        return
    written, = struct.unpack_from("<Q", data, 64)
    pid, = struct.unpack_from("<I", data, 24)
    for number in range(written):
        values = struct.unpack_from("<BBHIIIQQQ6f", data, 4096 + number * 64)
        yield Record(*values[:9], values[9:], pid)


def plain(text):
    """Without what differs from run to run."""
    return re.sub(r"0x[0-9a-f]+|(?<=Process-)\d+|(?<=_base.py\", line )\d+", "…", text)


class ExecutorTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_program(self, program, method, trace):
        environment = {key: value for key, value in os.environ.items() if not key.startswith("POOLSCOPE_TRACE")}
        environment.pop("PYTHONPATH", None)
        if trace is not None:
            environment.update(POOLSCOPE_TRACE_DIR=str(trace), PYTHONPATH=str(SITE))
        return subprocess.run([sys.executable, str(program), method], env=environment, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, cwd=self.folder, timeout=120)

    def program(self, body, head=HEAD, tail=TAIL):
        path = self.folder / "program.py"
        path.write_text(head + textwrap.indent(textwrap.dedent(body), "    " if tail else "") + tail)
        return path

    def trace(self, body, method="fork", **how):
        program = self.program(body, **how)
        with tempfile.TemporaryDirectory(dir=self.folder) as trace:
            done = self.run_program(program, method, trace)
            traced = Traced(done, trace)
        self.assertEqual(traced.of("not_traced"), [])
        return traced

    def same(self, body, method="fork", **how):
        """The program prints and returns with the tracer what it does without."""
        traced = self.trace(body, method, **how)
        done = self.run_program(self.folder / "program.py", method, None)
        self.assertEqual(plain(traced.done.stdout), plain(done.stdout))
        self.assertEqual(plain(traced.done.stderr), plain(done.stderr))
        self.assertEqual(traced.done.returncode, done.returncode)
        return traced

    def blamed(self, traced, *wanted):
        """What cannot be pickled was told so: (direction, path of the first culprit), in the order of the jobs. No path
        is asked of a line that says that there was no time to find all."""
        told = sorted(traced.of("pickle_failed"), key=lambda line: line["job"])
        self.assertEqual([line["direction"] for line in told], [direction for direction, _ in wanted])
        for line, (_, path) in zip(told, wanted):
            if "incomplete" not in line:
                self.assertEqual(line["paths"][0]["path"], path)
        return told

    def every_side(self, traced, tasks):
        """Each task has its three records, and they agree."""
        sent, chunks, received = traced.sides(SENT), traced.sides(CHUNK), traced.sides(RECEIVED)
        self.assertEqual(set(sent), set(chunks))
        self.assertEqual(set(sent), set(received))
        self.assertEqual(sum(record.count for record in chunks.values()), tasks)
        self.assertEqual(len(traced.records), 3 * len(sent))
        for key, chunk in chunks.items():
            self.assertEqual((sent[key].count, sent[key].bytes), (chunk.count, chunk.bytes))
            self.assertEqual(received[key].bytes, chunk.answer)
            self.assertEqual(received[key].flags, chunk.flags)
            self.assertTrue(all(duration >= 0 for duration in chunk.durations), chunk)
            self.assertLess(sent[key].begin, received[key].begin)
