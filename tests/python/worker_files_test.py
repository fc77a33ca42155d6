#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A worker loads the user's file as multiprocessing's own workers do, and what cannot be loaded is told by every task."""
import os
import unittest
from importlib.util import find_spec

from worker_jobs import WorkerTest, job_object
from worker_parent import each_way, user_file

POOLS = {
    "a pool": "import multiprocessing\npool = multiprocessing.Pool(2)",
    "a pool by from": "from multiprocessing import Pool\nPool(2)",
    "a pool of a context": "import multiprocessing as m\nm.get_context('fork').Pool(2)",
    "a spawned process": "import multiprocessing as m\nm.get_context('spawn').Process(target=print).start()",
    "an executor": "import concurrent.futures as c\nwith c.ProcessPoolExecutor(2) as e: list(e.map(abs, [1, 2]))",
    "a pool of dill": "from multiprocess import Pool\nPool(2)",
}


class Load(WorkerTest):
    def loaded(self, text, transport="pipe", native=False, **options):
        return self.worker(transport, native, path=user_file(text), **options)

    def refusal(self, worker, tasks=2):
        answer = worker.ask("f", range(tasks))
        self.assertEqual(answer[:2], (7, 3))
        failures = self.failures(answer)
        self.assertEqual(failures, failures[:1] * tasks)
        return failures[0]

    @each_way
    def test_the_file_is_the_main_module(self, transport, native):
        path = user_file("import sys, os, near\nran = [__name__]\nif __name__ == '__main__': ran.append('main')\n"
                         "def f(x): return eval(x)\n")
        with open(os.path.join(os.path.dirname(path), "near.py"), "w") as file:
            file.write("it = 5")
        worker = self.worker(transport, native, path=path)
        asked = ["ran", "sys.argv", "__file__", "sys.path[0]", "near.it", "f.__module__",
                 "sys.modules['__main__'] is sys.modules['__mp_main__']", "sys.modules['__main__'].f is f",
                 "any('poolscope' in one or 'resources' in one for one in sys.path[1:-1])"]
        self.assertEqual(worker.ask("f", asked)[2],
                         (True, [["__mp_main__"], [path], path, os.path.dirname(path), 5, "__mp_main__", True, True, False]))
        self.assertEqual(worker.ask("__mp_main__:f", ["1"])[2], (True, [1]))

    @each_way
    def test_without_a_file_the_main_module_is_empty(self, transport, native):
        worker = self.worker(transport, native, path="")
        self.assertEqual(worker.ask("builtins:abs", [-1])[2], (True, [1]))
        self.assertEqual(self.failures(worker.ask("main", [1]))[0][0], "UnpicklingError")

    @each_way
    def test_either_entry_starts_it(self, transport, native):
        for entry in ("poolscope_worker", "poolscope_worker/__main__.py"):
            worker = self.loaded("def f(x): return x", transport, native, entry=entry)
            self.assertEqual(worker.ask("f", [1])[2], (True, [1]))

    @each_way
    def test_what_goes_wrong_at_the_load_is_every_tasks_failure(self, transport, native):
        for text, kind, said, where in (
                ("x = = 1", "SyntaxError", "invalid syntax", "job.py:1 in <module>"),
                ("import nowhere", "ModuleNotFoundError", "No module named 'nowhere'", "job.py:1 in <module>\nTraceback"),
                ("import sys\ndef g(): sys.exit(4)\ng()", "SystemExit", "4", "job.py:2 in g\nTraceback"),
                ("raise KeyboardInterrupt", "KeyboardInterrupt", r"KeyboardInterrupt\(\)", "job.py:1 in <module>")):
            worker = self.loaded(text, transport, native)
            for tasks in (1, 3):
                failure = self.refusal(worker, tasks)
                self.assertEqual((failure[0], failure[2]), (kind, ""))
                self.assertRegex(failure[1], "^%s cannot be loaded: .*(%s)" % (worker.path, said))
                self.assertTrue(failure[3].startswith(where), failure[3])
            self.assertEqual(worker.end(), 0)

    @each_way
    def test_a_file_that_is_missing_is_every_tasks_failure(self, transport, native):
        kind, text, _, _ = self.refusal(self.worker(transport, native, path="/nowhere/job.py"))
        self.assertEqual(kind, "FileNotFoundError")
        self.assertTrue(text.startswith("/nowhere/job.py cannot be loaded: "))

    @each_way
    def test_items_that_cannot_be_rebuilt_are_counted_all_the_same(self, transport, native):
        worker = self.loaded("1 / 0", transport, native)
        answer = worker.ask("f", [job_object("Thing", a=[1], b={}), {job_object("Key"): 1}, {1, 2}])
        self.assertEqual([one[0] for one in self.failures(answer)], ["ZeroDivisionError"] * 3)

    @each_way
    def test_a_file_without_a_main_guard_starts_no_pool(self, transport, native):
        for what, text in POOLS.items():
            if "multiprocess " in text and find_spec("multiprocess") is None:
                continue
            with self.subTest(what):
                worker = self.loaded(text + "\ndef f(x): return x", transport, native)
                kind, said, _, where = self.refusal(worker)
                self.assertEqual(kind, "RuntimeError")
                self.assertEqual(said, "%s cannot be loaded: it starts a pool or a process when it is imported, as each "
                                       "worker does. Put that under `if __name__ == \"__main__\":`." % worker.path)
                self.assertTrue(where.startswith("job.py:2 in <module>\n"), where)

    @each_way
    def test_a_task_may_use_pools(self, transport, native):
        worker = self.loaded("from multiprocessing import Pool, get_context\nimport multiprocessing.process as p\n"
                             "def g(x): return x + 1\n"
                             "def f(x):\n  with (get_context(x) if x else __import__('multiprocessing')).Pool(2) as pool: "
                             "return pool.map(g, [1, 2])\n"
                             "def state(x): return hasattr(p.current_process(), '_inheriting'), p.BaseProcess.start.__module__"
                             "\n", transport, native)
        self.assertEqual(worker.ask("state", [0])[2], (True, [(False, "multiprocessing.process")]))
        self.assertEqual(worker.ask("f", [None, "fork", "spawn"])[2], (True, [[2, 3]] * 3))

    @each_way
    def test_imports_are_as_they_were_after_the_load(self, transport, native):
        worker = self.loaded("import sys, multiprocessing\ndef f(x): return eval(x)", transport, native)
        self.assertEqual(worker.ask("f", [
            "[str(one) for one in sys.meta_path if 'poolscope' in str(one)]",
            "vars(sys.modules['multiprocessing.process'].__spec__.loader).get('exec_module')"])[2], (True, [[], None]))


if __name__ == "__main__":
    unittest.main()
