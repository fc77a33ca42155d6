#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever stands in a message, a Python worker reads what pickle reads: the helper in C knows plain messages itself."""
import functools
import random
import unittest

import worker_parent as parent
from worker_jobs import WorkerTest, job_object
from worker_parent import each_way, named, user_file

FILE = user_file("""
import functools
def same(x): return x
def raised(x, n=2, plus=0): return x ** n + plus
def add(a, b): return a + b
def first(a, b): return a
def rebind(x):
    global same
    same = str
class Item:
    def __init__(self, n=0): self.n = n
    def __call__(self, x):
        self.n += 1
        return self.n
    def count(self, x):
        self.n += 1
        return self.n
def n_of(x): return x.n
""")


def plain(random, depth=3):
    """A value of what the helper reads itself."""
    kinds = [lambda: random.randrange(-5, 300), lambda: random.randrange(-1 << 66, 1 << 66), lambda: 1 << random.randrange(66),
             lambda: -(1 << random.randrange(66)), random.random, lambda: random.choice([None, True, False, float("inf"), -0.0]),
             lambda: "".join(random.choice("aä€😀\ud800\0") for _ in range(random.choice([0, 1, 5, 300]))),
             lambda: bytes(random.choice([0, 1, 5, 300]))]
    if depth:
        more = [plain(random, depth - 1) for _ in range(random.choice([0, 1, 2, 3, 4, 7]))]
        kinds += [lambda: tuple(more), lambda: list(more), lambda: dict(enumerate(more))]
    return random.choice(kinds)()


class Reduced:
    """Pickles as a call of a global."""

    def __init__(self, function, *arguments):
        self.made = function, arguments

    def __reduce__(self):
        return self.made


def exact(values):
    return [(type(one), repr(one)) for one in values]


class Messages(WorkerTest):
    @each_way
    def test_plain_items_and_values_of_every_shape(self, transport, native):
        numbers = random.Random(8)
        worker = self.worker(transport, native, path=FILE)
        for serial in range(1, 400):
            items = [plain(numbers) for _ in range(numbers.choice([0, 1, 1, 1, 2, 3, 5]))]
            job, index = numbers.randrange(1 << 40), numbers.randrange(1 << 20)
            answer = worker.ask("same", items, serial=serial, job=job, index=index, protocol=numbers.choice([4, 5]))
            self.assertEqual(answer[:2], (job, index))
            self.assertIs(answer[2][0], True)
            self.assertEqual(exact(answer[2][1]), exact(items))

    @each_way
    def test_plain_messages_and_others_take_turns(self, transport, native):
        worker = self.worker(transport, native, path=FILE)
        shared = "shared" * 20
        for n in range(20):
            self.assertEqual(worker.ask("n_of", [job_object("Item", n=n), job_object("Item", n=shared)])[2], (True, [n, shared]))
            self.assertEqual(worker.ask("same", [shared, shared, [shared]])[2], (True, [shared, shared, [shared]]))
            self.assertEqual(worker.ask("same", [n])[2], (True, [n]))
            for name in ("abs", "float", "int", "round", "complex"):  # more calls than are kept
                self.assertEqual(worker.ask("builtins:" + name, [n])[2], (True, [n]))

    @each_way
    def test_partials_and_calls_on_tuples(self, transport, native):
        worker = self.worker(transport, native, path=FILE)
        star = lambda function: Reduced(named("Star", "poolscope_worker"), function)
        for _ in range(3):
            for keywords in ({"n": 3}, {"n": 3, "plus": 1}, {"n": 2.0}):
                function = PartialOf("raised", keywords)
                self.assertEqual(worker.ask(function, [2])[2], (True, [2 ** keywords["n"] + keywords.get("plus", 0)]))
            self.assertEqual(worker.ask(star(named("add")), [(1, 2), (3, 4)])[2], (True, [3, 7]))
            self.assertEqual(worker.ask(star(named("first")), [("a", 2)])[2], (True, ["a"]))
            self.assertEqual(worker.ask(star(PartialOf("raised", {"plus": 1})), [(2, 3)])[2], (True, [9]))

    @each_way
    def test_an_object_with_a_state_is_new_in_each_message(self, transport, native):
        worker = self.worker(transport, native, path=FILE)
        method = Reduced(getattr, job_object("Item", n=5), "count")
        for _ in range(4):
            self.assertEqual(worker.ask(job_object("Item", n=5), [0, 0])[2], (True, [6, 7]))
            self.assertEqual(worker.ask(method, [0, 0])[2], (True, [6, 7]))

    @each_way
    def test_a_function_that_a_task_rebinds_is_the_new_one(self, transport, native):
        worker = self.worker(transport, native, path=FILE)
        partial = PartialOf("same", {})
        for function in ("same", partial):
            self.assertEqual(worker.ask(function, [1])[2], (True, [1]))
        worker.ask("rebind", [0])
        for function in ("same", partial, "same", partial):
            self.assertEqual(worker.ask(function, [1])[2], (True, ["1"]))

    @each_way
    def test_spoilt_messages_are_answered_and_do_no_harm(self, transport, native):
        numbers = random.Random(3)
        worker = self.worker(transport, native, path=FILE)
        whole = parent.message("same", [1, 300, -5, 1.5, "text", b"bytes", (1, 2), [3, [4]], {"k": None}, 1 << 40])
        spoilt = [whole[:size] for size in range(0, len(whole), 3)]
        for _ in range(1500):
            one = bytearray(whole)
            for _ in range(numbers.choice([1, 1, 2])):
                one[numbers.randrange(len(one))] = numbers.choice([numbers.randrange(256), *b"(t.\x85\x86\x94KMa]}su\x8ahR\x93"])
            spoilt.append(bytes(one))
        for serial, one in enumerate(spoilt, 1):
            worker.send(parent.TASK, serial, one)
            frame = worker.receive()
            self.assertIsNotNone(frame, (one, worker.output()))
            self.assertEqual((frame.kind, frame.serial), (parent.RESULT, serial))
        self.assertEqual(worker.ask("same", [1], serial=len(spoilt) + 1)[2], (True, [1]))


class PartialOf:
    """A functools.partial of a function of FILE, as it pickles."""

    def __init__(self, name, keywords):
        self.name, self.keywords = name, keywords

    def __reduce__(self):
        function = named(self.name)
        return functools.partial, (function,), (function, (), self.keywords, None)


if __name__ == "__main__":
    unittest.main()
