#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Explaining a failure measures and advises, ends in time, and does nothing else."""
import gc
import pickle
import sys
import threading
import time
import unittest
import weakref
from multiprocessing.reduction import ForkingPickler
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from explain_things import (Counted, ExplainTest, Held, Rude, RudeMeta,
                            Sleeper, a_generator, a_local, a_local_class, explain, why)

# What a slow machine may add to a budget: far less than the seconds that the objects below would take.
SLACK_S = 1.5


class Sizes(ExplainTest):
    def test_neighbours_are_measured(self):
        told = why(Held(bad=a_generator(), big=b"x" * 100_000, small=1, text="abc"))["paths"]
        sizes = {path["path"]: path["bytes"] for path in told}
        self.assertEqual(sizes["task.bad"], None)
        self.assertEqual(sizes["task.small"], 2)
        self.assertEqual(sizes["task.text"], len(pickle.dumps("abc", 4)) - 3 - 9)
        self.assertAlmostEqual(sizes["task.big"], 100_000, delta=20)


class Cures(ExplainTest):
    def test_each_culprit_has_its_own(self):
        self.assertIn("(def) in the place of the lambda", self.cures([lambda: 1]))
        self.assertIn("dill or cloudpickle", self.cures([a_local()]))
        self.assertIn("list(…) of the generator", self.cures(a_generator()))
        self.assertIn("class `a_local_class.<locals>.Local` to the top level", self.cures([a_local_class()()]))
        self.assertIn("lock in each worker", self.cures([threading.Lock()]))
        self.assertIn("Held a __getstate__ that leaves `x` out", self.cures(Held(x=[threading.Lock()])))

    def test_each_is_said_once(self):
        told = why([lambda: 1, lambda: 2])["cures"]
        self.assertEqual(len(told), len(set(told)))


class Manners(ExplainTest):
    def test_nothing_else_of_the_object_is_called(self):
        class Meta(metaclass=RudeMeta):
            pass
        told = explain([Rude(a_generator()), {Rude(1): Rude(2)}, Meta], TypeError("x"))
        self.assertEqual(told["paths"][0]["path"], "task[0].inner")

    def test_each_object_is_reduced_once(self):
        Counted.reduced = 0
        shared = Counted(1)
        explain([shared, shared, Held(a=shared), a_generator()], TypeError("x"))
        self.assertEqual(Counted.reduced, 1)

    def test_nothing_is_kept(self):
        thing = Held(bad=threading.Lock(), me=[])
        gone = weakref.ref(thing)
        gc.disable()
        self.addCleanup(gc.enable)
        explain([thing], TypeError("x"), pickler=ForkingPickler)
        del thing
        self.assertIsNone(gone())

    def test_an_error_whose_text_raises(self):
        class Bad(Exception):
            def __str__(self):
                raise AssertionError("str")
        self.assertTrue(explain([a_generator()], Bad(Rude(1)))["error"].endswith("Bad"))

    def test_what_explains_nothing_is_said_of_the_whole(self):
        self.assertEqual(explain([1], OverflowError("too large"))["paths"][0]["text"], "OverflowError: too large")

    def test_a_pickler_that_is_none(self):
        self.assertEqual(explain([1], ValueError("x"), pickler=7)["incomplete"], True)

    def test_a_program_that_leaves_by_reduce(self):
        class Leaves:
            def __reduce__(self):
                raise SystemExit(3)
        self.assertEqual(explain([Leaves()], TypeError("x"))["paths"][0]["text"], "SystemExit")


class Bounds(ExplainTest):
    def test_a_hundred_thousand_levels(self):
        deep = []
        for _ in range(100_000):
            deep = [deep]
        told = why(deep, pickler=pickle.Pickler, budget_s=20)
        self.assertIn("levels deep: RecursionError", told["paths"][0]["text"])
        self.assertLess(len(told["paths"][0]["path"]), 400)
        self.assertIn("flat", told["cures"][0])

    def test_a_culprit_under_a_hundred_thousand_levels(self):
        deep = [a_generator()]
        for _ in range(100_000):
            deep = [deep]
        told = explain(deep, TypeError("x"), budget_s=20)
        self.assertEqual([path["type"] for path in told["paths"]], ["generator"])

    def test_a_huge_list(self):
        began = time.monotonic()
        told = explain(list(range(3_000_000)) + [a_generator()], TypeError("x"), budget_s=0.2)
        self.assertLess(time.monotonic() - began, 0.2 + SLACK_S)
        if "incomplete" not in told:
            self.assertEqual(told["paths"][0]["path"], "task[3000000]")

    def test_objects_that_take_their_time(self):
        began = time.monotonic()
        told = explain([Sleeper() for _ in range(1000)], TypeError("x"), budget_s=0.2)
        self.assertLess(time.monotonic() - began, 0.2 + SLACK_S)
        self.assertTrue(told["incomplete"])

    def test_no_time_at_all(self):
        told = explain([a_generator()], TypeError("x"), budget_s=0)
        self.assertEqual((told["error"], told["incomplete"]), ("TypeError: x", True))

    def test_many_culprits(self):
        told = explain([a_generator() for _ in range(5000)], TypeError("x"), budget_s=20)
        self.assertLess(len(told["paths"]), 100)
        self.assertLess(len(told["cures"]), 20)

    def test_a_net_with_very_many_ways(self):
        bottom = [a_generator()]
        for _ in range(40):
            bottom = [bottom, bottom]
        told = explain(bottom, TypeError("x"), budget_s=20)
        self.assertTrue(1 <= len(told["paths"]) <= 32)


if __name__ == "__main__":
    unittest.main()
