#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Why an object cannot be pickled: every path to a culprit is named, what helps is said, and nothing else happens."""
import collections
import copyreg
import functools
import gc
import multiprocessing
import multiprocessing.pool
import pickle
import socket
import sys
import threading
import time
import unittest
import weakref
from multiprocessing.reduction import ForkingPickler
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "resources" / "python"))
from poolscope_trace.explain import explain

# What a slow machine may add to a budget: far less than the seconds that the objects below would take.
SLACK_S = 1.5


class Held:
    """Takes any attributes."""

    def __init__(self, **attributes):
        self.__dict__.update(attributes)

    def method(self):
        return self


class Slotted:
    __slots__ = ("good", "bad")


class BadState:
    def __init__(self, state):
        self.hidden = threading.Lock()
        self.state = state

    def __getstate__(self):
        return self.state


class Raises:
    def __reduce__(self):
        raise ValueError("not today")


class Nonsense:
    def __reduce__(self):
        return 7


class Sleeper:
    def __getstate__(self):
        time.sleep(0.05)
        return {}


class Rude:
    """Anything asked of it beyond what pickling asks is an error."""

    def __init__(self, inner):
        self.__dict__["inner"] = inner

    def __repr__(self):
        raise AssertionError("repr")

    __str__ = __repr__

    def __eq__(self, other):
        raise AssertionError("eq")

    __hash__ = object.__hash__

    def __len__(self):
        raise AssertionError("len")

    @property
    def trap(self):
        raise AssertionError("property")


class RudeMeta(type):
    def __getattribute__(cls, name):
        if name in ("__qualname__", "__module__", "__name__"):
            raise AssertionError(name)
        return type.__getattribute__(cls, name)

    def __repr__(cls):
        raise AssertionError("repr")


class Counted:
    reduced = 0

    def __init__(self, inner):
        self.inner = inner

    def __reduce__(self):
        Counted.reduced += 1
        return Counted, (self.inner,)


class Reduced:
    def __init__(self, *inner):
        self.inner = inner

    def __reduce__(self):
        return Reduced, self.inner


class Point(collections.namedtuple("Point", "x y")):
    pass


class Unlucky(Exception):
    pass


def a_generator():
    yield 1


def a_local():
    def inner(x):
        return x
    return inner


def a_local_class():
    class Local:
        pass
    return Local


class Rebuilt(Exception):
    """The error of pickling was none: the object of a test is good."""


def why(thing, pickler=ForkingPickler, **how):
    try:
        pickler(_Nowhere()).dump(thing)
    except Exception as error:
        return explain(thing, error, pickler=pickler, **how)
    raise Rebuilt


class _Nowhere:
    def write(self, data):
        return len(data)


class ExplainTest(unittest.TestCase):
    def culprits(self, thing, **how):
        told = why(thing, **how)
        self.assertNotIn("incomplete", told)
        return [(path["path"], path["type"]) for path in told["paths"] if path["text"]]

    def cures(self, thing, **how):
        return " | ".join(why(thing, **how)["cures"])


