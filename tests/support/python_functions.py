# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Python file whose functions are run as jobs, and the call that runs one."""
import json

from poolscope_cli import CliTest, poolscope

PYTHON = "/usr/bin/python3"

FILE = '''
"""A file of functions."""
import functools, os, signal, time


def square(x):
    """the square of a number"""
    return x * x


def power(x, n=3, exact=True, base=1.5, name="p"):
    return x ** n


def fails(x):
    if x == 5:
        inner(x)
    return x


def inner(x):
    raise KeyError("no item %d" % x)


def leaves(x):
    if x == 5:
        raise SystemExit(3)
    return x


def ends(x):
    if x == 57:
        os._exit(7)
    return x


def is_killed(x):
    if x == 57:
        os.kill(os.getpid(), signal.SIGKILL)
    return x


def dies_now_and_then(x):
    if x % 97 == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return x


def hangs(x):
    if x == 5:
        while True:
            signal.pause()
    return x


def grows(x):
    if x == 5:
        return len(bytearray(1 << 30))
    return x


def cannot_go_back(x):
    return open(os.devnull) if x == 5 else x


def who(x):
    return os.getpid()


def prints(x):
    print("from a task", x)
    return x


def waits(x):
    time.sleep(0.01)
    return x


def spins(x):
    total = 0
    for i in range(200000):
        total += i
    return total


def add(a, b):
    return a + b


def swap(pair):
    return pair[::-1]


cube = lambda x: x ** 3


def adder(n):
    def add_n(x):
        return x + n
    return add_n


add_ten = adder(10)
double = functools.partial(power, n=2)
PAIRS = [(1, 2), (3, 4), (5, 6)]
WORDS = ["a", "b", "c"]


def stream():
    for i in range(1000):
        yield {"n": i}


def read(item):
    return item["n"]


def broken():
    yield 1
    raise RuntimeError("the source is dry")


if __name__ == "__main__":
    raise SystemExit("this runs as a program only")
'''


class PythonRun(CliTest):
    def setUp(self):
        super().setUp()
        self.path = self.file("funcs.py")
        self.path.write_text(FILE)

    def job(self, function):
        return f"{self.path}:{function}"

    def run_function(self, function, *options, code=0):
        summary = self.file("s.json")
        results = self.file("r.jsonl")
        done = poolscope("run", self.job(function), *options, "--workers", 2, "--python", PYTHON, "--json", summary,
                         "--results", results)
        self.assertEqual(done.returncode, code, done.stderr)
        values = [json.loads(line) for line in results.read_text().splitlines()]
        return json.loads(summary.read_text()), values, done

    def all_but(self, missing, count):
        return [x for x in range(count) if x != missing]
