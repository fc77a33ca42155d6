#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Why an object cannot be pickled: every path to a culprit is named, whatever the pickler."""
import collections
import copyreg
import functools
import multiprocessing
import multiprocessing.pool
import pickle
import socket
import sys
import threading
import unittest
from multiprocessing.reduction import ForkingPickler
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from explain_things import (BadState, ExplainTest, Held, Nonsense, Point, Raises, Reduced,
                            Slotted, Unlucky, a_generator, a_local, a_local_class, explain, why)


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
        self.assertEqual(self.culprits([Nonsense()]), [("task[0]", "explain_things.Nonsense")])

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


if __name__ == "__main__":
    unittest.main()