class Paths(ExplainTest):
    def test_the_pool_of_a_method_of_a_task(self):
        with multiprocessing.Pool(1) as pool:
            holder = Held(pool=pool, n=10)
            told = why((0, 0, multiprocessing.pool.mapstar, ((holder.method, (0,)),), {}))
        self.assertEqual([(path["path"], path["type"], path["bytes"]) for path in told["paths"]], [
            ("task[3][0][0]<Held.method>.__self__.pool", "multiprocessing.pool.Pool", None),
            ("task[3][0][0]<Held.method>.__self__.n", "int", 2)])
        self.assertEqual(told["error"],
                         "NotImplementedError: pool objects cannot be passed between processes or pickled")
        self.assertIn("__getstate__ that leaves `pool` out", told["cures"][0])
        self.assertIn("copyreg.pickle(Held, …)", told["cures"][1])
        self.assertIn("bound method `Held.method`", told["cures"][2])

    def test_a_generator_in_a_list(self):
        self.assertEqual(self.culprits([1, [2, a_generator()]]), [("task[1][1]", "generator")])

    def test_a_lock_in_an_attribute_of_an_attribute(self):
        self.assertEqual(self.culprits(Held(a=Held(lock=threading.Lock()))), [("task.a.lock", "_thread.lock")])

    def test_functions_without_a_name_to_be_found_by(self):
        self.assertEqual(self.culprits((lambda x: x,)), [
            ("task[0]<Paths.test_functions_without_a_name_to_be_found_by.<locals>.<lambda>>", "function")])
        self.assertEqual(self.culprits([a_local()]), [("task[0]<a_local.<locals>.inner>", "function")])

    def test_a_local_class_and_its_object(self):
        local = a_local_class()
        self.assertEqual(self.culprits([local]), [("task[0]", "type")])
        self.assertEqual(self.culprits([local()]), [("task[0].__class__", "type")])

    def test_two_culprits_at_once(self):
        self.assertEqual(self.culprits({"a": a_generator(), "b": [threading.Lock()]}),
                         [("task['a']", "generator"), ("task['b'][0]", "_thread.lock")])

    def test_every_way_to_one_culprit(self):
        shared = Held(lock=threading.Lock())
        self.assertEqual(self.culprits({"a": shared, "b": [shared]}),
                         [("task['a'].lock", "_thread.lock"), ("task['b'][0].lock", "_thread.lock")])

    def test_a_state_that_is_no_dict(self):
        self.assertEqual(self.culprits(BadState([a_generator()])), [("task.__getstate__()[0]", "generator")])
        self.assertEqual(self.culprits(BadState({"x": a_generator()})), [("task.x", "generator")])

    def test_slots(self):
        thing = Slotted()
        thing.good, thing.bad = 1, a_generator()
        told = why(thing)["paths"]
        self.assertEqual([path["path"] for path in told], ["task.bad", "task.good"])

    def test_what_reduce_gives(self):
        self.assertEqual(self.culprits(Reduced(1, a_generator())),
                         [("task.__reduce__()[1][1]", "generator")])

    def test_a_reduce_that_raises(self):
        told = why([Raises()])
        self.assertEqual(told["paths"][0]["path"], "task[0]")
        self.assertEqual(told["paths"][0]["text"], "ValueError: not today")
        self.assertIn("Mend Raises.__reduce__", told["cures"][0])

    def test_a_reduce_that_gives_nonsense(self):
        self.assertEqual(self.culprits([Nonsense()]), [("task[0]", "Nonsense")])

    def test_keys_of_a_dict(self):
        self.assertEqual(self.culprits({a_local(): 1}), [("task.keys()[0]<a_local.<locals>.inner>", "function")])
        self.assertEqual(self.culprits({7: a_generator()}), [("task[7]", "generator")])
        self.assertEqual(self.culprits({(1, 2): a_generator()}), [("task[<tuple>]", "generator")])
        self.assertEqual(self.culprits({"k" * 99: a_generator()}), [("task['" + "k" * 40 + "'…]", "generator")])

    def test_containers_of_the_library(self):
        self.assertEqual(self.culprits(collections.deque([1, a_generator()])), [("task[1]", "generator")])
        self.assertEqual(self.culprits(collections.OrderedDict(a=a_generator())), [("task['a']", "generator")])
        self.assertEqual(self.culprits(Point(1, a_generator())), [("task[1]", "generator")])
        self.assertEqual(self.culprits({a_local()}), [("task{…}<a_local.<locals>.inner>", "function")])

    def test_partials(self):
        thing = functools.partial(print, a_generator(), end=a_local())
        self.assertEqual(self.culprits(thing), [
            ("task.args[0]", "generator"), ("task.keywords['end']<a_local.<locals>.inner>", "function")])

    def test_an_error_as_a_result(self):
        self.assertEqual(self.culprits(Unlucky("why", threading.Lock()), prefix="result"),
                         [("result.args[1]", "_thread.lock")])

    def test_a_structure_that_holds_itself(self):
        ring = Held(bad=a_generator())
        ring.me = [ring, {"again": ring}]
        self.assertEqual(self.culprits(ring), [("task.bad", "generator")])

    def test_a_synchronized_object(self):
        self.assertEqual(self.culprits([multiprocessing.Lock()]), [("task[0]", "multiprocessing.synchronize.Lock")])

    def test_a_name_that_finds_something_else(self):
        thing = type("Held", (), {"__module__": __name__})
        self.assertEqual(self.culprits([thing]), [("task[0]", "type")])


class Picklers(ExplainTest):
    def test_a_socket_travels_with_multiprocessing_only(self):
        with socket.socket() as connection:
            self.assertEqual(self.culprits([connection], pickler=pickle.Pickler), [("task[0]", "socket.socket")])
            self.assertEqual(self.culprits([connection, a_generator()]), [("task[1]", "generator")])

    def test_a_handle_is_not_duplicated_once_more(self):
        reading, writing = multiprocessing.Pipe()
        from multiprocessing import resource_sharer
        with reading, writing:
            before = dict(resource_sharer._resource_sharer._cache)
            explain(Held(pipe=reading, lock=threading.Lock()), TypeError("x"), pickler=ForkingPickler)
            self.assertEqual(resource_sharer._resource_sharer._cache, before)

    def test_reducers_of_copyreg_are_asked(self):
        class Cured:
            lock = threading.Lock()
        copyreg.pickle(Cured, lambda thing: (int, (3,)))
        self.addCleanup(copyreg.dispatch_table.pop, Cured)
        self.assertEqual(self.culprits([Cured(), a_generator()]), [("task[1]", "generator")])

    def test_a_reducer_override_is_asked(self):
        class Overriding(pickle.Pickler):
            def reducer_override(self, thing):
                return (int, (3,)) if isinstance(thing, type(threading.Lock())) else NotImplemented
        self.assertEqual(self.culprits([threading.Lock(), a_generator()], pickler=Overriding),
                         [("task[1]", "generator")])

    def test_a_pickler_in_python(self):
        self.assertEqual(self.culprits(Held(a=[a_generator()]), pickler=pickle._Pickler), [("task.a[0]", "generator")])

    def test_cloudpickle_looks_into_functions(self):
        try:
            import cloudpickle
        except ImportError:
            self.skipTest("no cloudpickle")
        lock = a_generator()
        [(path, kind)] = self.culprits([lambda: lock], pickler=cloudpickle.CloudPickler)
        self.assertEqual((path[:8], path[-14:], kind), ("task[0]<", ".cell_contents", "generator"))

    def test_dill_looks_into_functions(self):
        try:
            import dill
        except ImportError:
            self.skipTest("no dill")
        bad = a_generator()
        [(path, kind)] = self.culprits([lambda: bad], pickler=dill.Pickler)
        self.assertEqual((path[:8], path[-28:], kind), ("task[0]<", ".__closure__[0].cell_contents"[-28:], "generator"))


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
