#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a file is said to have: its functions and how each travels, its inputs, and the items of one."""
import os
import pickle
import struct
import subprocess
import sys
import unittest

import worker_parent as parent
from worker_jobs import WorkerTest
from worker_parent import user_file


def run(*arguments, **environment):
    return subprocess.run([sys.executable, os.path.join(parent.packages(), "poolscope_worker"), *arguments],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **environment}, timeout=60)


def described(text, **environment):
    return pickle.loads(run("describe", user_file(text), **environment).stdout)


def items(text, name="given"):
    """The items of an input, and then None, or (kind, text, where)."""
    data, found = run("input", user_file(text), name).stdout, []
    while True:
        size, = struct.unpack_from("<i", data)
        data = data[4:]
        if size == 0:
            assert not data
            return found, None
        if size < 0:
            assert struct.unpack_from("<i", data) == (len(data) - 4,)
            return found, pickle.loads(data[4:])
        found.append(pickle.loads(data[:size]))
        data = data[size:]


def missing(*modules):
    """A folder whose modules of these names cannot be imported."""
    for name in modules:
        path = user_file("raise ImportError('not here')", name + ".py")
        yield os.path.dirname(path)


class Describe(WorkerTest):
    def names(self, text):
        return [one["name"] for one in described(text)["functions"]]

    def only(self, text, **environment):
        one, = [one for one in described(text, **environment)["functions"] if one["name"] == "f"]
        return one

    def test_the_whole(self):
        told = described('def f(x, k=2, name="a", odd=None, *, on=True, rate=0.5):\n    """Does it.\n\n    More."""\n'
                         "print('said')\nnumbers = [1, 2]\n")
        self.assertEqual(told, {
            "python": "%d.%d.%d" % sys.version_info[:3], "executable": sys.executable, "helper": parent.has_helper(),
            "functions": [{"name": "f", "summary": "Does it.", "line": 1, "items": 1, "carried": None, "refusal": None,
                           "parameters": [{"name": "k", "default": 2}, {"name": "name", "default": "a"},
                                          {"name": "on", "default": True}, {"name": "rate", "default": 0.5}]}],
            "inputs": [{"name": "numbers", "count": 2}], "error": None})
        self.assertEqual(run("describe", user_file("print('said')")).stderr, b"said\n")

    def test_functions_of_the_file_in_order_and_nothing_else(self):
        self.assertEqual(self.names("""
import functools, math, os.path
from os.path import join
from json import dumps as written
class Cls:
    def method(self, x): return x
    def __call__(self, x): return x
def last(x): return x
def _hidden(x): return x
@functools.lru_cache(None)
def cached(x): return x
def noisy(function):
    @functools.wraps(function)
    def inner(x): return function(x)
    return inner
@noisy
def wrapped(x): return x
part = functools.partial(last)
method = Cls().method
called = Cls()
numbers = [1]
given = (x for x in numbers)
def made():
    yield 1
square = lambda x: x * x
first = 3
"""), ["last", "cached", "noisy", "wrapped", "part", "method", "called", "square"])

    def test_what_a_decorator_of_another_file_made_is_of_this_one(self):
        path = user_file("def noisy(function):\n def inner(x): return function(x)\n return inner\nmade = noisy(abs)", "deco.py")
        text = "import sys; sys.path.append(%r)\nfrom deco import noisy, made\n@noisy\ndef f(x): return x" % os.path.dirname(path)
        self.assertEqual(self.names(text), ["f"])

    def test_number_of_items(self):
        for signature, count in (("x", 1), ("a, b", 2), ("", 0), ("a, b=1", 1), ("*all", 1), ("a, *all", 1), ("k=1", 0)):
            self.assertEqual(self.only("def f(%s): return 1" % signature)["items"], count, signature)

    def test_what_has_a_name_travels_by_it(self):
        for text in ("def f(x): return x", "import functools\n@functools.lru_cache\ndef f(x): return x",
                     "def g(x): return x\nf = g"):
            one = self.only(text)
            self.assertEqual((one["carried"], one["refusal"]), (None, None))

    @parent.by_value
    def test_what_has_none_travels_by_value_and_runs(self):
        factory = "def make(n):\n def inner(x): return x + n + here\n return inner\nhere = 100\nf = make(2)\n"
        for text, expected in (("f = lambda x: x * 3", 9), (factory, 105),
                               ("def d(g):\n def w(*a): return g(*a) + 1\n return w\n@d\ndef f(x): return x", 4)):
            for how, folders in (("dill", []), ("cloudpickle", missing("dill"))):
                path = user_file(text)
                told = pickle.loads(run("describe", path, PYTHONPATH=os.pathsep.join(folders)).stdout)
                carried = told["functions"][-1]["carried"]
                self.assertEqual(carried[0], how)
                worker = self.worker(path=path)
                self.assertEqual(worker.ask("poolscope_worker:carry", [carried])[2], (True, [None]))
                self.assertEqual(worker.ask("poolscope_worker:carried", [3])[2], (True, [expected]))

    def test_without_dill_and_cloudpickle_a_lambda_is_refused_with_what_helps(self):
        one = self.only("f = lambda x: x", PYTHONPATH=os.pathsep.join(missing("dill", "cloudpickle")))
        self.assertIsNone(one["carried"])
        self.assertEqual(one["refusal"]["path"], "task[3][0][0]<<lambda>>")
        for part in ("function cannot be pickled", "def at the top level", "install dill or cloudpickle for " + sys.executable):
            self.assertIn(part, one["refusal"]["text"])

    @parent.by_value
    def test_what_even_dill_cannot_carry_is_refused_with_its_reason(self):
        one = self.only("it = (n for n in [1])\ndef make(): \n g = it\n return lambda x: g\nf = make()")
        self.assertIsNone(one["carried"])
        self.assertIn("dill cannot carry it either: ", one["refusal"]["text"])

    def test_a_method_travels_with_its_object(self):
        text = "class Pow:\n def __init__(self, n): self.n = n\n def pow(self, x): return x ** self.n\nf = Pow(3).pow"
        one = self.only(text)
        self.assertEqual((one["carried"][0], one["refusal"], one["line"], one["items"]), ("pickle", None, 3, 1))
        worker = self.worker(path=user_file(text))
        worker.ask("poolscope_worker:carry", [one["carried"]])
        self.assertEqual(worker.ask("poolscope_worker:carried", [2])[2], (True, [8]))

    def test_a_method_whose_object_holds_what_cannot_travel_is_refused_with_the_path(self):
        one = self.only("import threading\nclass Pow:\n def __init__(self): self.lock = threading.Lock()\n"
                        " def pow(self, x): return x\nf = Pow().pow")
        self.assertIsNone(one["carried"])
        self.assertEqual(one["refusal"]["path"], "task[3][0][0]<Pow.pow>.__self__.lock")
        self.assertIn("_thread.lock cannot be pickled", one["refusal"]["text"])
        self.assertIn("Give Pow a __getstate__ that leaves `lock` out", one["refusal"]["text"])

    def test_inputs(self):
        self.assertEqual(described("""
a = [1, 2]
b = (1,)
c = range(5)
d = {1, 2, 3}
e = {1: 2}
f = "text"
_g = [1]
def h(): yield 1
def i(n): yield n
j = (n for n in a)
k = frozenset(a)
""")["inputs"], [{"name": "a", "count": 2}, {"name": "b", "count": 1}, {"name": "c", "count": 5}, {"name": "d", "count": 3},
                 {"name": "h", "count": None}, {"name": "j", "count": None}, {"name": "k", "count": 2}])

    def test_a_file_that_cannot_be_loaded_is_an_error_with_no_functions(self):
        told = described("def f(x): return x\n1 / 0")
        self.assertEqual((told["functions"], told["inputs"], told["error"]["kind"]), ([], [], "ZeroDivisionError"))
        self.assertIn("job.py cannot be loaded: division by zero", told["error"]["text"])
        self.assertTrue(told["error"]["where"].startswith("job.py:2 in <module>\n"))

    def test_bad_calls(self):
        for arguments, said in ((["describe", "/nowhere.py"], b"/nowhere.py does not exist."),
                                (["describe", "/tmp"], b"/tmp is a folder"), (["input", "/nowhere.py", "x"], b"does not exist"),
                                ([], b"describe FILE"), (["describe"], b"describe FILE"), (["--poolscope-worker"], b"FILE")):
            done = run(*arguments)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertIn(said, done.stderr)


class Items(unittest.TestCase):
    def test_items_of_each_kind_of_input(self):
        for text, expected in (("given = [1, 'a', [2]]", [1, "a", [2]]), ("given = range(3)", [0, 1, 2]), ("given = ()", []),
                               ("given = (n * n for n in range(4))", [0, 1, 4, 9]),
                               ("def given():\n yield 1\n print('noise')\n yield 2", [1, 2]),
                               ("given = [b'x' * 50000] * 5", [b"x" * 50000] * 5)):
            self.assertEqual(items(text), (expected, None))

    def test_items_before_a_failure_are_given(self):
        found, (kind, text, where) = items("def given():\n yield 1\n yield 2\n raise ValueError('no more')")
        self.assertEqual((found, kind, text), ([1, 2], "ValueError", "no more"))
        self.assertTrue(where.startswith("job.py:4 in given\n"))
        found, (kind, text, _) = items("given = [1, lambda: 1, 2]")
        self.assertEqual((found, kind), ([1], "PicklingError"))
        self.assertIn("Item 1 cannot be pickled: ", text)

    def test_an_input_that_is_not_there(self):
        self.assertEqual(items("numbers = [1]")[1][0], "LookupError")
        self.assertEqual(items("given = 1 / 0")[1][0], "ZeroDivisionError")

    def test_an_item_is_given_as_soon_as_it_is_there_and_an_end_of_the_reader_ends_it(self):
        path = user_file("def given():\n n = 0\n while True:\n  yield n\n  n += 1\n")
        with subprocess.Popen([sys.executable, os.path.join(parent.packages(), "poolscope_worker"), "input", path, "given"],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
            self.assertEqual(program.stdout.read(9), struct.pack("<i", 5) + pickle.dumps(0, 5))
            program.stdout.close()
            self.assertEqual((program.wait(), program.stderr.read()), (0, b""))


if __name__ == "__main__":
    unittest.main()
